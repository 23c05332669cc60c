package org.inkstone.service.functional;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.inkstone.service.engine.internal.graph.TinyModel;

/** The service with a model of random weights, room for little work. */
public class TinyModelProfile implements QuarkusTestProfile {
  private static final int CONTEXT = 8192;

  @Override
  public Map<String, String> getConfigOverrides() {
    try {
      Path folder = Files.createTempDirectory("inkstone-tiny").resolve("tiny");
      return Map.of(
          "inkstone.model.folder",
          TinyModel.write(folder, CONTEXT).path().toString(),
          "inkstone.formula.composer",
          "false",
          "inkstone.engine.threads",
          "1",
          "inkstone.engine.context-tokens",
          Integer.toString(CONTEXT),
          "inkstone.engine.interactive-budget",
          "30000");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(WatchingClock.class);
  }
}
