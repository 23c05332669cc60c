package org.inkstone.service.engine.internal.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs pip to fetch packages, which knows by itself where they are. */
final class Pip {
  /** The ways to call pip, tried in order. */
  static final List<List<String>> COMMANDS =
      List.of(List.of("python3", "-m", "pip"), List.of("pip3"), List.of("pip"));

  private static final int MOST_MESSAGE = 2000;

  private final List<List<String>> candidates;
  private final Map<String, String> environment;
  private @Nullable List<String> command;

  /** The variables are added to those of this process. */
  Pip(List<List<String>> candidates, Map<String, String> environment) {
    this.candidates = List.copyOf(candidates);
    this.environment = Map.copyOf(environment);
  }

  /** Fetches one wheel into an empty folder; never a source package, which would run code. */
  Path download(String requirement, Path folder) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(command());
    line.addAll(List.of("download", "--no-deps", "--only-binary", ":all:"));
    line.addAll(List.of("--no-cache-dir", "--no-input", "--disable-pip-version-check", "--quiet"));
    line.addAll(List.of("--dest", folder.toString(), requirement));
    Result result = run(line);
    if (result.status() != 0) {
      throw new UnusableSourceException(
          "pip could not fetch " + requirement + ": " + result.output());
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .findFirst()
          .orElseThrow(() -> new UnusableSourceException("pip fetched no file for " + requirement));
    }
  }

  private List<String> command() throws IOException, InterruptedException {
    if (command == null) {
      command = find();
    }
    return command;
  }

  private List<String> find() throws IOException, InterruptedException {
    for (List<String> candidate : candidates) {
      List<String> line = new ArrayList<>(candidate);
      line.add("--version");
      if (works(line)) {
        return candidate;
      }
    }
    throw new UnusableSourceException(
        "pip is not installed: install Python 3 with pip (on Debian and Ubuntu: python3-pip)");
  }

  private boolean works(List<String> line) throws IOException, InterruptedException {
    try {
      return run(line).status() == 0;
    } catch (UnusableSourceException e) {
      return false;
    }
  }

  private record Result(int status, String output) {}

  private Result run(List<String> line) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = start(builder);
    try {
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int tail = Math.max(0, output.length() - MOST_MESSAGE);
      return new Result(process.waitFor(), output.substring(tail));
    } finally {
      process.destroy();
    }
  }

  private static Process start(ProcessBuilder builder) throws UnusableSourceException {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UnusableSourceException(e.toString());
    }
  }
}
