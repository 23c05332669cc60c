package org.inkstone.service.engine.internal.model;

import java.util.Set;
import org.inkstone.service.engine.ModelConfig;

/**
 * The weights of a model file, by canonical names (those of GGUF): {@code token_embd.weight},
 * {@code output.weight} (absent when tied), {@code output_norm.weight}, and for each block {@code
 * blk.N.attn_norm.weight}, {@code attn_q.weight}, {@code attn_q.bias}, {@code attn_k…}, {@code
 * attn_v…}, {@code attn_output.weight}, {@code attn_q_norm.weight}, {@code attn_k_norm.weight},
 * {@code ffn_norm.weight}, {@code ffn_gate.weight}, {@code ffn_up.weight}, {@code ffn_down.weight},
 * {@code post_attention_norm.weight}, {@code post_ffw_norm.weight} as the architecture has them.
 *
 * <p>A matrix is {@code [rows = outputs][columns = inputs]}, row-major. The owner closes it.
 */
public interface WeightSource extends AutoCloseable {
  /** The shape of the model. */
  ModelConfig config();

  /** The names of all tensors in the file. */
  Set<String> names();

  /** Number of rows; 1 for a vector. */
  int rows(String name);

  /** Number of columns. */
  int columns(String name);

  /** Dequantizes one row into {@code out} (of {@link #columns} floats). Safe from many threads. */
  void readRow(String name, int row, float[] out);

  @Override
  void close();
}
