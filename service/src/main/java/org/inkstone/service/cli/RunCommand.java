package org.inkstone.service.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.inkstone.service.postgres.EmbeddedPostgres;
import org.inkstone.service.postgres.EmbeddedPostgres.Connection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the service and everything that it stands on. */
@Command(
    name = "run",
    description = "Start the service: model, database, HTTP.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Mixin private final HomeOption home = new HomeOption();
  @Mixin private final DatabaseOption database = new DatabaseOption();

  @Option(
      names = "--port",
      defaultValue = "${env:INKSTONE_PORT:-8080}",
      description = "the HTTP port (INKSTONE_PORT, default 8080; 0 takes a free one)")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "${env:INKSTONE_HOST:-127.0.0.1}",
      description = "the address to listen on (INKSTONE_HOST, default this machine only)")
  private String host = "";

  @Option(
      names = "--model",
      defaultValue = "${env:INKSTONE_MODEL}",
      description = "the model's id (INKSTONE_MODEL, default the first of the catalogue)")
  private @Nullable String model;

  @Option(
      names = "--no-model",
      description = "start without a model: formulas are evaluated and explained, not written")
  private boolean noModel;

  @Override
  public Integer call() {
    PrintStream out = System.out;
    if (!noModel) {
      System.setProperty("inkstone.model.folder", modelFolder().toString());
    }
    System.setProperty("inkstone.home", home.path().toString());
    System.setProperty("quarkus.http.port", Integer.toString(port));
    System.setProperty("quarkus.http.host", host);
    @Nullable Connection external = database.external();
    if (external != null) {
      Service.use(external);
      return Service.run(ServeApplication.class, () -> {});
    }
    out.println("Starting PostgreSQL in " + home.postgres());
    EmbeddedPostgres postgres = EmbeddedPostgres.start(home.postgres());
    Service.use(postgres.connection());
    System.setProperty("inkstone.database.own", "true");
    return Service.run(ServeApplication.class, postgres::close);
  }

  private Path modelFolder() {
    Models models = new Models(home.path());
    String id = model == null || model.isBlank() ? models.catalog().defaultModel().id() : model;
    return models.ready(id).path();
  }
}
