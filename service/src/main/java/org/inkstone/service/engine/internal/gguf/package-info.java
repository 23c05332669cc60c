/** The GGUF file format: header, metadata, tensors and their dequantization; knows no model. */
@NullMarked
package org.inkstone.service.engine.internal.gguf;

import org.jspecify.annotations.NullMarked;
