package org.inkstone.service.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code postmaster.pid}: what the server says of itself. */
record PidFile(Path path) {
  /**
   * The lines that matter.
   *
   * @param pid line 1
   * @param port line 4
   * @param ready whether line 8 says so
   */
  record Content(long pid, int port, boolean ready) {}

  /** What it says now; empty while there is none or it is half written. */
  Optional<Content> read() throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(path);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (lines.size() < 4 || !lines.get(0).matches("\\d+") || !lines.get(3).matches("\\d+")) {
      return Optional.empty();
    }
    boolean ready = lines.size() >= 8 && lines.get(7).strip().equals("ready");
    return Optional.of(
        new Content(Long.parseLong(lines.get(0)), Integer.parseInt(lines.get(3)), ready));
  }

  /** The live server that it names; a number that now belongs to another program doesn't count. */
  Optional<ProcessHandle> liveServer(Path data) throws IOException {
    return read()
        .flatMap(content -> ProcessHandle.of(content.pid()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> isServerOf(process.info(), data));
  }

  private static boolean isServerOf(ProcessHandle.Info info, Path data) {
    boolean postgres = info.command().map(command -> command.endsWith("/postgres")).orElse(false);
    return postgres
        && info.arguments()
            .map(arguments -> List.of(arguments).contains(data.toString()))
            .orElse(true);
  }
}
