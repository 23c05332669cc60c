package org.inkstone.service.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.inkstone.service.http.Scopes;
import org.inkstone.service.postgres.EmbeddedPostgres;
import org.inkstone.service.postgres.EmbeddedPostgres.Connection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes, lists and revokes API keys; works whether the service runs or not. */
@Command(
    name = "key",
    description = "Make, list and revoke API keys.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class KeyCommand {
  @Command(name = "create", description = "Make a key and show it once.")
  int create(
      @Mixin HomeOption home,
      @Mixin DatabaseOption database,
      @Mixin TenantOption tenant,
      @Option(names = "--name", required = true, description = "what a person calls it")
          String name,
      @Option(
              names = "--scope",
              description = "what it may do: formulas, workbooks, runs, runs:raw, keys (all)")
          @Nullable List<String> scopes) {
    List<String> granted =
        scopes == null || scopes.isEmpty() ? List.copyOf(new TreeSet<>(Scopes.ALL)) : scopes;
    for (String scope : granted) {
      if (!Scopes.ALL.contains(scope)) {
        throw new IllegalArgumentException(
            "no such scope: " + scope + "; there are " + new TreeSet<>(Scopes.ALL));
      }
    }
    List<String> arguments = new ArrayList<>(List.of("create", tenant.name, name));
    arguments.addAll(granted);
    return run(home, database, arguments);
  }

  @Command(name = "list", description = "Show the keys, without their secrets.")
  int list(@Mixin HomeOption home, @Mixin DatabaseOption database, @Mixin TenantOption tenant) {
    return run(home, database, List.of("list", tenant.name));
  }

  @Command(name = "revoke", description = "End a key for good.")
  int revoke(
      @Mixin HomeOption home,
      @Mixin DatabaseOption database,
      @Mixin TenantOption tenant,
      @Parameters(paramLabel = "ID", description = "as the list shows it") String id) {
    return run(home, database, List.of("revoke", tenant.name, id));
  }

  /** Whose keys. */
  static final class TenantOption {
    @Option(names = "--tenant", defaultValue = "default", description = "whose key (default)")
    String name = "";
  }

  private static int run(HomeOption home, DatabaseOption database, List<String> arguments) {
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.log.level", "WARN");
    String[] words = arguments.toArray(String[]::new);
    @Nullable Connection external = database.external();
    Optional<Connection> running =
        external == null ? EmbeddedPostgres.running(home.postgres()) : Optional.of(external);
    if (running.isPresent()) {
      Service.use(running.get());
      return Service.run(KeyApplication.class, () -> {}, words);
    }
    EmbeddedPostgres postgres = EmbeddedPostgres.start(home.postgres());
    Service.use(postgres.connection());
    return Service.run(KeyApplication.class, postgres::close, words);
  }
}
