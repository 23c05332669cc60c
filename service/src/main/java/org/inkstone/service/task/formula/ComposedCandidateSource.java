package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.algebra.PlanPrinter;
import org.inkstone.service.plan.algebra.PrintSite;
import org.inkstone.service.plan.compose.Composition;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.function.Product;

/** Formulas that the program composes from the linked words, without a model. */
final class ComposedCandidateSource implements CandidateSource {
  /** How many plans are looked at, and how many of them may be candidates. */
  private static final int PLANS = 60;

  private static final int MOST = 6;

  /** How much worse than the best one a candidate may be. */
  private static final double CLOSE = 0.7;

  /** From which cost on too much stays unexplained for an answer. */
  private static final double UNCLEAR = 1.6;

  static final String NAME = "composer";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CompletionStage<Proposal> propose(Question question) {
    List<Composition> plans = question.compose(PLANS);
    List<Candidate> candidates = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    double best = plans.isEmpty() ? Double.MAX_VALUE : plans.getFirst().cost();
    for (Composition plan : plans) {
      String formula = formula(plan.plan(), question.place(), question.product());
      if (plan.cost() <= best + CLOSE && candidates.size() < MOST && seen.add(formula)) {
        candidates.add(new Candidate(formula, -plan.cost(), name(), plan.cost() <= UNCLEAR));
      }
    }
    return CompletableFuture.completedFuture(Proposal.of(candidates, best <= UNCLEAR));
  }

  /** The formula of a plan, columns by name, with its leading {@code =}. */
  static String formula(Plan plan, Place place, Product product) {
    PrintSite site = new PrintSite(product, place.sheet(), place.cell().row());
    return "=" + FormulaPrinter.print(PlanPrinter.print(plan, site));
  }
}
