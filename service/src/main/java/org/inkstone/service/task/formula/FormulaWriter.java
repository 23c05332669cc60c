package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.inkstone.service.verify.Verdict;
import org.jspecify.annotations.Nullable;

/** The way from a linked request to examined candidates: ask the sources, check, rank. */
final class FormulaWriter {
  /** What a doubt about the value costs, in log odds. */
  private static final double DOUBT = 0.5;

  private final List<CandidateSource> sources;
  private final FormulaVerifier verifier;
  private final ReadingCheck reading;
  private final Executor work;

  FormulaWriter(
      List<CandidateSource> sources,
      FormulaVerifier verifier,
      ReadingCheck reading,
      Executor work) {
    this.sources = List.copyOf(sources);
    this.verifier = verifier;
    this.reading = reading;
    this.work = work;
  }

  /**
   * All candidates with their checks, the best first. The sources are asked one after the other; as
   * soon as a candidate is accepted, the later ones are not needed.
   */
  CompletionStage<Outcome> write(Question question) {
    return write(new Outcome(question, List.of(), List.of()), 0);
  }

  private CompletionStage<Outcome> write(Outcome soFar, int next) {
    if (next == sources.size() || soFar.isEnough()) {
      return CompletableFuture.completedFuture(soFar);
    }
    // links may come from the engine's own thread, which is not to compose
    return CompletableFuture.supplyAsync(() -> sources.get(next).propose(soFar.question()), work)
        .thenCompose(Function.identity())
        .thenApplyAsync(proposal -> examine(soFar, proposal), work)
        .thenCompose(outcome -> write(outcome, next + 1));
  }

  private Outcome examine(Outcome soFar, Proposal proposal) {
    List<Proposal> proposals = new ArrayList<>(soFar.proposals());
    proposals.add(proposal);
    List<Examined> examined = new ArrayList<>(soFar.examined());
    for (Candidate candidate : proposal.candidates()) {
      boolean known =
          examined.stream().anyMatch(e -> e.candidate().formula().equals(candidate.formula()));
      if (!known) {
        examined.add(verifier.examine(soFar.question(), candidate));
      }
    }
    examined.sort(
        Comparator.comparing(FormulaWriter::isRejected)
            .thenComparing(e -> !e.candidate().explained())
            .thenComparingDouble(FormulaWriter::price)
            .thenComparingInt(FormulaWriter::order)
            .thenComparingLong(Examined::failures)
            .thenComparingDouble(e -> -e.candidate().logProbability()));
    return new Outcome(soFar.question(), proposals, reading.of(soFar.question(), examined));
  }

  private static boolean isRejected(Examined examined) {
    return examined.verdict() instanceof Verdict.Rejected;
  }

  /** Explained candidates come in the order of the ranker; a doubt counts a little. */
  private static double price(Examined examined) {
    Candidate candidate = examined.candidate();
    double doubt = examined.failures() == 0 ? 0 : DOUBT;
    return candidate.explained() ? doubt - candidate.logProbability() : 0;
  }

  private static int order(Examined examined) {
    return switch (examined.verdict()) {
      case Verdict.Accepted accepted -> 0;
      case Verdict.Doubtful doubtful -> 1;
      case Verdict.Rejected rejected -> 2;
    };
  }

  /** What came of a request. */
  record Outcome(Question question, List<Proposal> proposals, List<Examined> examined) {
    Outcome {
      proposals = List.copyOf(proposals);
      examined = List.copyOf(examined);
    }

    /** Whether no other source need be asked. */
    boolean isEnough() {
      Examined best = best();
      boolean clear = !proposals.isEmpty() && proposals.getLast().clear();
      return best != null && (clear || best.verdict() instanceof Verdict.Accepted);
    }

    /** The best candidate that may be given; null if there is none. */
    @Nullable Examined best() {
      return examined.isEmpty() || examined.getFirst().verdict() instanceof Verdict.Rejected
          ? null
          : examined.getFirst();
    }
  }
}
