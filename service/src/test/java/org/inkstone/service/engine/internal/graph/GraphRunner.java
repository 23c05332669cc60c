package org.inkstone.service.engine.internal.graph;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.inkstone.service.engine.ModelConfig;

/** Runs a decoder's or an encoder's graph for one sequence, with the caches pinned in place. */
public final class GraphRunner implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final Map<String, OnnxTensor> past = new HashMap<>();
  private final Map<String, OnnxTensor> present = new LinkedHashMap<>();
  private final String output;
  private int length;

  /** Opens a graph with room for so many tokens. */
  public GraphRunner(Path graph, ModelConfig config, int capacity) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(2);
      options.addConfigEntry("session.intra_op.spin_duration_us", "20");
      session = environment.createSession(graph.toString(), options);
    }
    output =
        session.getOutputNames().contains(GraphNames.LOGITS)
            ? GraphNames.LOGITS
            : GraphNames.HIDDEN_STATES;
    for (int layer = 0; layer < config.layers(); layer++) {
      bind(GraphNames.pastKey(layer), GraphNames.presentKey(layer), config, capacity);
      bind(GraphNames.pastValue(layer), GraphNames.presentValue(layer), config, capacity);
    }
  }

  private void bind(String pastName, String presentName, ModelConfig config, int capacity)
      throws OrtException {
    if (!session.getInputNames().contains(pastName)) {
      return;
    }
    int floats = config.kvHeads() * capacity * config.headSize();
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(floats * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    OnnxTensor cache =
        OnnxTensor.createTensor(
            environment, buffer, new long[] {1, config.kvHeads(), capacity, config.headSize()});
    past.put(pastName, cache);
    present.put(presentName, cache);
  }

  /** Forgets the sequence. */
  public void reset() {
    length = 0;
  }

  /** Appends tokens and gives the logits after each of them (or their states), row by row. */
  public float[][] append(int... tokens) throws OrtException {
    return append(tokens, IntStream.range(0, tokens.length).toArray());
  }

  /** Appends tokens and gives the logits after those at the given places. */
  public float[][] append(int[] tokens, int[] places) throws OrtException {
    length += tokens.length;
    Map<String, OnnxTensor> own = inputs(tokens, places);
    Map<String, OnnxTensor> inputs = new HashMap<>(past);
    inputs.putAll(own);
    try (OrtSession.Result result = session.run(inputs, Set.of(output), present, null)) {
      return rows((OnnxTensor) result.get(output).orElseThrow());
    } finally {
      own.values().forEach(OnnxTensor::close);
    }
  }

  private Map<String, OnnxTensor> inputs(int[] tokens, int[] places) throws OrtException {
    Map<String, OnnxTensor> own = new HashMap<>();
    long[] ids = IntStream.of(tokens).asLongStream().toArray();
    own.put(
        GraphNames.INPUT_IDS,
        OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), new long[] {1, tokens.length}));
    own.put(GraphNames.LENGTHS, integer(length - 1));
    own.put(GraphNames.TOTAL_LENGTH, integer(length));
    if (output.equals(GraphNames.LOGITS)) {
      long[] wanted = IntStream.of(places).asLongStream().toArray();
      own.put(
          GraphNames.LOGIT_INDEX,
          OnnxTensor.createTensor(
              environment, LongBuffer.wrap(wanted), new long[] {wanted.length}));
    }
    return own;
  }

  private OnnxTensor integer(int value) throws OrtException {
    return OnnxTensor.createTensor(environment, IntBuffer.wrap(new int[] {value}), new long[] {1});
  }

  private static float[][] rows(OnnxTensor tensor) {
    long[] shape = tensor.getInfo().getShape();
    int width = (int) shape[shape.length - 1];
    FloatBuffer values = tensor.getFloatBuffer();
    float[][] rows = new float[values.remaining() / width][width];
    for (float[] row : rows) {
      values.get(row);
    }
    return rows;
  }

  @Override
  public void close() throws OrtException {
    past.values().forEach(OnnxTensor::close);
    session.close();
  }
}
