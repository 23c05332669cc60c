/** Checks of answers that several tasks share: what a check is and what follows from it. */
@NullMarked
package org.inkstone.service.verify;

import org.jspecify.annotations.NullMarked;
