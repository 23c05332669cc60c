package org.inkstone.service.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.engine.internal.catalog.PullSettings;

/** The packaged program as a child process, as a user starts it. */
final class PackagedService implements AutoCloseable {
  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Pattern ADDRESS = Pattern.compile("Inkstone is at (\\S+)");
  private static final Pattern KEY = Pattern.compile("shown this once: (\\S+)");

  private final Process process;
  private final Path output;

  private PackagedService(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** The command line of the packaged program. */
  static ProcessBuilder command(Path home, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("INKSTONE_HOME", home.toString());
    builder.environment().remove("INKSTONE_DATABASE_URL");
    return builder;
  }

  /** Starts it without a model, and returns when it says where it is. */
  static PackagedService start(Path home, Path output) throws IOException, InterruptedException {
    return start(command(home, "run", "--port", "0", "--no-model"), output);
  }

  /**
   * Starts it with the default model, fetched and imported where it is not yet, and returns when it
   * says where it is. The models are those of the machine, the data are its own.
   */
  static PackagedService startWithModel(Path home, Path output)
      throws IOException, InterruptedException {
    return startWithModel(home, output, Map.of());
  }

  /** The same with settings as an administrator makes them. */
  static PackagedService startWithModel(Path home, Path output, Map<String, String> settings)
      throws IOException, InterruptedException {
    PullSettings machine = PullSettings.fromEnvironment();
    Files.createDirectories(home);
    for (String folder : List.of("models", "downloads")) {
      Path shared = Files.createDirectories(machine.home().resolve(folder));
      Files.createSymbolicLink(home.resolve(folder), shared);
    }
    ProcessBuilder command = command(home, "run", "--port", "0");
    command.environment().putAll(settings);
    return start(command, output);
  }

  private static PackagedService start(ProcessBuilder command, Path output)
      throws IOException, InterruptedException {
    Process process = command.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    PackagedService service = new PackagedService(process, output);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!service.text().contains("Ctrl-C stops it")) {
      if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new IllegalStateException("the service did not start:\n" + service.text());
      }
    }
    return service;
  }

  String text() throws IOException {
    return Files.readString(output);
  }

  String address() throws IOException {
    return find(ADDRESS);
  }

  /** The key of the first start. */
  String key() throws IOException {
    return find(KEY);
  }

  boolean showsAKey() throws IOException {
    return KEY.matcher(text()).find();
  }

  private String find(Pattern pattern) throws IOException {
    Matcher matcher = pattern.matcher(text());
    if (!matcher.find()) {
      throw new IllegalStateException("no \"" + pattern + "\" in:\n" + text());
    }
    return matcher.group(1);
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** SIGTERM, as Ctrl-C in order; true if it ended in time. */
  boolean stop() throws InterruptedException {
    process.destroy();
    return process.waitFor(40, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
