package org.inkstone.service.task.formula;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  RankSamples(Linker linker, SampleJudge judge, FormulaVerifier verifier) {
    this.linker = linker;
    this.judge = judge;
    this.verifier = verifier;
  }

  /**
   * A sample as it is, and made harder; nothing where it is refused before anything is composed.
   */
  List<RankedRequest> of(Sample sample) {
    SheetInput input = SampleJudge.input(sample);
    LocalDate asOf = sample.asOf() == null ? null : LocalDate.parse(sample.asOf());
    Links links =
        linker.link(sample.instruction(), input.schema(), asOf).toCompletableFuture().join();
    Map<String, Boolean> known = new HashMap<>();
    List<RankedRequest> requests = new ArrayList<>();
    Optional<RankedRequest> real = judged(sample, input, links, known, Origin.WRITTEN);
    real.ifPresent(requests::add);
    real.flatMap(RankSamples::withoutRight).ifPresent(requests::add);
    for (Links fewer : fewer(links)) {
      judged(sample, input, fewer, known, Origin.WORDS_LOST).ifPresent(requests::add);
    }
    return requests;
  }

  /** As if the construction that is meant were not known. */
  private static Optional<RankedRequest> withoutRight(RankedRequest request) {
    List<Integer> wrong =
        IntStream.range(0, request.right().size())
            .filter(i -> !request.right().get(i))
            .boxed()
            .toList();
    return wrong.isEmpty() || wrong.size() == request.right().size()
        ? Optional.empty()
        : Optional.of(
            new RankedRequest(
                request.id(),
                request.group(),
                Origin.RIGHT_TAKEN_AWAY,
                request.links(),
                request.schema(),
                wrong.stream().map(request.meanings()::get).toList(),
                wrong.stream().map(request.formulas()::get).toList(),
                wrong.stream().map(request.doubts()::get).toList(),
                wrong.stream().map(request.right()::get).toList()));
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
    List<String> formulas = new ArrayList<>();
    List<Boolean> right = new ArrayList<>();
    List<List<String>> doubts = new ArrayList<>();
    for (Meaning meaning : meanings) {
      String formula = ComposedCandidateSource.formula(meaning, question);
      formulas.add(formula);
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
                formulas,
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
