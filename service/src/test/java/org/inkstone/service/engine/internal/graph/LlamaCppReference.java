package org.inkstone.service.engine.internal.graph;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What llama.cpp said of a model file, as {@code src/test/llama-cpp/reference.js} writes it.
 *
 * @param model the file's name
 * @param prompts for each kind of prompt, its prompts and greedy answers
 * @param texts by name, the texts and how probable they are
 */
record LlamaCppReference(
    String model, Map<String, List<Answered>> prompts, Map<String, Likelihood> texts) {
  /**
   * A prompt and its greedy answer.
   *
   * @param tokens the prompt
   * @param answer the answer, up to the end of the turn or 64 tokens
   */
  record Answered(List<Integer> tokens, List<Integer> answer) {}

  /**
   * A text, and for each place but the last what is said of the token that follows.
   *
   * @param tokens the text
   * @param choices the first choice
   * @param losses the negative log-probability of the token that does follow
   */
  record Likelihood(List<Integer> tokens, List<Integer> choices, List<Double> losses) {}

  static LlamaCppReference read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new ObjectMapper().readValue(in, LlamaCppReference.class);
    }
  }

  /** The reference that is kept for a model file. */
  static LlamaCppReference of(String model) throws IOException {
    String name = "/llama-cpp/" + model + ".json";
    try (InputStream in = LlamaCppReference.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("there is no resource " + name);
      }
      return new ObjectMapper().readValue(in, LlamaCppReference.class);
    }
  }

  static int[] array(List<Integer> tokens) {
    return tokens.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The place of the largest. */
  static int largest(float[] values) {
    return IntStream.range(0, values.length)
        .reduce((best, next) -> values[next] > values[best] ? next : best)
        .orElseThrow();
  }
}
