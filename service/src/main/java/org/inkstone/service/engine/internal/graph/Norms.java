package org.inkstone.service.engine.internal.graph;

import static org.inkstone.service.engine.internal.graph.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;

/** Adds RMS norms: x / √(mean(x²) + ε) · weight. */
final class Norms {
  /** The norm of a sum, and the sum itself. */
  record Sum(String norm, String sum) {}

  private final GraphBuilder graph;
  private final MatrixReader reader;
  private final WeightFile file;
  private final float epsilon;

  Norms(GraphBuilder graph, MatrixReader reader, WeightFile file, float epsilon) {
    this.graph = graph;
    this.reader = reader;
    this.file = file;
    this.epsilon = epsilon;
  }

  /** The norm of the input over its last dimension. */
  String norm(String output, String weight, String input) {
    return graph.node(
        "SimplifiedLayerNormalization",
        output,
        List.of(input, vector(weight)),
        attribute("axis", -1),
        attribute("epsilon", epsilon));
  }

  /** The norm of a sum of two values, in one node that also gives the sum. */
  Sum normOfSum(String output, String sum, String weight, String left, String right) {
    graph.add(
        GraphBuilder.MICROSOFT,
        "SkipSimplifiedLayerNormalization",
        List.of(left, right, vector(weight)),
        List.of(output, "", "", sum),
        attribute("epsilon", epsilon));
    return new Sum(output, sum);
  }

  private String vector(String weight) {
    float[] values = reader.vector(weight);
    return graph.external(weight, DataType.FLOAT, file.floats(values), values.length);
  }
}
