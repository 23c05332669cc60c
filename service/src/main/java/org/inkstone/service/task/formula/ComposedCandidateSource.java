package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.algebra.PlanPrinter;
import org.inkstone.service.plan.algebra.PrintSite;
import org.inkstone.service.plan.compose.Composer;
import org.inkstone.service.plan.compose.Composition;
import org.inkstone.service.sheet.formula.FormulaPrinter;

/** Formulas that the program composes from the linked words, without a model. */
final class ComposedCandidateSource implements CandidateSource {
  /** How many plans are looked at, and how many of them may be candidates. */
  private static final int PLANS = 60;

  private static final int MOST = 6;

  /** How much worse than the best one a candidate may be. */
  private static final double CLOSE = 0.7;

  /** From which cost on too much stays unexplained for an answer. */
  private static final double UNCLEAR = 1.6;

  @Override
  public String name() {
    return "composer";
  }

  @Override
  public CompletionStage<Proposal> propose(Question question) {
    TableView along = question.fillDown() ? question.place().table() : null;
    List<Composition> plans = Composer.compose(question.links(), question.schema(), along, PLANS);
    List<Candidate> candidates = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    double best = plans.isEmpty() ? Double.MAX_VALUE : plans.getFirst().cost();
    for (Composition plan : plans) {
      String formula = "=" + FormulaPrinter.print(PlanPrinter.print(plan.plan(), site(question)));
      if (plan.cost() <= best + CLOSE && candidates.size() < MOST && seen.add(formula)) {
        candidates.add(new Candidate(formula, -plan.cost(), name(), plan.cost() <= UNCLEAR));
      }
    }
    return CompletableFuture.completedFuture(Proposal.of(candidates, best <= UNCLEAR));
  }

  private static PrintSite site(Question question) {
    return new PrintSite(
        question.product(), question.place().sheet(), question.place().cell().row());
  }
}
