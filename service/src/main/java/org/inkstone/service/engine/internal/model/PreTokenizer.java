package org.inkstone.service.engine.internal.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a byte-level BPE splits a text before it merges, by the names that GGUF files give it. Each
 * regex splits the pieces that the one before left; what a regex does not match is a piece too.
 */
@SuppressWarnings("ImmutableEnumChecker") // the collections are immutable copies
enum PreTokenizer {
  /** Letters with the character before them, digits one by one. */
  QWEN2(false, false, Set.of("qwen2", "stablelm2", "deepseek-r1-qwen", "megrez"), wide("\\p{N}")),
  /** As Qwen's, digits by up to three; a piece that is a token is taken whole. */
  LLAMA3(true, true, Set.of("llama3", "llama-v3", "llama-bpe", "falcon3"), wide("\\p{N}{1,3}")),
  /** As Llama's, merging every piece. */
  DBRX(false, false, Set.of("dbrx", "smaug-bpe"), wide("\\p{N}{1,3}")),
  /** Digits one by one, then the rules of GPT-2. */
  SMOLLM(
      false,
      false,
      Set.of("smollm", "starcoder", "refact", "command-r", "codeshell", "exaone"),
      List.of("\\p{N}", Patterns.GPT2)),
  /** Words, numbers and marks, each with the blank before it. */
  GPT2(
      false,
      false,
      Set.of("gpt-2", "gpt2", "phi-2", "mpt", "olmo", "jais"),
      List.of(Patterns.GPT2));

  private static final class Patterns {
    static final String GPT2 =
        "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)";
  }

  private final boolean wholeTokens;
  private final boolean begins;
  private final Set<String> names;
  private final List<String> regexes;

  PreTokenizer(boolean wholeTokens, boolean begins, Set<String> names, List<String> regexes) {
    this.wholeTokens = wholeTokens;
    this.begins = begins;
    this.names = Set.copyOf(names);
    this.regexes = List.copyOf(regexes);
  }

  /** The splitter that a file names; null if it is not known. */
  static @Nullable PreTokenizer named(String name) {
    for (PreTokenizer preTokenizer : values()) {
      if (preTokenizer.names.contains(name)) {
        return preTokenizer;
      }
    }
    return null;
  }

  /** Whether a piece that is a token is taken without merging. */
  boolean wholeTokens() {
    return wholeTokens;
  }

  /** Whether a text begins with the beginning token when the file says nothing. */
  boolean begins() {
    return begins;
  }

  List<String> regexes() {
    return regexes;
  }

  private static List<String> wide(String digits) {
    return List.of(
        "(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])"
            + "|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|"
            + digits
            + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+");
  }
}
