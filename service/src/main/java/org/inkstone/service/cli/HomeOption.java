package org.inkstone.service.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where everything is kept; shared by all commands. */
final class HomeOption {
  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      defaultValue = "${env:INKSTONE_HOME:-${env:HOME:-${sys:user.home}}/.inkstone}",
      description = "where models and data are kept (INKSTONE_HOME, default ~/.inkstone)")
  private Path home = Path.of("");

  /** The folder, absolute. */
  Path path() {
    return home.toAbsolutePath().normalize();
  }

  /** The folder of the database. */
  Path postgres() {
    return path().resolve("postgres");
  }
}
