package org.inkstone.service.engine.internal.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.internal.gguf.GgufFile;
import org.inkstone.service.engine.internal.gguf.GgufMetadata;

/**
 * The tokens of a GGUF file.
 *
 * @param kind {@code tokenizer.ggml.model}: {@code gpt2} (byte-level BPE) or {@code llama}
 *     (SentencePiece)
 * @param preTokenizer {@code tokenizer.ggml.pre}, such as {@code qwen2}
 * @param tokens the text of each id
 * @param types the type of each id, by the numbers below
 */
record GgufVocabulary(String kind, String preTokenizer, List<String> tokens, List<Integer> types) {
  static final int NORMAL = 1;
  static final int UNKNOWN = 2;
  static final int CONTROL = 3;
  static final int USER_DEFINED = 4;
  static final int UNUSED = 5;
  static final int BYTE = 6;

  GgufVocabulary {
    tokens = List.copyOf(tokens);
    types = List.copyOf(types);
  }

  static GgufVocabulary read(GgufFile file) {
    GgufMetadata metadata = file.metadata();
    String kind =
        metadata.string("tokenizer.ggml.model").orElseThrow(() -> bad(file, "model", "is missing"));
    List<String> tokens = metadata.strings("tokenizer.ggml.tokens");
    if (tokens == null) {
      throw bad(file, "tokens", "is missing");
    }
    int[] types = metadata.integers("tokenizer.ggml.token_type");
    if (types == null || types.length != tokens.size()) {
      throw bad(
          file,
          "token_type",
          "has " + (types == null ? 0 : types.length) + " items, expected " + tokens.size());
    }
    long rows = file.tensor("token_embd.weight").rows();
    if (rows != tokens.size()) {
      throw bad(file, "tokens", "has " + tokens.size() + " items, expected " + rows);
    }
    return new GgufVocabulary(
        kind,
        metadata.string("tokenizer.ggml.pre").orElse("default"),
        tokens,
        Arrays.stream(types).boxed().toList());
  }

  int size() {
    return tokens.size();
  }

  /** The ids of the tokens that are in use, by text. */
  Map<String, Integer> ids() {
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (int id = 0; id < tokens.size(); id++) {
      boolean used = types.get(id) != UNUSED && !tokens.get(id).isEmpty();
      if (used && ids.put(tokens.get(id), id) != null) {
        throw new EngineException(
            EngineException.Kind.BAD_MODEL,
            "metadata tokenizer.ggml.tokens holds '" + tokens.get(id) + "' twice");
      }
    }
    return ids;
  }

  /** The id of the control token with that text; −1 if there is none. */
  int controlToken(String text) {
    int id = tokens.indexOf(text);
    return id >= 0 && types.get(id) == CONTROL ? id : -1;
  }

  /** Whether a text begins with the beginning token when the file says nothing. */
  boolean beginsByDefault() {
    PreTokenizer splitter = PreTokenizer.named(preTokenizer);
    return kind.equals("llama") || (splitter != null && splitter.begins());
  }

  private static EngineException bad(GgufFile file, String key, String problem) {
    return new EngineException(
        EngineException.Kind.BAD_MODEL,
        file.name() + ": metadata tokenizer.ggml." + key + " " + problem);
  }
}
