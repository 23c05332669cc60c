/** Choosing the next token from logits: greedy or seeded, under an optional mask. */
@NullMarked
package org.inkstone.service.engine.internal.sampling;

import org.jspecify.annotations.NullMarked;
