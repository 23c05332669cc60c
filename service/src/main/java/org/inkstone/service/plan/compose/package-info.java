/** From linked words to plans, best first, without a model. */
@NullMarked
package org.inkstone.service.plan.compose;

import org.jspecify.annotations.NullMarked;
