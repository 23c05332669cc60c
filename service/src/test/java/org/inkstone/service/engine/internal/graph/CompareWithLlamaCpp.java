package org.inkstone.service.engine.internal.graph;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.inkstone.service.engine.internal.graph.GraphJudge.Agreement;
import org.inkstone.service.engine.internal.graph.GraphJudge.Judged;
import org.inkstone.service.engine.internal.model.ModelFiles;
import org.inkstone.service.engine.internal.model.ModelFolder;
import org.inkstone.service.engine.internal.model.ModelSource;

/**
 * Prints how the fp32 graph and the 8-bit graph of a GGUF file do beside llama.cpp, as Markdown
 * rows. Arguments: the GGUF file, llama.cpp's reference of it, a folder for the graphs (fp32 takes
 * four bytes a weight there), and the formats, or none for all.
 */
public final class CompareWithLlamaCpp {
  private static final int CAPACITY = 2048;

  private final LlamaCppReference reference;
  private final ModelSource source;
  private final Path work;
  private final Map<String, Judged> exact = new LinkedHashMap<>();

  private CompareWithLlamaCpp(LlamaCppReference reference, ModelSource source, Path work) {
    this.reference = reference;
    this.source = source;
    this.work = work;
  }

  /** Runs the comparison. */
  public static void main(String[] arguments) throws IOException, OrtException {
    if (arguments.length < 3) {
      throw new IllegalArgumentException(
          "expected <model.gguf> <reference.json> <work folder> [format …], not "
              + List.of(arguments));
    }
    try (ModelSource source = ModelFiles.open(Path.of(arguments[0]))) {
      new CompareWithLlamaCpp(
              LlamaCppReference.read(Path.of(arguments[1])), source, Path.of(arguments[2]))
          .run(formats(arguments));
    }
  }

  private static List<WeightFormat> formats(String[] arguments) {
    return arguments.length == 3
        ? List.of(WeightFormat.values())
        : Arrays.stream(arguments).skip(3).map(WeightFormat::valueOf).toList();
  }

  private void run(List<WeightFormat> formats) throws IOException, OrtException {
    System.out.println("\n" + reference.model());
    for (WeightFormat format : formats) {
      ModelFolder folder = new ModelFolder(Files.createTempDirectory(work, format.name()));
      long start = System.nanoTime();
      DecoderGraph.write(source, format, folder, ImportProgress.silent());
      System.out.printf(
          Locale.ROOT, "%s written in %.1f s%n", format, (System.nanoTime() - start) / 1e9);
      try (GraphRunner runner = new GraphRunner(folder.decoder(), source.config(), CAPACITY)) {
        texts(format, new GraphJudge(runner));
        answers(format, new GraphJudge(runner));
      } finally {
        Files.delete(folder.weights());
        Files.delete(folder.decoder());
        Files.delete(folder.path());
      }
    }
  }

  private void texts(WeightFormat format, GraphJudge judge) throws OrtException {
    for (var text : reference.texts().entrySet()) {
      Judged judged = judge.judge(text.getValue().tokens());
      Judged yardstick = exact.computeIfAbsent(text.getKey(), key -> judged);
      Judged llamaCpp = new Judged(text.getValue().choices(), text.getValue().losses());
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %d | %.4f | %.4f | %+.4f ± %.4f | %.1f %% | %.1f %% |%n",
          format,
          text.getKey(),
          judged.losses().size(),
          llamaCpp.meanLoss(),
          judged.meanLoss(),
          judged.meanLoss() - yardstick.meanLoss(),
          judged.differenceError(yardstick),
          100 * judged.agreement(yardstick.choices()),
          100 * judged.agreement(llamaCpp.choices()));
    }
  }

  private void answers(WeightFormat format, GraphJudge judge) throws OrtException {
    for (var kind : reference.prompts().entrySet()) {
      Agreement agreement = judge.compare(kind.getValue());
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %d of %d | %d of %d (%.1f %%) | %.3f | %s |%n",
          format,
          kind.getKey(),
          agreement.sameAnswers(),
          agreement.answers(),
          agreement.sameChoice(),
          agreement.tokens(),
          100 * agreement.choiceShare(),
          agreement.widestGap(),
          agreement.firstDifferences().stream().sorted().toList());
    }
  }
}
