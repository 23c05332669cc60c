/** Which formulas a product can compute, and how those are rewritten that it cannot. */
@NullMarked
package org.inkstone.service.sheet.dialect;

import org.jspecify.annotations.NullMarked;
