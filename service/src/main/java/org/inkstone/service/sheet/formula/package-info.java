/** Formulas as text and as syntax trees: reading, printing, shifting and renaming references. */
@NullMarked
package org.inkstone.service.sheet.formula;

import org.jspecify.annotations.NullMarked;
