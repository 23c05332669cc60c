package org.inkstone.service.engine.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads special tokens and chat template from the small files of a Hugging Face folder. */
final class HuggingFaceFacts {
  private final JsonFile config;
  private final JsonFile generation;
  private final JsonFile tokenizerConfig;
  private final JsonFile tokenizer;

  HuggingFaceFacts(Path folder) {
    this.config = JsonFile.read(folder.resolve("config.json"));
    this.generation = JsonFile.readIfPresent(folder.resolve("generation_config.json"));
    this.tokenizerConfig = JsonFile.readIfPresent(folder.resolve("tokenizer_config.json"));
    this.tokenizer = JsonFile.read(folder.resolve("tokenizer.json"));
  }

  SourceFacts facts(String name, String quantization, long parameters) {
    List<Integer> bos = config.tokens("bos_token_id");
    Integer first = bos.isEmpty() ? null : bos.getFirst();
    return new SourceFacts(
        name, null, quantization, parameters, ends(), first, first != null && addsBos());
  }

  /** One template, or the one called {@code default} among several. */
  Optional<String> chatTemplate() {
    JsonNode template = tokenizerConfig.root().path("chat_template");
    if (template.isTextual()) {
      return Optional.of(template.textValue());
    }
    for (JsonNode named : template) {
      if (named.path("name").asText().equals("default")) {
        return Optional.ofNullable(named.path("template").textValue());
      }
    }
    return Optional.empty();
  }

  private List<Integer> ends() {
    List<Integer> declared =
        (generation.has("eos_token_id") ? generation : config).tokens("eos_token_id");
    return EndTokens.of(declared, this::controlToken);
  }

  private int controlToken(String text) {
    for (JsonNode token : tokenizer.root().path("added_tokens")) {
      if (token.path("special").asBoolean() && token.path("content").asText().equals(text)) {
        return token.path("id").asInt(-1);
      }
    }
    return -1;
  }

  /** As {@code add_bos_token} says, else whether the tokenizer's post-processor puts it there. */
  private boolean addsBos() {
    String text = bosText();
    boolean processed = text != null && mentions(tokenizer.root().path("post_processor"), text);
    return tokenizerConfig.bool("add_bos_token", processed);
  }

  private @Nullable String bosText() {
    JsonNode bos = tokenizerConfig.root().path("bos_token");
    return bos.isObject() ? bos.path("content").textValue() : bos.textValue();
  }

  private static boolean mentions(JsonNode node, String text) {
    if (node.isTextual()) {
      return node.textValue().equals(text);
    }
    for (JsonNode child : node) {
      if (mentions(child, text)) {
        return true;
      }
    }
    return false;
  }
}
