package org.inkstone.service.engine.internal.model;

import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.ModelConfig;

/** Checks that a source has each tensor that its configuration needs, in the right shape. */
final class TensorShapes {
  private final WeightSource source;
  private final ModelConfig config;

  private TensorShapes(WeightSource source) {
    this.source = source;
    this.config = source.config();
  }

  static void check(WeightSource source) {
    TensorShapes shapes = new TensorShapes(source);
    int hidden = shapes.config.hiddenSize();
    int vocabulary = shapes.config.vocabularySize();
    shapes.matrix("token_embd.weight", vocabulary, hidden);
    shapes.vector("output_norm.weight", hidden);
    if (!shapes.config.tiedEmbedding()) {
      shapes.matrix("output.weight", vocabulary, hidden);
    }
    for (int layer = 0; layer < shapes.config.layers(); layer++) {
      shapes.attention("blk." + layer + ".");
      shapes.feedForward("blk." + layer + ".");
    }
  }

  private void attention(String block) {
    int hidden = config.hiddenSize();
    long queries = (long) config.heads() * config.headSize();
    long keys = (long) config.kvHeads() * config.headSize();
    vector(block + "attn_norm.weight", hidden);
    projection(block + "attn_q", queries, hidden);
    projection(block + "attn_k", keys, hidden);
    projection(block + "attn_v", keys, hidden);
    projection(block + "attn_output", hidden, queries);
    if (config.queryKeyNorm()) {
      vector(block + "attn_q_norm.weight", config.headSize());
      vector(block + "attn_k_norm.weight", config.headSize());
    }
  }

  private void feedForward(String block) {
    int hidden = config.hiddenSize();
    vector(block + "ffn_norm.weight", hidden);
    projection(block + "ffn_gate", config.feedForwardSize(), hidden);
    projection(block + "ffn_up", config.feedForwardSize(), hidden);
    projection(block + "ffn_down", hidden, config.feedForwardSize());
    if (config.postNorms()) {
      vector(block + "post_attention_norm.weight", hidden);
      vector(block + "post_ffw_norm.weight", hidden);
    }
  }

  private void projection(String name, long rows, long columns) {
    matrix(name + ".weight", rows, columns);
    if (source.names().contains(name + ".bias")) {
      vector(name + ".bias", rows);
    }
  }

  private void vector(String name, long columns) {
    matrix(name, 1, columns);
  }

  private void matrix(String name, long rows, long columns) {
    if (source.rows(name) != rows || source.columns(name) != columns) {
      throw new EngineException(
          EngineException.Kind.BAD_MODEL,
          "tensor %s has %d rows of %d, expected %d of %d"
              .formatted(name, source.rows(name), source.columns(name), rows, columns));
    }
  }
}
