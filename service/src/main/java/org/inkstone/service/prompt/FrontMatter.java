package org.inkstone.service.prompt;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The head of a template's file, between two lines of three dashes. */
record FrontMatter(List<String> inputs, Sampling sampling) {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  FrontMatter(@Nullable List<String> inputs, @Nullable Sampling sampling) {
    this.inputs = inputs == null ? List.of() : List.copyOf(inputs);
    this.sampling = sampling == null ? new Sampling(null, 0, 0, null, 0) : sampling;
  }

  record Sampling(
      @JsonProperty("max_tokens") @Nullable Integer maxTokens,
      int samples,
      double temperature,
      @JsonProperty("top_p") @Nullable Double topP,
      long seed) {}

  static FrontMatter parse(String template, String yaml) {
    try {
      FrontMatter head = YAML.readValue(yaml, FrontMatter.class);
      if (head == null) {
        throw new PromptException(template, "the front matter is empty, expected inputs");
      }
      return head;
    } catch (JsonProcessingException e) {
      throw new PromptException(template, "front matter: " + e.getOriginalMessage());
    }
  }

  Prompt.Settings settings(String template) {
    if (sampling.maxTokens() == null) {
      throw new PromptException(template, "the front matter has no sampling.max_tokens");
    }
    double topP = sampling.topP() == null ? 1 : sampling.topP();
    return new Prompt.Settings(
        sampling.maxTokens(), sampling.samples(), sampling.temperature(), topP, sampling.seed());
  }
}
