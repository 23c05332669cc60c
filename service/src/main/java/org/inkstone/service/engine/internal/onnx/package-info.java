/**
 * ONNX Runtime: sessions, the key and value slab they work on in place, and the translation of
 * native errors.
 */
@NullMarked
package org.inkstone.service.engine.internal.onnx;

import org.jspecify.annotations.NullMarked;
