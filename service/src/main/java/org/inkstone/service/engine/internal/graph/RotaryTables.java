package org.inkstone.service.engine.internal.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import org.inkstone.service.engine.ModelConfig;

/**
 * The cosines and sines of the rotary position embedding (Su et al., 2021): position p turns pair i
 * of a head by p · base^(−2i/headSize) / factor(i).
 */
final class RotaryTables {
  /** Names of a table of cosines and one of sines. */
  record Names(String cosines, String sines) {}

  private final GraphBuilder graph;
  private final WeightFile file;
  private final ModelConfig config;

  RotaryTables(GraphBuilder graph, WeightFile file, ModelConfig config) {
    this.graph = graph;
    this.file = file;
    this.config = config;
  }

  /** Writes the tables of the layers that see everything. */
  Names global() {
    return write("rotary", config.ropeBase(), config.ropeFactors());
  }

  /** Writes the tables of the layers that see a window. */
  Names windowed(ModelConfig.SlidingWindow window) {
    return write("rotary.window", window.ropeBase(), List.of());
  }

  private Names write(String name, float base, List<Float> factors) {
    int pairs = config.headSize() / 2;
    int positions = config.contextLength();
    float[] cosines = new float[positions * pairs];
    float[] sines = new float[positions * pairs];
    for (int pair = 0; pair < pairs; pair++) {
      double factor = factors.isEmpty() ? 1 : factors.get(pair);
      double frequency = Math.pow(base, -2.0 * pair / config.headSize()) / factor;
      for (int position = 0; position < positions; position++) {
        cosines[position * pairs + pair] = (float) Math.cos(position * frequency);
        sines[position * pairs + pair] = (float) Math.sin(position * frequency);
      }
    }
    return new Names(
        table(name + ".cosines", cosines, positions, pairs),
        table(name + ".sines", sines, positions, pairs));
  }

  private String table(String name, float[] values, int positions, int pairs) {
    return graph.external(name, DataType.FLOAT, file.floats(values), positions, pairs);
  }
}
