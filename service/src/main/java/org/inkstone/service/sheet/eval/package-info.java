/** The calculation engine: formulas become values, with what was read and how it came about. */
@NullMarked
package org.inkstone.service.sheet.eval;

import org.jspecify.annotations.NullMarked;
