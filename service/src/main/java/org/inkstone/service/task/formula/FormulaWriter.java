package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.inkstone.service.plan.Linker;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.verify.Verdict;
import org.jspecify.annotations.Nullable;

/** The way from a request to examined candidates: link, ask the sources, check, rank. */
final class FormulaWriter {
  private final Linker linker;
  private final List<CandidateSource> sources;
  private final FormulaVerifier verifier;
  private final Executor work;

  FormulaWriter(
      Linker linker, List<CandidateSource> sources, FormulaVerifier verifier, Executor work) {
    this.linker = linker;
    this.sources = List.copyOf(sources);
    this.verifier = verifier;
    this.work = work;
  }

  /** Links the words of a request. */
  CompletionStage<Links> link(String instruction, Schema schema) {
    return linker.link(instruction, schema);
  }

  /** All candidates with their checks, the best first. */
  CompletionStage<Outcome> write(Question question) {
    List<CompletableFuture<Proposal>> asked =
        sources.stream().map(s -> s.propose(question).toCompletableFuture()).toList();
    return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
        .thenApplyAsync(
            done -> examine(question, asked.stream().map(CompletableFuture::join).toList()), work);
  }

  private Outcome examine(Question question, List<Proposal> proposals) {
    List<Examined> examined = new ArrayList<>();
    for (Proposal proposal : proposals) {
      proposal.candidates().forEach(c -> examined.add(verifier.examine(question, c)));
    }
    examined.sort(
        Comparator.comparingInt(FormulaWriter::order)
            .thenComparingLong(Examined::failures)
            .thenComparingDouble(e -> -e.candidate().logProbability()));
    return new Outcome(question, proposals, examined);
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

    /** The best candidate that may be given; null if there is none. */
    @Nullable Examined best() {
      return examined.isEmpty() || examined.getFirst().verdict() instanceof Verdict.Rejected
          ? null
          : examined.getFirst();
    }
  }
}
