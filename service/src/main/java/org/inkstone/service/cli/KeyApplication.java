package org.inkstone.service.cli;

import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.inkstone.service.task.ApiKey;
import org.inkstone.service.task.ApiKeyStore;

/** The part of the application that {@code inkstone key} needs: the store of keys. */
public final class KeyApplication implements QuarkusApplication {
  private final ApiKeyStore keys;

  KeyApplication(ApiKeyStore keys) {
    this.keys = keys;
  }

  @Override
  public int run(String... arguments) throws ExecutionException, InterruptedException {
    PrintStream out = System.out;
    String tenant = arguments[1];
    switch (arguments[0]) {
      case "create" -> {
        Set<String> scopes = Set.copyOf(List.of(arguments).subList(3, arguments.length));
        out.println(keys.create(tenant, arguments[2], scopes).toCompletableFuture().get().token());
      }
      case "list" ->
          keys.list(tenant).toCompletableFuture().get().forEach(key -> out.println(line(key)));
      case "revoke" -> {
        if (!keys.revoke(tenant, arguments[2]).toCompletableFuture().get()) {
          System.err.println("inkstone: no key " + arguments[2] + " in tenant " + tenant);
          return 1;
        }
        out.println("revoked " + arguments[2]);
      }
      default -> throw new IllegalArgumentException("no such action: " + arguments[0]);
    }
    return 0;
  }

  private static String line(ApiKey key) {
    String state = key.revokedAt() == null ? "valid" : "revoked " + key.revokedAt();
    return String.join(
        "\t",
        key.id(),
        key.name(),
        String.join(",", key.scopes().stream().sorted().toList()),
        state);
  }
}
