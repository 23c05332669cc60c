package org.inkstone.service.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.inkstone.sdk.model.EvaluateRequest;
import org.inkstone.sdk.model.EvaluateResult;
import org.inkstone.sdk.model.ExplainResult;
import org.inkstone.sdk.model.FormulaAnswer;
import org.inkstone.sdk.model.FormulaRequest;
import org.inkstone.sdk.model.TaskResult;
import org.inkstone.service.engine.WorkClass;
import org.inkstone.service.engine.internal.decode.OnnxEngine;
import org.inkstone.service.prompt.PromptCatalog;
import org.inkstone.service.task.RunStore;
import org.inkstone.service.task.Task;
import org.inkstone.service.task.WorkbookStore;
import org.inkstone.service.task.formula.FormulaEvaluation;
import org.inkstone.service.task.formula.FormulaExplanation;
import org.inkstone.service.task.formula.FormulaParts;
import org.inkstone.service.task.formula.FormulaTask;
import org.inkstone.service.task.formula.FunctionListing;
import org.inkstone.service.task.formula.StateSeal;

/** The tasks around formulas. */
public class FormulaBeans {
  /** Templates that don't fit the program end the start. */
  @Produces
  @Singleton
  PromptCatalog prompts() {
    return PromptCatalog.load(
        Thread.currentThread().getContextClassLoader(), FormulaParts.TEMPLATES);
  }

  /** Unavailable until the model is loaded. */
  @Produces
  @Singleton
  Task<FormulaRequest, TaskResult<FormulaAnswer>> formulas(
      EngineHost host,
      PromptCatalog prompts,
      RunStore runs,
      WorkbookStore workbooks,
      ManagedExecutor workers,
      Clock clock,
      StateSeal seal,
      @ConfigProperty(name = "inkstone.formula.composer", defaultValue = "true") boolean composer) {
    return new LateTask<>(
        host,
        engine -> {
          FormulaParts parts = parts(prompts, engine);
          FormulaParts used = composer ? parts : parts.withoutComposer();
          return FormulaTask.create(used, runs, workbooks, seal, workers, clock);
        });
  }

  /**
   * Signs the states of conversations: the same after a restart, and in all processes of a home.
   */
  @Produces
  @Singleton
  StateSeal seal(@ConfigProperty(name = "inkstone.home") Optional<Path> home) {
    return home.map(h -> new StateSeal(StateKey.of(h))).orElseGet(StateSeal::random);
  }

  /** What the formula task takes from a loaded engine. */
  public static FormulaParts parts(PromptCatalog prompts, OnnxEngine engine) {
    return new FormulaParts(
            prompts,
            engine.generator(WorkClass.INTERACTIVE),
            engine.embedder(WorkClass.INTERACTIVE),
            engine.model().id(),
            engine.model().sha256())
        .withProbe(engine.encoder(WorkClass.INTERACTIVE));
  }

  @Produces
  @Singleton
  Task<EvaluateRequest, EvaluateResult> evaluation(
      WorkbookStore workbooks, ManagedExecutor workers, Clock clock) {
    return new FormulaEvaluation(workbooks, workers, clock);
  }

  @Produces
  @Singleton
  Task<EvaluateRequest, ExplainResult> explanation(
      WorkbookStore workbooks, ManagedExecutor workers, Clock clock) {
    return new FormulaExplanation(workbooks, workers, clock);
  }

  @Produces
  @Singleton
  FunctionListing functions() {
    return new FunctionListing();
  }
}
