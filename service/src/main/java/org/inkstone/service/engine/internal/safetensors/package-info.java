/** The safetensors file format: header, tensors and their rows; knows no model. */
@NullMarked
package org.inkstone.service.engine.internal.safetensors;

import org.jspecify.annotations.NullMarked;
