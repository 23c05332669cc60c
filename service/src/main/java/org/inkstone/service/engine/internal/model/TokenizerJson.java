package org.inkstone.service.engine.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The common frame of Hugging Face's {@code tokenizer.json}. The format is described by the
 * serialization of the {@code tokenizers} library.
 */
final class TokenizerJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final GgufVocabulary vocabulary;
  private final Map<String, Integer> ids;
  private final ObjectNode root = MAPPER.createObjectNode();

  TokenizerJson(GgufVocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.ids = vocabulary.ids();
    root.put("version", "1.0").putNull("truncation").putNull("padding");
    root.set("added_tokens", addedTokens());
  }

  /** Sets a part; null for none. */
  TokenizerJson part(String name, JsonNode value) {
    root.set(name, value);
    return this;
  }

  void write(Path file) {
    try {
      MAPPER.writeValue(file.toFile(), root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The BPE model with the tokens that a text can become, and these merges. */
  ObjectNode bpe(List<Merge> merges) {
    ObjectNode model = MAPPER.createObjectNode().put("type", "BPE").putNull("dropout");
    model.putNull("unk_token").put("fuse_unk", false);
    model.putNull("continuing_subword_prefix").putNull("end_of_word_suffix");
    model.put("byte_fallback", false).put("ignore_merges", false);
    ObjectNode tokens = model.putObject("vocab");
    ids.forEach(tokens::put);
    ArrayNode pairs = model.putArray("merges");
    for (Merge merge : merges) {
      pairs.addArray().add(merge.left()).add(merge.right());
    }
    return model;
  }

  /** A component with its {@code type}. */
  static ObjectNode component(String type) {
    return MAPPER.createObjectNode().put("type", type);
  }

  /** A component that runs others in order, under the name of their list. */
  static ObjectNode sequence(String list, List<ObjectNode> components) {
    ObjectNode sequence = component("Sequence");
    sequence.putArray(list).addAll(components);
    return sequence;
  }

  static JsonNode none() {
    return JsonNodeFactory.instance.nullNode();
  }

  /** Control tokens are special; tokens that a user defined are found in any text. */
  private ArrayNode addedTokens() {
    ArrayNode added = MAPPER.createArrayNode();
    ids.forEach((text, id) -> {
      switch (vocabulary.types().get(id)) {
        case GgufVocabulary.CONTROL, GgufVocabulary.UNKNOWN ->
            added.add(addedToken(text, id, true));
        case GgufVocabulary.USER_DEFINED -> added.add(addedToken(text, id, false));
        default -> {}
      }
    });
    return added;
  }

  private static ObjectNode addedToken(String text, int id, boolean special) {
    ObjectNode token = MAPPER.createObjectNode().put("id", id).put("content", text);
    token.put("single_word", false).put("lstrip", false).put("rstrip", false);
    return token.put("normalized", false).put("special", special);
  }

  /** Two neighbours that become one token; earlier merges go first. */
  record Merge(String left, String right) {}
}
