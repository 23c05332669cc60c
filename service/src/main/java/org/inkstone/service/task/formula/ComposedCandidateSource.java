package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.algebra.PlanPrinter;
import org.inkstone.service.plan.algebra.PrintSite;
import org.inkstone.service.plan.rank.Meaning;
import org.inkstone.service.plan.rank.Meanings;
import org.inkstone.service.plan.rank.Probe;
import org.inkstone.service.plan.rank.Ranked;
import org.inkstone.service.plan.rank.Ranker;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.function.Product;
import org.jspecify.annotations.Nullable;

/** Formulas that the program composes from the linked words, one a meaning, ranked. */
final class ComposedCandidateSource implements CandidateSource {
  /** How many meanings are ranked, and how many may be candidates. */
  private static final int MEANINGS = 12;

  static final int MOST = 6;

  /** How much less probable than the best one a candidate may be. */
  private static final double FAR = 0.02;

  /** From which cost on too much stays unexplained for an answer. */
  private static final double UNCLEAR = 1.6;

  static final String NAME = "composer";

  /** A lead of the best meaning, in log odds, below which the probe is asked. */
  private static final double NARROW = 1.0;

  /** How many meanings the probe is asked about; each costs a second on a slow machine. */
  private static final int MOST_PROBED = 4;

  private final Ranker ranker;
  private final @Nullable Probe probe;
  private final FormulaVerifier verifier;

  ComposedCandidateSource(Ranker ranker, @Nullable Probe probe, FormulaVerifier verifier) {
    this.ranker = ranker;
    this.probe = probe;
    this.verifier = verifier;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CompletionStage<Proposal> propose(Question question) {
    List<Meaning> meanings = meanings(question);
    List<String> formulas = meanings.stream().map(m -> formula(m, question)).toList();
    List<List<String>> doubts = new ArrayList<>();
    for (int i = 0; i < meanings.size(); i++) {
      Question asked = question.understoodAs(meanings.get(i).plain().plan());
      doubts.add(verifier.doubts(asked, formulas.get(i)));
    }
    List<Ranked> ranked = ranker.rank(meanings, question.links(), doubts);
    return probed(question, ranked).thenApply(order -> proposal(order, formulas));
  }

  /** In the order of the probe, where there is one and the ranker leaves open which is meant. */
  private CompletionStage<List<Ranked>> probed(Question question, List<Ranked> ranked) {
    boolean open = ranked.size() > 1 && ranked.get(0).score() - ranked.get(1).score() < NARROW;
    if (probe == null || !open || question.followUp() != null) {
      return CompletableFuture.completedFuture(ranked);
    }
    double least = FAR * ranked.getFirst().share();
    int asked = (int) ranked.stream().filter(r -> r.share() >= least).limit(MOST_PROBED).count();
    try {
      return probe
          .rank(ranked, asked, question.schema(), question.links())
          .exceptionally(failure -> withoutModel(failure, ranked));
    } catch (EngineException e) {
      return CompletableFuture.completedFuture(ranked); // too busy, or no room for the tables
    }
  }

  /** A model that can't be asked now leaves the ranker's order. */
  private static List<Ranked> withoutModel(Throwable failure, List<Ranked> ranked) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof EngineException) {
      return ranked;
    }
    throw new CompletionException(cause);
  }

  private Proposal proposal(List<Ranked> ranked, List<String> formulas) {
    List<Candidate> candidates = new ArrayList<>();
    boolean clear = false;
    for (Ranked one : ranked) {
      if (candidates.size() < MOST && one.share() >= FAR * ranked.getFirst().share()) {
        boolean explained = one.meaning().plain().cost() <= UNCLEAR;
        candidates.add(Candidate.composed(formulas.get(one.index()), one, name(), explained));
        clear |= explained;
      }
    }
    return Proposal.of(candidates, clear);
  }

  /** The meanings of a request, the plainest first. */
  static List<Meaning> meanings(Question question) {
    return Meanings.of(question.plans(), question.schema(), question.along()).stream()
        .limit(MEANINGS)
        .toList();
  }

  /** The formula of a meaning, with its leading {@code =}. */
  static String formula(Meaning meaning, Question question) {
    return formula(meaning.plain().plan(), question.place(), question.product());
  }

  /** The formula of a plan, columns by name, with its leading {@code =}. */
  static String formula(Plan plan, Place place, Product product) {
    PrintSite site = new PrintSite(product, place.sheet(), place.cell().row());
    return "=" + FormulaPrinter.print(PlanPrinter.print(plan, site));
  }
}
