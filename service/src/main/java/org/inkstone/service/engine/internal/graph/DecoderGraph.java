package org.inkstone.service.engine.internal.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.ModelConfig;
import org.inkstone.service.engine.internal.model.ModelFolder;
import org.inkstone.service.engine.internal.model.WeightSource;

/**
 * Writes a decoder's graph and its weights.
 *
 * <p>Inputs ({@link GraphNames}): {@code input_ids} int64[B, S]; {@code seqlens_k} int32[B], each
 * row's total length (cached and new tokens) less one; {@code total_sequence_length} int32 of shape
 * [1], the largest total length; {@code logit_index} int64[K], flat places in B · S; and for each
 * layer {@code past_key_values.N.key} and {@code .value} float32[B, kvHeads, T, headSize].
 *
 * <p>Outputs: {@code logits} float32[K, vocabulary] of the wanted places only, and {@code
 * present.N.key} and {@code .value}. Bind the same buffers as past and present, with T the capacity
 * of the cache, and the graph works in place.
 *
 * <p>Rows that begin (S = total length) and rows that go on cannot share a step: where S equals
 * {@code total_sequence_length} the operator takes every row as a beginning.
 */
public final class DecoderGraph {
  /** GroupQueryAttention turns heads in steps of so many floats. */
  private static final int HEAD_STEP = 16;

  private final ModelConfig config;
  private final GraphBuilder graph;
  private final MatrixReader reader;
  private final Products products;
  private final Norms norms;
  private final Attention attention;

  private DecoderGraph(
      WeightSource source,
      WeightFormat format,
      String fileName,
      WeightFile file,
      ImportProgress progress) {

    this.config = source.config();
    this.graph = new GraphBuilder("decoder", fileName);
    this.reader = new MatrixReader(source, progress);
    this.products = format.products(graph, reader, file);
    this.norms = new Norms(graph, reader, file, config.rmsEpsilon());
    this.attention = new Attention(graph, reader, file, products, norms);
  }

  /**
   * Writes {@code decoder.onnx} and {@code weights.bin}.
   *
   * @param source the weights; read once, row by row
   * @param format how the matrices are held
   * @param folder an existing folder without these files
   * @param progress told how far it is
   */
  public static void write(
      WeightSource source, WeightFormat format, ModelFolder folder, ImportProgress progress)
      throws IOException {
    requireHeadSize(source.config().headSize());
    String fileName = folder.weights().getFileName().toString();
    try (WeightFile file = WeightFile.create(folder.weights())) {
      DecoderGraph decoder = new DecoderGraph(source, format, fileName, file, progress);
      decoder.add();
      Files.write(folder.decoder(), decoder.graph.build().toByteArray());
    }
  }

  private static void requireHeadSize(int size) {
    if (size < HEAD_STEP || size % HEAD_STEP != 0) {
      throw new EngineException(
          EngineException.Kind.BAD_MODEL,
          "the attention operator needs a head size that is a multiple of %d, not %d"
              .formatted(HEAD_STEP, size));
    }
  }

  private void add() {
    declare();
    String residual = embedding();
    String normed = norms.norm("blk.0.attn_norm", "blk.0.attn_norm.weight", residual);
    for (int layer = 0; layer < config.layers(); layer++) {
      Norms.Sum middle = addAttention(layer, residual, normed);
      Norms.Sum end = addFeedForward(layer, middle);
      residual = end.sum();
      normed = end.norm();
    }
    addOutput(normed);
    reader.finish();
  }

  private String embedding() {
    String rows = products.lookUp("token_embd", "token_embd.weight", GraphNames.INPUT_IDS);
    if (config.embeddingScale() != 1) {
      String scale = graph.scalar("token_embd.scale", config.embeddingScale());
      rows = graph.node("Mul", "token_embd.scaled", List.of(rows, scale));
    }
    return rows;
  }

  private Norms.Sum addAttention(int layer, String residual, String normed) {
    String block = "blk." + layer + ".";
    String out = post(block + "post_attention_norm", attention.add(layer, normed));
    return norms.normOfSum(
        block + "ffn_norm", block + "middle", block + "ffn_norm.weight", residual, out);
  }

  private Norms.Sum addFeedForward(int layer, Norms.Sum middle) {
    String block = "blk." + layer + ".";
    String out = post(block + "post_ffw_norm", feedForward(block, middle.norm()));
    boolean last = layer + 1 == config.layers();
    String next = last ? "output_norm" : "blk." + (layer + 1) + ".attn_norm";
    String sum = GraphNames.residual(layer + 1);
    graph.inner(sum, DataType.FLOAT, "batch", "sequence", config.hiddenSize());
    return norms.normOfSum(next, sum, next + ".weight", middle.sum(), out);
  }

  private String post(String name, String input) {
    return config.postNorms() ? norms.norm(name, name + ".weight", input) : input;
  }

  private String feedForward(String block, String input) {
    String gate = products.multiply(block + "gate", List.of(block + "ffn_gate.weight"), input);
    String up = products.multiply(block + "up", List.of(block + "ffn_up.weight"), input);
    String active =
        switch (config.activation()) {
          case SILU ->
              graph.microsoft(
                  "QuickGelu", block + "silu", List.of(gate), GraphBuilder.attribute("alpha", 1f));
          case GELU_TANH ->
              graph.node(
                  "Gelu",
                  block + "gelu",
                  List.of(gate),
                  GraphBuilder.attribute("approximate", "tanh"));
        };
    String gated = graph.node("Mul", block + "gated", List.of(active, up));
    return products.multiply(block + "down", List.of(block + "ffn_down.weight"), gated);
  }

  private void addOutput(String normed) {
    String flat = graph.integers("output.flat", -1, config.hiddenSize());
    String places = graph.node("Reshape", "output.places", List.of(normed, flat));
    String wanted = graph.node("Gather", "output.wanted", List.of(places, GraphNames.LOGIT_INDEX));
    String matrix = config.tiedEmbedding() ? "token_embd.weight" : "output.weight";
    products.multiply(GraphNames.LOGITS, List.of(matrix), wanted);
  }

  private void declare() {
    graph.input(GraphNames.INPUT_IDS, DataType.INT64, "batch", "sequence");
    graph.input(GraphNames.LENGTHS, DataType.INT32, "batch");
    graph.input(GraphNames.TOTAL_LENGTH, DataType.INT32, 1);
    graph.input(GraphNames.LOGIT_INDEX, DataType.INT64, "wanted");
    graph.output(GraphNames.LOGITS, DataType.FLOAT, "wanted", config.vocabularySize());
    for (int layer = 0; layer < config.layers(); layer++) {
      Object[] cache = {"batch", config.kvHeads(), "capacity", config.headSize()};
      graph.input(GraphNames.pastKey(layer), DataType.FLOAT, cache);
      graph.input(GraphNames.pastValue(layer), DataType.FLOAT, cache);
      graph.output(GraphNames.presentKey(layer), DataType.FLOAT, cache);
      graph.output(GraphNames.presentValue(layer), DataType.FLOAT, cache);
    }
  }
}
