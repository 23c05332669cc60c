package org.inkstone.service.plan.rank;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The weights of a {@link Ranker} with where they come from, as they stand in a file.
 *
 * @param learned the day on which they were learned
 * @param samples how many requests they were learned from
 * @param samplesSha256 the digest of those
 * @param choice weights of the features of a meaning; their sum is log odds
 * @param trust weights of what the trust in the best meaning rests on; calibrated
 * @param harmless words that asked for nothing in requests that were answered rightly
 */
@JsonPropertyOrder({"learned", "samples", "samples_sha256", "choice", "trust", "harmless"})
public record RankerFile(
    String learned,
    int samples,
    @JsonProperty("samples_sha256") String samplesSha256,
    Linear choice,
    Linear trust,
    Set<String> harmless) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final String RESOURCE = "formula.json";

  /** The weights that ship with the program; they need no model. */
  public static RankerFile shipped() {
    try (InputStream in = RankerFile.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + RESOURCE + " is missing");
      }
      return JSON.readValue(in, RankerFile.class);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + RESOURCE + ": " + e.getMessage(), e);
    }
  }

  /** As text for a file, the weights by name. */
  public String asJson() {
    try {
      RankerFile sorted =
          new RankerFile(
              learned,
              samples,
              samplesSha256,
              rounded(choice),
              rounded(trust),
              new TreeSet<>(harmless));
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sorted) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("weights can't be written as JSON", e);
    }
  }

  private static Linear rounded(Linear linear) {
    Map<String, Double> weights = new TreeMap<>();
    linear.weights().forEach((name, weight) -> weights.put(name, fourDigits(weight)));
    return new Linear(weights, fourDigits(linear.bias()));
  }

  private static double fourDigits(double value) {
    return Math.rint(value * 10_000) / 10_000;
  }
}
