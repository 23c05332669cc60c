package org.inkstone.service.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.inkstone.sdk.model.FunctionInfo;
import org.inkstone.service.task.formula.FunctionListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The functions of the calculation engine. */
@Command(
    name = "functions",
    description = "Show the functions of the calculation engine.",
    mixinStandardHelpOptions = true)
final class FunctionsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--language", defaultValue = "en", description = "en (default) or zh")
  private String language = "en";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (FunctionInfo function : new FunctionListing().list().functions()) {
      String words =
          function.reason() == null
              ? function.description().getOrDefault(language, "")
              : "refused: " + function.reason();
      out.printf("%s\t%s%n", function.signature(), words);
    }
    out.flush();
    return 0;
  }
}
