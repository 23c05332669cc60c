package org.inkstone.service.engine.internal.graph;

/** The names of the graphs' inputs and outputs; {@link DecoderGraph} says what they hold. */
public final class GraphNames {
  /** Token ids, int64[B, S]. */
  public static final String INPUT_IDS = "input_ids";

  /** Total length of each row less one, int32[B]. */
  public static final String LENGTHS = "seqlens_k";

  /** The largest total length, int32[1]. */
  public static final String TOTAL_LENGTH = "total_sequence_length";

  /** Flat places in B · S whose logits are wanted, int64[K]. */
  public static final String LOGIT_INDEX = "logit_index";

  /** Logits of the wanted places, float32[K, vocabulary]. */
  public static final String LOGITS = "logits";

  /** The residual stream where an encoder's graph is cut, float32[B, S, hidden]. */
  public static final String HIDDEN_STATES = "hidden_states";

  private GraphNames() {}

  /** Keys of the layer (from 0) before this step, float32[B, kvHeads, T, headSize]. */
  public static String pastKey(int layer) {
    return "past_key_values." + layer + ".key";
  }

  /** Values of the layer (from 0) before this step, as its keys. */
  public static String pastValue(int layer) {
    return "past_key_values." + layer + ".value";
  }

  /** Keys of the layer (from 0) after this step. */
  public static String presentKey(int layer) {
    return "present." + layer + ".key";
  }

  /** Values of the layer (from 0) after this step. */
  public static String presentValue(int layer) {
    return "present." + layer + ".value";
  }

  /** The residual stream after so many blocks, inside the decoder's graph. */
  static String residual(int blocks) {
    return "residual." + blocks;
  }
}
