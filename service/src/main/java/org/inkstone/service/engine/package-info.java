/**
 * The inference engine as its users see it: text generation, scoring, hidden states, embeddings.
 */
@NullMarked
package org.inkstone.service.engine;

import org.jspecify.annotations.NullMarked;
