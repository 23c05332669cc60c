package org.inkstone.service.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.inkstone.sdk.model.FunctionInfo;
import org.inkstone.sdk.model.FunctionList;
import org.inkstone.service.task.formula.FunctionListing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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

  @Option(names = "--json", description = "print JSON, as GET /v1/functions does")
  private boolean json;

  @Option(names = "--markdown", description = "print a Markdown table")
  private boolean markdown;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "one function, with its names")
  private @Nullable String name;

  @Override
  public Integer call() throws JsonProcessingException {
    if (!List.of("en", "zh").contains(language)) {
      throw new ParameterException(
          spec.commandLine(), "--language must be en or zh, was " + language);
    }
    FunctionList all = new FunctionListing().list();
    FunctionText text = new FunctionText(all, language.equals("zh"));
    FunctionInfo one = name == null ? null : find(all, name);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Object shown = one == null ? all : one;
      out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(shown));
    } else if (one != null) {
      out.print(text.details(one));
    } else {
      out.print(markdown ? text.markdown() : text.lines());
    }
    out.flush();
    return 0;
  }

  private FunctionInfo find(FunctionList all, String wanted) {
    return all.functions().stream()
        .filter(f -> isCalled(f, wanted))
        .findFirst()
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(), "no function is called " + wanted + " in any language"));
  }

  private static boolean isCalled(FunctionInfo function, String wanted) {
    return function.name().equalsIgnoreCase(wanted)
        || function.names().values().stream().anyMatch(wanted::equalsIgnoreCase);
  }
}
