/** Which of the composed plans is meant: equal meanings, learned weights, calibrated trust. */
@NullMarked
package org.inkstone.service.plan.rank;

import org.jspecify.annotations.NullMarked;
