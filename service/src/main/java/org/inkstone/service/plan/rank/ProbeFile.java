package org.inkstone.service.plan.rank;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The weights of a {@link Probe} for one model, with where they come from, as they stand in a file.
 *
 * @param learned the day on which they were learned
 * @param samples how many requests they were learned from
 * @param samplesSha256 the digest of those
 * @param modelSha256 the digest of the model's source
 * @param layer after which layer its states are taken
 * @param weights one a hidden dimension; their sum over the mean state of the request is log odds
 */
@JsonPropertyOrder({"learned", "samples", "samples_sha256", "model", "model_sha256", "layer"})
public record ProbeFile(
    String learned,
    int samples,
    @JsonProperty("samples_sha256") String samplesSha256,
    String model,
    @JsonProperty("model_sha256") String modelSha256,
    int layer,
    List<Float> weights) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public ProbeFile {
    weights = List.copyOf(weights);
  }

  /** The probe that ships with the program for a model; none if none was learned for it. */
  public static Optional<ProbeFile> shipped(String modelSha256) {
    String resource =
        "probe-" + modelSha256.substring(0, Math.min(12, modelSha256.length())) + ".json";
    try (InputStream in = ProbeFile.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(JSON.readValue(in, ProbeFile.class))
              .filter(file -> file.modelSha256().equals(modelSha256));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + resource + ": " + e.getMessage(), e);
    }
  }

  /** As text for a file. */
  public String asJson() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("weights can't be written as JSON", e);
    }
  }
}
