/** What an imported model is made of: weights by canonical names, tokenizer, card. */
@NullMarked
package org.inkstone.service.engine.internal.model;

import org.jspecify.annotations.NullMarked;
