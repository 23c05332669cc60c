package org.inkstone.service.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.inkstone.service.config.FormulaBeans;
import org.inkstone.service.engine.ChatMessage;
import org.inkstone.service.engine.EngineOptions;
import org.inkstone.service.engine.internal.decode.OnnxEngine;
import org.inkstone.service.prompt.PromptCatalog;
import org.inkstone.service.task.formula.FormulaParts;
import org.inkstone.service.task.formula.FormulaScore;
import org.inkstone.service.task.formula.FormulaScoring;
import org.inkstone.service.task.formula.Sample;
import org.inkstone.service.task.formula.SampleReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores tasks on samples, with the model, in this process. */
@Command(
    name = "eval",
    description = "Score a task on its samples.",
    mixinStandardHelpOptions = true,
    subcommands = EvalCommand.Formula.class)
final class EvalCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return 2;
  }

  /** The formula task. */
  @Command(
      name = "formula",
      description = "Score formulas by the values that they give.",
      mixinStandardHelpOptions = true)
  static final class Formula implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private HomeOption home = new HomeOption();

    @Option(
        names = "--model",
        defaultValue = "qwen2.5-coder-1.5b-instruct",
        description = "id of a model in the home folder, or the folder of one")
    private String model = "";

    @Option(
        names = "--samples",
        paramLabel = "DIR",
        defaultValue = "prompt-templates/formula/samples",
        description = "a folder of samples (*.yaml)")
    private Path samples = Path.of("");

    @Option(
        names = "--set",
        paramLabel = "FILE",
        description = "questions over tables, one JSON object a line, in the place of samples")
    private @Nullable Path set;

    @Option(names = "--limit", description = "at most so many, evenly taken from all")
    private int limit = Integer.MAX_VALUE;

    @Option(
        names = "--without-model",
        description = "score what the program composes alone; no model is loaded")
    private boolean withoutModel;

    @Option(names = "--without-composer", description = "score what the model writes alone")
    private boolean withoutComposer;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
      List<Sample> all = set == null ? SampleReader.folder(samples) : SampleReader.questions(set);
      List<Sample> taken = SampleReader.evenly(all, limit);
      PrintWriter out = spec.commandLine().getOut();
      PrintWriter err = spec.commandLine().getErr();
      if (withoutModel) {
        print(score(FormulaParts.withoutModel(prompts()), taken, err), out);
        return 0;
      }
      try (OnnxEngine engine = OnnxEngine.open(folder(), EngineOptions.defaults())) {
        FormulaParts parts = FormulaBeans.parts(prompts(), engine);
        warmUp(engine, parts.prompts());
        print(score(withoutComposer ? parts.withoutComposer() : parts, taken, err), out);
      }
      return 0;
    }

    private static FormulaScore score(FormulaParts parts, List<Sample> samples, PrintWriter err) {
      return new FormulaScoring(parts, ForkJoinPool.commonPool(), Clock.systemUTC())
          .score(samples, one -> report(one, err));
    }

    private void print(FormulaScore score, PrintWriter out) {
      out.println(json ? score.asJson() : score.asText());
      out.flush();
    }

    private static PromptCatalog prompts() {
      return PromptCatalog.load(EvalCommand.class.getClassLoader(), FormulaParts.TEMPLATES);
    }

    private Path folder() {
      Path named = Path.of(model);
      Path folder = Files.isDirectory(named) ? named : home.path().resolve("models").resolve(model);
      if (!Files.isDirectory(folder)) {
        throw new IllegalStateException(
            "no imported model "
                + model
                + ". Try: ./inkstone model pull "
                + model
                + ", or score the program alone with --without-model");
      }
      return folder;
    }

    /** The fixed parts of the prompts are computed once, as the service does at its start. */
    private static void warmUp(OnnxEngine engine, PromptCatalog prompts) {
      for (String template : FormulaParts.TEMPLATES) {
        engine
            .warmUp(
                prompts.template(template).fixed().stream()
                    .map(m ->
                        new ChatMessage(ChatMessage.Role.valueOf(m.role().name()), m.content()))
                    .toList())
            .toCompletableFuture()
            .join();
      }
    }

    private static void report(FormulaScore.ScoredSample one, PrintWriter err) {
      err.printf(
          "%s %s %s %d ms %s %s%n",
          one.id(),
          one.status(),
          one.right() ? "right" : "wrong",
          one.millis(),
          one.formula(),
          one.note());
      err.flush();
    }
  }
}
