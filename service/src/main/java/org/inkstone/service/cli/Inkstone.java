package org.inkstone.service.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program. Commands that don't need the service don't start it. */
@QuarkusMain
@Command(
    name = "inkstone",
    description = "A self-hosted office AI whose answers carry their proof.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      ModelCommand.class,
      FunctionsCommand.class,
      EvalCommand.class,
      LearnCommand.class,
      RecalculateCommand.class,
      KeyCommand.class
    })
public final class Inkstone {
  /** Runs one command; the exit code is 0 for success, 1 for a failure, 2 for a wrong usage. */
  public static void main(String... arguments) {
    System.exit(execute(arguments));
  }

  static int execute(String... arguments) {
    return new CommandLine(new Inkstone())
        .setExecutionExceptionHandler(Inkstone::report)
        .execute(arguments);
  }

  private static int report(
      Exception trouble, CommandLine command, CommandLine.ParseResult parsed) {
    String message = trouble.getMessage();
    command
        .getErr()
        .println("inkstone: " + (message == null ? trouble.getClass().getSimpleName() : message));
    if (System.getenv("INKSTONE_DEBUG") != null) {
      trouble.printStackTrace(command.getErr());
    }
    return 1;
  }
}
