package org.inkstone.service.task.formula;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What an evaluation of the formula task found.
 *
 * @param seconds the wall time of all samples
 */
public record FormulaScore(
    String model, String modelSha256, List<ScoredSample> samples, double seconds) {
  public FormulaScore {
    samples = List.copyOf(samples);
  }

  /**
   * One sample.
   *
   * @param status {@code verified}, {@code unverified}, {@code refused} or {@code failed}
   * @param right whether the value is right, or the refusal is
   * @param formula the answer; empty if there is none
   * @param note the reason of a refusal, or what failed
   * @param withoutModel whether no model was asked
   */
  public record ScoredSample(
      String id,
      String language,
      String category,
      boolean mustBeRefused,
      String status,
      boolean right,
      String formula,
      String note,
      long millis,
      boolean withoutModel) {
    /** The same, with whether no model was asked. */
    ScoredSample withoutModel(boolean none) {
      return new ScoredSample(
          id, language, category, mustBeRefused, status, right, formula, note, millis, none);
    }
  }

  /** How many samples meet a condition. */
  private long count(Predicate<ScoredSample> condition) {
    return samples.stream().filter(condition).count();
  }

  private String share(Predicate<ScoredSample> of, Predicate<ScoredSample> are) {
    long all = count(of);
    long hits = count(of.and(are));
    return all == 0
        ? "–"
        : String.format(Locale.ROOT, "%.1f %% (%d of %d)", 100.0 * hits / all, hits, all);
  }

  /** The figures by name, in the order in which they are printed. */
  public Map<String, String> figures() {
    Predicate<ScoredSample> answerable = s -> !s.mustBeRefused();
    Predicate<ScoredSample> verified = s -> s.status().equals("verified");
    Predicate<ScoredSample> refused = s -> s.status().equals("refused");
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("value accuracy", share(answerable, ScoredSample::right));
    figures.put(
        "  English", share(answerable.and(s -> s.language().equals("en")), ScoredSample::right));
    figures.put(
        "  Chinese", share(answerable.and(s -> s.language().equals("zh")), ScoredSample::right));
    figures.put("refused rightly", share(ScoredSample::mustBeRefused, refused));
    figures.put("  with a right reason", share(ScoredSample::mustBeRefused, ScoredSample::right));
    figures.put("refused wrongly", share(answerable, refused));
    figures.put("verified", share(answerable, verified));
    figures.put("wrong but verified", share(verified, s -> !s.right()));
    figures.put(
        "wrong among unverified", share(s -> s.status().equals("unverified"), s -> !s.right()));
    figures.put("right ones verified", share(answerable.and(ScoredSample::right), verified));
    figures.put("without the model", share(s -> true, ScoredSample::withoutModel));
    figures.put("failed", Long.toString(count(s -> s.status().equals("failed"))));
    figures.put("samples", Integer.toString(samples.size()));
    figures.put("model", model + " " + modelSha256);
    figures.put("seconds", String.format(Locale.ROOT, "%.1f", seconds));
    figures.put("median ms", Long.toString(percentile(0.5)));
    figures.put("p95 ms", Long.toString(percentile(0.95)));
    return figures;
  }

  private long percentile(double part) {
    List<Long> sorted = samples.stream().map(ScoredSample::millis).sorted().toList();
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1.0, part * sorted.size()));
  }

  /** The report for people. */
  public String asText() {
    StringBuilder text = new StringBuilder();
    figures().forEach((name, value) -> text.append(String.format("%-24s %s%n", name, value)));
    text.append(
        String.format(
            "%n%-18s %5s %9s %6s %9s%n", "category", "n", "verified", "right", "refused"));
    Map<String, List<ScoredSample>> byCategory = new TreeMap<>();
    samples.forEach(
        s -> byCategory.computeIfAbsent(s.category(), k -> new java.util.ArrayList<>()).add(s));
    byCategory.forEach((category, all) ->
        text.append(
            String.format(
                "%-18s %5d %9d %6d %9d%n",
                category,
                all.size(),
                all.stream().filter(s -> s.status().equals("verified")).count(),
                all.stream().filter(ScoredSample::right).count(),
                all.stream().filter(s -> s.status().equals("refused")).count())));
    return text.toString();
  }

  /** The same for programs, each sample included. */
  public String asJson() {
    try {
      return RunRecords.JSON
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(Map.of("figures", figures(), "samples", samples));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the score can't be written as JSON", e);
    }
  }
}
