package org.inkstone.service;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.inkstone.service.postgres.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/** Starts the product's own PostgreSQL, in an empty home, for all Quarkus tests. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable Path home;
  private @Nullable EmbeddedPostgres postgres;

  @Override
  public Map<String, String> start() {
    try {
      home = Files.createTempDirectory("inkstone-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    postgres = EmbeddedPostgres.start(home.resolve("postgres"));
    EmbeddedPostgres.Connection to = postgres.connection();
    return Map.of(
        "quarkus.datasource.reactive.url", to.reactiveUrl(),
        "quarkus.datasource.jdbc.url", to.jdbcUrl(),
        "quarkus.datasource.username", to.user(),
        "quarkus.datasource.password", to.password(),
        "inkstone.home", home.toString());
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.close();
    }
    if (home != null) {
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
