package org.inkstone.service.task.formula;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.inkstone.sdk.model.SheetContext;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Linker;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.rank.Meaning;
import org.inkstone.service.plan.rank.RankedRequest;
import org.inkstone.service.plan.rank.RankedRequest.Origin;

/**
 * Makes of a sample what a ranker learns from: all meanings that are composed, and which is right.
 */
final class RankSamples {
  /** How many versions of a request with words lost are learned from. */
  private static final int MOST_LOSSES = 4;

  private final Linker linker;
  private final SampleJudge judge;
  private final FormulaVerifier verifier;
  private final LocalDate today;

  /**
   * Makes them with these parts.
   *
   * @param today what days are counted from where a sample doesn't say it
   */
  RankSamples(Linker linker, SampleJudge judge, FormulaVerifier verifier, LocalDate today) {
    this.linker = linker;
    this.judge = judge;
    this.verifier = verifier;
    this.today = today;
  }

  /**
   * A sample as it is, and made harder; nothing where it is refused before anything is composed.
   */
  List<RankedRequest> of(Sample sample) {
    SheetInput input = SampleJudge.input(sample);
    Links links =
        linker
            .link(sample.instruction(), input.schema(), asOf(sample))
            .toCompletableFuture()
            .join();
    Map<String, Boolean> known = new HashMap<>();
    List<RankedRequest> requests = new ArrayList<>();
    judged(sample, input, links, known, Origin.WRITTEN).ifPresent(requests::add);
    for (Links fewer : fewer(links)) {
      judged(sample, input, fewer, known, Origin.WORDS_LOST).ifPresent(requests::add);
    }
    return requests;
  }

  private LocalDate asOf(Sample sample) {
    String day = sample.asOf();
    return day == null ? today : LocalDate.parse(day);
  }

  /** As if some words of the request were not known. */
  private static List<Links> fewer(Links links) {
    List<List<Link>> spans = Spans.of(links);
    List<Links> all = new ArrayList<>();
    int step = Math.max(1, (spans.size() + MOST_LOSSES - 1) / MOST_LOSSES);
    for (int i = 0; i < spans.size(); i += step) {
      List<Link> lost = spans.get(i);
      List<Link> kept = links.links().stream().filter(l -> !lost.contains(l)).toList();
      all.add(new Links(links.request(), links.language(), kept, links.unlinked()));
    }
    return all;
  }

  private Optional<RankedRequest> judged(
      Sample sample, SheetInput input, Links links, Map<String, Boolean> known, Origin origin) {
    Question question = new Question(links, input.schema(), input.place(), input.product(), null);
    if (Refusals.beforehand(question).isPresent()) {
      return Optional.empty();
    }
    List<Meaning> meanings = ComposedCandidateSource.meanings(question);
    List<Boolean> right = new ArrayList<>();
    List<List<String>> doubts = new ArrayList<>();
    for (Meaning meaning : meanings) {
      String formula = ComposedCandidateSource.formula(meaning, question);
      right.add(known.computeIfAbsent(formula, f -> judge.isRight(sample, f)));
      doubts.add(verifier.doubts(question, formula));
    }
    return meanings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RankedRequest(
                sample.id(),
                group(sample),
                origin,
                links,
                input.schema(),
                meanings,
                doubts,
                right));
  }

  /** Samples over the same sheets. */
  private static String group(Sample sample) {
    return Integer.toHexString(
        sample.sheets().stream()
            .map(s -> s.name() + header(s))
            .collect(Collectors.joining("|"))
            .hashCode());
  }

  private static String header(SheetContext sheet) {
    return sheet.cells().isEmpty() ? "" : sheet.cells().getFirst().toString();
  }
}
