package org.inkstone.service.task.formula;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.inkstone.sdk.model.FormulaAnswer;
import org.inkstone.sdk.model.FormulaRequest;
import org.inkstone.sdk.model.FormulaTarget;
import org.inkstone.sdk.model.TaskResult;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.task.RunRecord;
import org.inkstone.service.task.RunStore;
import org.inkstone.service.task.TaskContext;
import org.inkstone.service.task.WorkbookStore;

/** Scores the formula task on samples, in this process and without a database. */
public final class FormulaScoring {
  private final FormulaParts parts;
  private final FormulaTask task;
  private final SampleJudge judge;
  private final Clock clock;

  /** Over a language model that is loaded, or over the program alone where the parts have none. */
  public FormulaScoring(FormulaParts parts, Executor work, Clock clock) {
    this.parts = parts;
    this.task = FormulaTask.create(parts, new NoRuns(), new NoWorkbooks(), work, clock);
    this.judge = new SampleJudge(new Calculator(clock));
    this.clock = clock;
  }

  /**
   * Runs all samples one after the other; waits, so not for an event loop.
   *
   * @param progress is told each sample as it is done
   */
  public FormulaScore score(List<Sample> samples, Consumer<FormulaScore.ScoredSample> progress) {
    long start = clock.millis();
    List<FormulaScore.ScoredSample> scored = new ArrayList<>();
    for (Sample sample : samples) {
      FormulaScore.ScoredSample one = score(sample);
      scored.add(one);
      progress.accept(one);
    }
    double seconds = (clock.millis() - start) / 1000.0;
    return new FormulaScore(parts.modelId(), parts.modelSha256(), scored, seconds);
  }

  private FormulaScore.ScoredSample score(Sample sample) {
    long start = clock.millis();
    try {
      TaskResult<FormulaAnswer> result =
          task.run(new TaskContext("eval", sample.id(), null), request(sample))
              .toCompletableFuture()
              .join();
      return scored(sample, result, clock.millis() - start)
          .withoutModel(result.provenance().usage() == null);
    } catch (CompletionException e) {
      return scored(
          sample, "failed", false, "", String.valueOf(e.getCause()), clock.millis() - start);
    }
  }

  private static FormulaRequest request(Sample sample) {
    FormulaTarget target =
        sample.target() == null ? null : new FormulaTarget(sample.target(), null);
    boolean several = sample.sheets().size() > 1;
    return new FormulaRequest(
        sample.instruction(),
        sample.sheets().getFirst(),
        several ? sample.sheets() : null,
        null,
        null,
        null,
        target,
        sample.cell(),
        sample.fillDown() ? true : null,
        null,
        sample.asOf());
  }

  private FormulaScore.ScoredSample scored(
      Sample sample, TaskResult<FormulaAnswer> result, long millis) {
    return switch (result) {
      case TaskResult.Verified<FormulaAnswer> verified ->
          answered(sample, "verified", verified.value().formula(), "", millis);
      case TaskResult.Unverified<FormulaAnswer> unverified ->
          answered(
              sample,
              "unverified",
              unverified.value().formula(),
              String.join("; ", unverified.warnings()),
              millis);
      case TaskResult.Partial<FormulaAnswer> partial ->
          answered(sample, "unverified", partial.value().formula(), "partial", millis);
      case TaskResult.Refused<FormulaAnswer> refused -> {
        String reason = refused.refusal().reason();
        boolean right = sample.refused().contains(reason);
        yield scored(
            sample, "refused", right, "", reason + ": " + refused.refusal().evidence(), millis);
      }
    };
  }

  private FormulaScore.ScoredSample answered(
      Sample sample, String status, String formula, String note, long millis) {
    boolean right = !sample.mustBeRefused() && judge.isRight(sample, formula);
    return scored(sample, status, right, formula, note, millis);
  }

  private static FormulaScore.ScoredSample scored(
      Sample sample, String status, boolean right, String formula, String note, long millis) {
    return new FormulaScore.ScoredSample(
        sample.id(),
        sample.language(),
        sample.category(),
        sample.mustBeRefused(),
        status,
        right,
        formula,
        note,
        millis,
        false);
  }

  /** Keeps nothing: an evaluation's runs are its report. */
  static final class NoRuns implements RunStore {
    @Override
    public CompletionStage<Void> save(RunRecord run) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Optional<RunRecord>> find(String tenant, String id) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
  }

  /** Holds no workbook: samples bring their cells. */
  static final class NoWorkbooks implements WorkbookStore {
    @Override
    public CompletionStage<String> save(String tenant, String fileName, byte[] content) {
      throw new UnsupportedOperationException("an evaluation stores no workbook");
    }

    @Override
    public CompletionStage<Optional<Workbook>> find(String tenant, String id) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
  }
}
