package org.inkstone.service.engine.internal.graph;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.ModelConfig;
import org.inkstone.service.engine.internal.model.ModelFolder;

/** Tries a new folder: the runtime must load it and give finite logits for one token. */
final class FirstStep {
  private static final int THREADS = 2;

  private FirstStep() {}

  static void check(ModelFolder folder, ModelConfig config) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(THREADS);
      try (OrtSession session = environment.createSession(folder.decoder().toString(), options)) {
        fill(environment, config, inputs);
        try (OrtSession.Result result = session.run(inputs)) {
          requireFinite(folder, (OnnxTensor) result.get(GraphNames.LOGITS).orElseThrow());
        }
      }
    } catch (OrtException e) {
      throw new EngineException(
          EngineException.Kind.BAD_MODEL,
          "the runtime cannot run the graph of " + folder.path() + ": " + e.getMessage(),
          e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static void fill(
      OrtEnvironment environment, ModelConfig config, Map<String, OnnxTensor> inputs)
      throws OrtException {
    LongBuffer zero = LongBuffer.wrap(new long[1]);
    inputs.put(GraphNames.INPUT_IDS, OnnxTensor.createTensor(environment, zero, new long[] {1, 1}));
    inputs.put(GraphNames.LOGIT_INDEX, OnnxTensor.createTensor(environment, zero, new long[] {1}));
    inputs.put(
        GraphNames.LENGTHS,
        OnnxTensor.createTensor(environment, IntBuffer.wrap(new int[1]), new long[] {1}));
    inputs.put(
        GraphNames.TOTAL_LENGTH,
        OnnxTensor.createTensor(environment, IntBuffer.wrap(new int[] {1}), new long[] {1}));
    long[] shape = {1, config.kvHeads(), 1, config.headSize()};
    FloatBuffer cache = FloatBuffer.allocate(config.kvHeads() * config.headSize());
    for (int layer = 0; layer < config.layers(); layer++) {
      inputs.put(GraphNames.pastKey(layer), OnnxTensor.createTensor(environment, cache, shape));
      inputs.put(GraphNames.pastValue(layer), OnnxTensor.createTensor(environment, cache, shape));
    }
  }

  private static void requireFinite(ModelFolder folder, OnnxTensor logits) {
    FloatBuffer values = logits.getFloatBuffer();
    while (values.hasRemaining()) {
      float value = values.get();
      if (!Float.isFinite(value)) {
        throw new EngineException(
            EngineException.Kind.BAD_MODEL,
            "the graph of %s gives the logit %s; every logit must be finite"
                .formatted(folder.path(), value));
      }
    }
  }
}
