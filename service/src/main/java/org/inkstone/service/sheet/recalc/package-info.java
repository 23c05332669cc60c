/** Recalculates whole workbooks and compares them with the values that are stored in them. */
@NullMarked
package org.inkstone.service.sheet.recalc;

import org.jspecify.annotations.NullMarked;
