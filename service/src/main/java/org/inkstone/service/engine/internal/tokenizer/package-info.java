/**
 * Text to tokens and back: a model's own tokenizer, its vocabulary as bytes, and decoding that
 * never breaks a character.
 */
@NullMarked
package org.inkstone.service.engine.internal.tokenizer;

import org.jspecify.annotations.NullMarked;
