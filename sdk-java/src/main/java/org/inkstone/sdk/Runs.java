package org.inkstone.sdk;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.inkstone.sdk.internal.Blocking;
import org.inkstone.sdk.internal.JsonApi;
import org.inkstone.sdk.model.RunInfo;

/** What was asked and answered before. */
public final class Runs {
  private final JsonApi api;

  Runs(JsonApi api) {
    this.api = api;
  }

  /** A run by the id in a result's provenance. */
  public RunInfo get(String runId) {
    return Blocking.await(getAsync(runId));
  }

  /** The same, without waiting. */
  public CompletableFuture<RunInfo> getAsync(String runId) {
    return api.get(
        "v1/runs/" + URLEncoder.encode(runId, StandardCharsets.UTF_8), new TypeReference<>() {});
  }
}
