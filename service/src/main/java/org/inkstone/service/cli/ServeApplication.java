package org.inkstone.service.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.inkstone.service.config.EngineHost;
import org.inkstone.service.http.Scopes;
import org.inkstone.service.task.AnswerStore;
import org.inkstone.service.task.ApiKeyStore;

/** The service until it is stopped; says where it is, and on its first start with which key. */
public final class ServeApplication implements QuarkusApplication {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ApiKeyStore keys;
  private final AnswerStore answers;
  private final HttpServer http;
  private final EngineHost host;
  private final boolean ownDatabase;

  ServeApplication(
      ApiKeyStore keys,
      AnswerStore answers,
      HttpServer http,
      EngineHost host,
      @ConfigProperty(name = "inkstone.database.own", defaultValue = "false") boolean ownDatabase) {
    this.keys = keys;
    this.answers = answers;
    this.http = http;
    this.host = host;
    this.ownDatabase = ownDatabase;
  }

  @Override
  public int run(String... arguments) throws Exception {
    if (ownDatabase) {
      await(answers.freeAbandoned());
    }
    Optional<ApiKeyStore.Created> first =
        await(keys.createFirst("default", "made at the first start", Scopes.ALL));
    if (host.hasModel()) {
      System.out.println("Loading the model");
      host.whenLoaded().toCompletableFuture().get();
    }
    String address = http.getLocalBaseUri().toString().replaceAll("/$", "");
    greet(System.out, address, first.map(ApiKeyStore.Created::token));
    Quarkus.waitForExit();
    return 0;
  }

  private static <T> T await(CompletionStage<T> stage)
      throws ExecutionException, InterruptedException, TimeoutException {
    return stage.toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void greet(PrintStream out, String address, Optional<String> firstKey) {
    out.println();
    out.println("Inkstone is at " + address);
    firstKey.ifPresent(key -> {
      out.println("Your API key, shown this once: " + key);
      out.println("Lost it? ./inkstone key create --name mine");
    });
    out.println();
    out.println("Try it:");
    out.println("  curl " + address + "/v1/formulas \\");
    out.println("    -H 'Authorization: Bearer " + firstKey.orElse("<your API key>") + "' \\");
    out.println("    -H 'Content-Type: application/json' -d '" + REQUEST + "'");
    out.println();
    out.println("Ctrl-C stops it.");
    out.flush();
  }

  private static final String REQUEST =
      "{\"instruction\":\"total amount of the north region\",\"sheet\":{\"name\":\"Orders\","
          + "\"cells\":[[\"Region\",\"Amount\"],[\"North\",120],[\"South\",80],[\"North\",45]]}}";
}
