package org.inkstone.service.engine.internal.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.engine.internal.gguf.GgufWriter;

/**
 * The smallest model that can be opened: one block of width 4 with one head, four tokens. Metadata
 * and tensors can be changed before it is written.
 */
final class TinyModel {
  /** What the tensors of the plain model take: 4 or 16 floats each, rounded up to 32 bytes. */
  static final int DATA_BYTES = 3 * 32 + 8 * 64;

  private static final List<String> SQUARES =
      List.of("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down");

  private final Map<String, Object> metadata = new LinkedHashMap<>();
  private final Map<String, float[]> tensors = new LinkedHashMap<>();

  TinyModel(String architecture) {
    set("general.architecture", architecture);
    for (String key : List.of("embedding_length", "feed_forward_length")) {
      set(architecture + "." + key, 4);
    }
    for (String key : List.of("block_count", "attention.head_count", "attention.head_count_kv")) {
      set(architecture + "." + key, 1);
    }
    set(architecture + ".context_length", 64);
    set(architecture + ".rope.freq_base", 10_000f);
    set(architecture + ".attention.layer_norm_rms_epsilon", 1e-6f);
    set("tokenizer.ggml.model", "gpt2");
    set("tokenizer.ggml.pre", "qwen2");
    set("tokenizer.ggml.tokens", List.of("a", "b", "ab", "<|im_end|>"));
    set("tokenizer.ggml.token_type", List.of(1, 1, 1, 3));
    set("tokenizer.ggml.merges", List.of("a b"));
    set("tokenizer.ggml.eos_token_id", 3);
    set("tokenizer.chat_template", "{{ messages }}");
    tensor("token_embd.weight", new float[16]);
    tensor("output_norm.weight", new float[4]);
    SQUARES.forEach(name -> tensor("blk.0." + name + ".weight", new float[16]));
    norms("attn_norm", "ffn_norm");
  }

  /** Sets a text, an int, a float, a list of texts or a list of ints. */
  TinyModel set(String key, Object value) {
    metadata.put(key, value);
    return this;
  }

  TinyModel without(String key) {
    metadata.remove(key);
    tensors.remove(key);
    return this;
  }

  /** Adds norms of width 4 to the block. */
  TinyModel norms(String... names) {
    for (String name : names) {
      tensor("blk.0." + name + ".weight", new float[4]);
    }
    return this;
  }

  /** Sets a tensor: 16 floats are a matrix of 4 rows, others a vector. */
  TinyModel tensor(String name, float... values) {
    tensors.put(name, values);
    return this;
  }

  Path write(Path path) {
    return writer().write(path);
  }

  byte[] toBytes() {
    return writer().toBytes();
  }

  private GgufWriter writer() {
    GgufWriter writer = new GgufWriter();
    metadata.forEach((key, value) -> add(writer, key, value));
    tensors.forEach((name, values) -> {
      if (values.length == 16) {
        writer.matrix(name, 4, 4, values);
      } else {
        writer.vector(name, values);
      }
    });
    return writer;
  }

  private static void add(GgufWriter writer, String key, Object value) {
    switch (value) {
      case String text -> writer.string(key, text);
      case Integer number -> writer.uint32(key, number);
      case Float number -> writer.float32(key, number);
      case List<?> list when list.getFirst() instanceof String ->
          writer.strings(key, list.stream().map(String.class::cast).toList());
      case List<?> list -> writer.int32s(key, list.stream().map(Integer.class::cast).toList());
      default -> throw new IllegalArgumentException(key + ": " + value);
    }
  }
}
