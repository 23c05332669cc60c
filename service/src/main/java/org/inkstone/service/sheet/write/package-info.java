/** Writes values into workbook files and leaves everything else in them as it was. */
@NullMarked
package org.inkstone.service.sheet.write;

import org.jspecify.annotations.NullMarked;
