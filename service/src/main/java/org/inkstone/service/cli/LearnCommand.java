package org.inkstone.service.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.inkstone.service.engine.EngineOptions;
import org.inkstone.service.engine.WorkClass;
import org.inkstone.service.engine.internal.decode.OnnxEngine;
import org.inkstone.service.plan.rank.FirstSight;
import org.inkstone.service.plan.rank.ProbeTraining;
import org.inkstone.service.prompt.PromptCatalog;
import org.inkstone.service.task.formula.FormulaParts;
import org.inkstone.service.task.formula.RankLearning;
import org.inkstone.service.task.formula.Sample;
import org.inkstone.service.task.formula.SampleReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns the small weights that tasks decide with. */
@Command(
    name = "learn",
    description = "Learn weights from samples.",
    mixinStandardHelpOptions = true,
    subcommands = LearnCommand.Formula.class)
final class LearnCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return 2;
  }

  /** Which of the composed formulas is meant, and how far that is to be trusted. */
  @Command(
      name = "formula",
      description = "Learn to choose among the formulas that the program composes.",
      mixinStandardHelpOptions = true)
  static final class Formula implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--samples",
        paramLabel = "DIR",
        defaultValue = "prompt-templates/formula/samples",
        description = "a folder of samples (*.yaml)")
    private Path samples = Path.of("");

    @Option(
        names = "--first-sight",
        paramLabel = "FILE",
        defaultValue = "prompt-templates/formula/first-sight.jsonl",
        description = "answers to requests for which no rule was made yet, for the calibration")
    private Path firstSight = Path.of("");

    @Option(
        names = "--record-first-sight",
        description = "write such answers for these samples to the output, and learn nothing")
    private boolean record;

    @Option(
        names = "--model",
        paramLabel = "ID",
        description =
            "learn a probe over the states of this model (an id in the home folder, or a folder)"
                + " in the place of the ranker, which needs none")
    private @Nullable String model;

    @Option(
        names = "--layer",
        defaultValue = "18",
        description = "after which layer of the model the states are taken")
    private int layer;

    @Option(
        names = "--states",
        paramLabel = "FILE",
        description = "keeps the states, because computing them takes minutes; may not exist yet")
    private @Nullable Path states;

    @Mixin private HomeOption home = new HomeOption();

    @Option(names = "--output", paramLabel = "FILE", required = true, description = "a new file")
    private Path output = Path.of("");

    @Override
    public Integer call() throws IOException {
      PrintWriter out = spec.commandLine().getOut();
      PrintWriter err = spec.commandLine().getErr();
      PromptCatalog prompts =
          PromptCatalog.load(LearnCommand.class.getClassLoader(), FormulaParts.TEMPLATES);
      RankLearning learning =
          new RankLearning(FormulaParts.withoutModel(prompts), Clock.systemUTC());
      List<Sample> all = SampleReader.folder(samples);
      if (record) {
        List<FirstSight> sights = learning.firstSights(all, id -> report(id, err));
        Files.writeString(
            output, sights.stream().map(s -> s.asLine() + "\n").collect(Collectors.joining()));
        return 0;
      }
      if (model != null) {
        out.print(probe(model, prompts, all, err));
        out.flush();
        return 0;
      }
      RankLearning.Learned learned = learning.learn(all, read(firstSight), id -> report(id, err));
      Files.writeString(output, learned.file().asJson());
      out.print(learned.report());
      out.flush();
      return 0;
    }

    private String probe(String named, PromptCatalog prompts, List<Sample> samples, PrintWriter err)
        throws IOException {
      Path models = home.path().resolve("models");
      Path folder = Files.isDirectory(Path.of(named)) ? Path.of(named) : models.resolve(named);
      Path cache = states == null ? home.path().resolve("formula-states.bin") : states;
      try (OnnxEngine engine = OnnxEngine.open(folder, EngineOptions.defaults())) {
        String sha256 = engine.model().sha256();
        FormulaParts parts = new FormulaParts(prompts, null, null, engine.model().id(), sha256);
        RankLearning.LearnedProbe learned =
            new RankLearning(parts, Clock.systemUTC())
                .learnProbe(
                    samples,
                    new ProbeTraining.Source(engine.encoder(WorkClass.BATCH), sha256, layer, cache),
                    id -> report(id, err));
        Files.writeString(output, learned.file().asJson());
        return learned.report();
      }
    }

    private static List<FirstSight> read(@Nullable Path file) throws IOException {
      return file == null || !Files.exists(file)
          ? List.of()
          : Files.readAllLines(file).stream().map(FirstSight::ofLine).toList();
    }

    private static void report(String id, PrintWriter err) {
      err.print("\r" + id + "          ");
      err.flush();
    }
  }
}
