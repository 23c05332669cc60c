package org.inkstone.service.engine.internal.graph;

import static org.inkstone.service.engine.internal.graph.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.engine.ModelConfig;
import org.jspecify.annotations.Nullable;

/** Adds the attention of one block after another: projections, rotation, cache, output. */
final class Attention {
  private final GraphBuilder graph;
  private final MatrixReader reader;
  private final WeightFile file;
  private final Products products;
  private final Norms norms;
  private final ModelConfig config;
  private final RotaryTables.Names globalRotary;
  private final RotaryTables.@Nullable Names windowRotary;

  Attention(
      GraphBuilder graph, MatrixReader reader, WeightFile file, Products products, Norms norms) {
    this.graph = graph;
    this.reader = reader;
    this.file = file;
    this.products = products;
    this.norms = norms;
    this.config = reader.source().config();
    RotaryTables tables = new RotaryTables(graph, file, config);
    this.globalRotary = tables.global();
    ModelConfig.SlidingWindow window = config.slidingWindow();
    this.windowRotary = window == null ? null : tables.windowed(window);
  }

  /**
   * Adds the attention of a block.
   *
   * @param layer the block, from 0
   * @param input its normed input [B, S, hidden]
   * @return its output [B, S, hidden], not yet added to the residual stream
   */
  String add(int layer, String input) {
    String block = "blk." + layer + ".";
    List<String> projections = config.queryKeyNorm() ? apart(block, input) : packed(block, input);
    String seen = attend(layer, block, projections);
    return projection(block, "attn_output", List.of("attn_output"), seen);
  }

  /** Query, key and value as one product, which the operator takes as its query. */
  private List<String> packed(String block, String input) {
    return List.of(
        projection(block, "attn_qkv", List.of("attn_q", "attn_k", "attn_v"), input), "", "");
  }

  /** Query, key and value apart, because each head of the first two has a norm. */
  private List<String> apart(String block, String input) {
    String query = projection(block, "attn_q", List.of("attn_q"), input);
    String key = projection(block, "attn_k", List.of("attn_k"), input);
    String value = projection(block, "attn_v", List.of("attn_v"), input);
    return List.of(
        normHeads(block + "attn_q_norm", query, config.heads()),
        normHeads(block + "attn_k_norm", key, config.kvHeads()),
        value);
  }

  private String normHeads(String name, String input, int heads) {
    String split = graph.integers(name + ".split", 0, 0, heads, config.headSize());
    String joined = graph.integers(name + ".joined", 0, 0, (long) heads * config.headSize());
    String perHead = graph.node("Reshape", name + ".heads", List.of(input, split));
    String normed = norms.norm(name + ".normed", name + ".weight", perHead);
    return graph.node("Reshape", name + ".out", List.of(normed, joined));
  }

  private String attend(int layer, String block, List<String> projections) {
    List<String> inputs = new ArrayList<>(projections);
    boolean windowed = config.isWindowed(layer);
    RotaryTables.Names rotary = windowed && windowRotary != null ? windowRotary : globalRotary;
    inputs.addAll(
        List.of(
            GraphNames.pastKey(layer),
            GraphNames.pastValue(layer),
            GraphNames.LENGTHS,
            GraphNames.TOTAL_LENGTH,
            rotary.cosines(),
            rotary.sines()));
    String output = block + "attn";
    graph.add(
        GraphBuilder.MICROSOFT,
        "GroupQueryAttention",
        inputs,
        List.of(output, GraphNames.presentKey(layer), GraphNames.presentValue(layer)),
        attributes(windowed).toArray(AttributeProto[]::new));
    return output;
  }

  private List<AttributeProto> attributes(boolean windowed) {
    List<AttributeProto> attributes =
        new ArrayList<>(
            List.of(
                attribute("num_heads", config.heads()),
                attribute("kv_num_heads", config.kvHeads()),
                attribute("scale", config.attentionScale()),
                attribute("do_rotary", 1),
                attribute("rotary_interleaved", config.ropeInterleaved() ? 1 : 0)));
    ModelConfig.SlidingWindow window = config.slidingWindow();
    if (windowed && window != null) {
      attributes.add(attribute("local_window_size", window.tokens()));
    }
    return attributes;
  }

  /** A product of matrices of the block, with their biases if the file has them. */
  private String projection(String block, String name, List<String> matrices, String input) {
    List<String> weights = matrices.stream().map(m -> block + m + ".weight").toList();
    List<String> biases = matrices.stream().map(m -> block + m + ".bias").toList();
    String product = products.multiply(block + name + ".product", weights, input);
    if (!reader.source().names().containsAll(biases)) {
      return product;
    }
    float[] bias = reader.vectors(biases);
    String tensor =
        graph.external(block + name + ".bias", DataType.FLOAT, file.floats(bias), bias.length);
    return graph.node("Add", block + name + ".biased", List.of(product, tensor));
  }
}
