/** Transcript files to the canonical transcript. */
@NullMarked
package org.inkstone.connector.file;

import org.jspecify.annotations.NullMarked;
