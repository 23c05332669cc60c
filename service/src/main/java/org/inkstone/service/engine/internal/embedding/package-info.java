/** Sentence embeddings for Chinese and English, from the models inside their jars. */
@NullMarked
package org.inkstone.service.engine.internal.embedding;

import org.jspecify.annotations.NullMarked;
