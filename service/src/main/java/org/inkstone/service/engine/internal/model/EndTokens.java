package org.inkstone.service.engine.internal.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Finds the tokens that end a turn: those that the files declare, then the control tokens of the
 * vocabulary whose text is one of the known ends. (A chat model may declare the end of a turn and
 * still emit the end of a text.)
 */
final class EndTokens {
  private static final List<String> TEXTS =
      List.of(
          "<|im_end|>",
          "<|eot_id|>",
          "<|eom_id|>",
          "<end_of_turn>",
          "<|end|>",
          "<|endoftext|>",
          "<|end_of_text|>",
          "</s>",
          "<eos>");

  private EndTokens() {}

  /** All ends, each once; {@code controlToken} gives the id of a control token's text, or −1. */
  static List<Integer> of(List<Integer> declared, ToIntFunction<String> controlToken) {
    Set<Integer> ends = new LinkedHashSet<>(declared);
    for (String text : TEXTS) {
      int id = controlToken.applyAsInt(text);
      if (id >= 0) {
        ends.add(id);
      }
    }
    return new ArrayList<>(ends);
  }
}
