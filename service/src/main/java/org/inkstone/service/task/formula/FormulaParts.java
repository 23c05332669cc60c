package org.inkstone.service.task.formula;

import java.util.List;
import org.inkstone.service.engine.Embedder;
import org.inkstone.service.engine.TextEncoder;
import org.inkstone.service.engine.TextGenerator;
import org.inkstone.service.plan.rank.Probe;
import org.inkstone.service.plan.rank.ProbeFile;
import org.inkstone.service.plan.rank.Ranker;
import org.inkstone.service.plan.rank.RankerFile;
import org.inkstone.service.prompt.PromptCatalog;
import org.jspecify.annotations.Nullable;

/**
 * What the formula task needs of the engine and of the templates.
 *
 * @param prompts holds at least {@link #TEMPLATES}
 * @param generator writes candidates where the program composes none; null does without
 * @param embedder compares words with headers; null does without
 * @param modelId the model's name, for the provenance
 * @param modelSha256 digest of the model's source
 * @param composes whether the program composes formulas; if not, the model writes all of them
 * @param ranker chooses among composed formulas
 * @param probe asks a model's states where the ranker leaves open which is meant; null does without
 */
public record FormulaParts(
    PromptCatalog prompts,
    @Nullable TextGenerator generator,
    @Nullable Embedder embedder,
    String modelId,
    String modelSha256,
    boolean composes,
    Ranker ranker,
    @Nullable Probe probe) {
  /** The program first, the model where that is not clear. */
  public FormulaParts(
      PromptCatalog prompts,
      @Nullable TextGenerator generator,
      @Nullable Embedder embedder,
      String modelId,
      String modelSha256) {
    this(
        prompts,
        generator,
        embedder,
        modelId,
        modelSha256,
        true,
        Ranker.of(RankerFile.shipped()),
        null);
  }

  /** The program alone, without a model. */
  public static FormulaParts withoutModel(PromptCatalog prompts) {
    return new FormulaParts(prompts, null, null, "none", "");
  }

  /** The same with the model alone. */
  public FormulaParts withoutComposer() {
    return new FormulaParts(
        prompts, generator, embedder, modelId, modelSha256, false, ranker, probe);
  }

  /** The same with the probe that ships for the model, if there is one. */
  public FormulaParts withProbe(TextEncoder encoder) {
    Probe judge = ProbeFile.shipped(modelSha256).map(file -> new Probe(encoder, file)).orElse(null);
    return new FormulaParts(
        prompts, generator, embedder, modelId, modelSha256, composes, ranker, judge);
  }

  /** The ids of the templates that the task renders. */
  public static final List<String> TEMPLATES = List.of(FormulaPrompt.TEMPLATE);
}
