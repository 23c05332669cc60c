/** Proof of the calculation engine against other engines and against input by chance. */
@NullMarked
package org.inkstone.service.sheet.proof;

import org.jspecify.annotations.NullMarked;
