package org.inkstone.service.task.formula;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.inkstone.sdk.model.FormulaRequest;
import org.inkstone.sdk.model.Verification;
import org.inkstone.service.task.RunRecord;
import org.inkstone.service.task.TaskContext;
import org.inkstone.service.verify.Finding;
import org.jspecify.annotations.Nullable;

/** Makes the record of a run: what came, what was asked and written, what was checked. */
final class RunRecords {
  static final ObjectMapper JSON =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  /** A candidate as it is kept. */
  private record Kept(
      String formula,
      String source,
      double logProbability,
      String verdict,
      List<Verification.Check> checks) {}

  private RunRecords() {}

  static RunRecord of(
      TaskContext context,
      FormulaRequest request,
      Instant started,
      Instant finished,
      String id,
      FormulaTask.Done done) {
    return new RunRecord(
        id,
        context.tenant(),
        FormulaTask.NAME,
        started,
        finished,
        json(request),
        texts(done.outcome(), Proposal::prompt),
        texts(done.outcome(), Proposal::rawOutput),
        json(candidates(done.outcome())),
        json(done.result()));
  }

  private static @Nullable String texts(
      FormulaWriter.@Nullable Outcome outcome,
      java.util.function.Function<Proposal, @Nullable String> part) {
    if (outcome == null) {
      return null;
    }
    String text =
        outcome.proposals().stream()
            .map(p -> String.valueOf(part.apply(p)))
            .filter(t -> !t.equals("null"))
            .collect(Collectors.joining("\n"));
    return text.isEmpty() ? null : text;
  }

  private static List<Kept> candidates(FormulaWriter.@Nullable Outcome outcome) {
    List<Kept> kept = new ArrayList<>();
    if (outcome != null) {
      for (Examined examined : outcome.examined()) {
        Candidate candidate = examined.candidate();
        kept.add(
            new Kept(
                candidate.formula(),
                candidate.source(),
                candidate.logProbability(),
                examined.verdict().getClass().getSimpleName(),
                examined.verdict().findings().stream().map(Finding::toCheck).toList()));
      }
    }
    return kept;
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a record that can't be written as JSON: " + value.getClass(), e);
    }
  }
}
