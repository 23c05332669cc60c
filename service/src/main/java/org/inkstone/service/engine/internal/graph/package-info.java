/** Turns a model's weights into ONNX graphs that share one file of weights. */
@NullMarked
package org.inkstone.service.engine.internal.graph;

import org.jspecify.annotations.NullMarked;
