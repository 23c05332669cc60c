package org.inkstone.service.engine.internal.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.inkstone.service.engine.ModelConfig;
import org.inkstone.service.engine.internal.model.ModelSource;
import org.inkstone.service.engine.internal.model.SourceFacts;

/**
 * A model of any shape with random weights, always the same for a seed, in memory; it speaks {@link
 * TinyTokenizer} and ChatML.
 */
public final class TinyWeights implements ModelSource {
  @SuppressWarnings("ArrayRecordComponent") // plain data, never compared
  private record Matrix(int rows, int columns, float[] values) {}

  private static final String CHAT_ML =
      """
      {%- for message in messages -%}
      {{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>' + '\\n' -}}
      {%- endfor -%}
      {%- if add_generation_prompt -%}
      {{- '<|im_start|>assistant\\n' -}}
      {%- endif -%}
      """;

  private final TinyTokenizer tokenizer = TinyTokenizer.create();
  private final ModelConfig config;
  private final Random random;
  private final Map<String, Matrix> tensors = new LinkedHashMap<>();

  /** Draws the weights of a model that has the tensors that its configuration asks for. */
  public TinyWeights(ModelConfig config, long seed) {
    this.config = config;
    this.random = new Random(seed);
    // Rows of small length keep the scaled embedding of size 1, as trained models have it.
    matrix(
        "token_embd.weight",
        config.vocabularySize(),
        config.hiddenSize(),
        1 / config.embeddingScale());
    if (!config.tiedEmbedding()) {
      matrix("output.weight", config.vocabularySize(), config.hiddenSize(), spread(1.5f));
    }
    norm("output_norm.weight", config.hiddenSize());
    for (int layer = 0; layer < config.layers(); layer++) {
      attention("blk." + layer + ".");
      feedForward("blk." + layer + ".");
    }
  }

  private void attention(String block) {
    int hidden = config.hiddenSize();
    int queries = config.heads() * config.headSize();
    int keys = config.kvHeads() * config.headSize();
    norm(block + "attn_norm.weight", hidden);
    matrix(block + "attn_q.weight", queries, hidden, spread(1.5f));
    matrix(block + "attn_k.weight", keys, hidden, spread(1.5f));
    matrix(block + "attn_v.weight", keys, hidden, spread(1));
    matrix(block + "attn_output.weight", hidden, queries, spread(1));
    if (config.architecture().equals("qwen2")) {
      matrix(block + "attn_q.bias", 1, queries, 0.5f);
      matrix(block + "attn_k.bias", 1, keys, 0.5f);
      matrix(block + "attn_v.bias", 1, keys, 0.5f);
    }
    if (config.queryKeyNorm()) {
      norm(block + "attn_q_norm.weight", config.headSize());
      norm(block + "attn_k_norm.weight", config.headSize());
    }
    if (config.postNorms()) {
      norm(block + "post_attention_norm.weight", hidden);
      norm(block + "post_ffw_norm.weight", hidden);
    }
  }

  private void feedForward(String block) {
    norm(block + "ffn_norm.weight", config.hiddenSize());
    matrix(block + "ffn_gate.weight", config.feedForwardSize(), config.hiddenSize(), spread(1));
    matrix(block + "ffn_up.weight", config.feedForwardSize(), config.hiddenSize(), spread(1));
    float deviation = (float) (1 / Math.sqrt(config.feedForwardSize()));
    matrix(block + "ffn_down.weight", config.hiddenSize(), config.feedForwardSize(), deviation);
  }

  private float spread(float factor) {
    return (float) (factor / Math.sqrt(config.hiddenSize()));
  }

  private void norm(String name, int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = 0.75f + 0.5f * random.nextFloat();
    }
    tensors.put(name, new Matrix(1, size, values));
  }

  private void matrix(String name, int rows, int columns, float deviation) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian() * deviation;
    }
    tensors.put(name, new Matrix(rows, columns, values));
  }

  @Override
  public ModelConfig config() {
    return config;
  }

  @Override
  public SourceFacts facts() {
    List<Integer> ends =
        List.of(tokenizer.special("<|im_end|>"), tokenizer.special("<|endoftext|>"));
    long parameters = names().stream().mapToLong(name -> (long) rows(name) * columns(name)).sum();
    return new SourceFacts("tiny random model", null, "F32", parameters, ends, null, false);
  }

  @Override
  public Optional<String> chatTemplate() {
    return Optional.of(CHAT_ML.strip());
  }

  @Override
  public void writeTokenizer(Path file) {
    try {
      Files.writeString(file, tokenizer.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Set<String> names() {
    return tensors.keySet();
  }

  @Override
  public int rows(String name) {
    return tensor(name).rows();
  }

  @Override
  public int columns(String name) {
    return tensor(name).columns();
  }

  @Override
  public void readRow(String name, int row, float[] out) {
    Matrix matrix = tensor(name);
    System.arraycopy(matrix.values(), row * matrix.columns(), out, 0, matrix.columns());
  }

  /** All floats of a tensor, row by row; not a copy. */
  float[] values(String name) {
    return tensor(name).values();
  }

  private Matrix tensor(String name) {
    Matrix matrix = tensors.get(name);
    if (matrix == null) {
      throw new IllegalArgumentException("no tensor " + name + " among " + tensors.keySet());
    }
    return matrix;
  }

  @Override
  public void close() {
    tensors.clear();
  }
}
