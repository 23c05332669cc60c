package org.inkstone.service.cli;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.inkstone.service.postgres.EmbeddedPostgres.Connection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A PostgreSQL server of the administrator's own. */
final class DatabaseOption {
  @Option(
      names = "--database-url",
      paramLabel = "URL",
      defaultValue = "${env:INKSTONE_DATABASE_URL}",
      description =
          "a PostgreSQL server to use in place of the embedded one"
              + " (INKSTONE_DATABASE_URL): postgresql://user:password@host:5432/database")
  private @Nullable String url;

  /** The server that was named; null for the embedded one. */
  @Nullable Connection external() {
    return url == null || url.isBlank() ? null : parse(url);
  }

  static Connection parse(String url) {
    URI uri = URI.create(url);
    @Nullable String user = uri.getRawUserInfo();
    int colon = user == null ? -1 : user.indexOf(':');
    @Nullable String path = uri.getPath();
    boolean known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
    if (!known
        || uri.getHost() == null
        || user == null
        || colon < 0
        || path == null
        || path.length() < 2) {
      throw new IllegalArgumentException(
          "the database URL must be postgresql://user:password@host:port/database");
    }
    return new Connection(
        uri.getHost(),
        uri.getPort() < 0 ? 5432 : uri.getPort(),
        path.substring(1),
        decode(user.substring(0, colon)),
        decode(user.substring(colon + 1)));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
