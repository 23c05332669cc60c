package org.inkstone.service.engine.internal.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.inkstone.service.engine.internal.grammar.Vocabulary;

/** A vocabulary read from the {@code model} and {@code added_tokens} of a tokenizer.json. */
final class TokenVocabulary implements Vocabulary {
  private static final byte[] NOTHING = {};

  private final byte[][] bytes;
  private final BitSet ends = new BitSet();

  private TokenVocabulary(byte[][] bytes, List<Integer> endTokens) {
    this.bytes = bytes;
    endTokens.forEach(ends::set);
  }

  /** Reads the bytes of each token; ids from {@code size} on do not count. */
  static TokenVocabulary read(JsonNode json, int size, List<Integer> endTokens) {
    byte[][] bytes = new byte[size][];
    Arrays.fill(bytes, NOTHING);
    TokenAlphabet alphabet = TokenAlphabet.of(json);
    for (Map.Entry<String, JsonNode> entry : json.path("model").path("vocab").properties()) {
      set(bytes, entry.getValue().asInt(-1), alphabet.bytes(entry.getKey()));
    }
    for (JsonNode added : json.path("added_tokens")) {
      boolean control = added.path("special").asBoolean();
      byte[] content = added.path("content").asText().getBytes(StandardCharsets.UTF_8);
      set(bytes, added.path("id").asInt(-1), control ? NOTHING : content);
    }
    return new TokenVocabulary(bytes, endTokens);
  }

  private static void set(byte[][] bytes, int id, byte[] value) {
    if (id >= 0 && id < bytes.length) {
      bytes[id] = value;
    }
  }

  @Override
  public int size() {
    return bytes.length;
  }

  @Override
  public byte[] bytes(int token) {
    return bytes[token];
  }

  @Override
  public boolean isEnd(int token) {
    return ends.get(token);
  }
}
