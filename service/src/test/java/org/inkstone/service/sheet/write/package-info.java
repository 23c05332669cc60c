/** Tests of files that are written with values computed anew. */
@NullMarked
package org.inkstone.service.sheet.write;

import org.jspecify.annotations.NullMarked;
