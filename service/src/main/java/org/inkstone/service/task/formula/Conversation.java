package org.inkstone.service.task.formula;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.inkstone.service.plan.Linker;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.compose.Composer;
import org.inkstone.service.plan.compose.Composition;
import org.inkstone.service.plan.compose.FollowUpWords;
import org.inkstone.service.sheet.function.Product;
import org.inkstone.service.task.TaskException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the plan of the turn before: each turn is composed again, and the plan is taken that prints
 * as the formula that was given. A state therefore holds words and formulas only, and a sheet with
 * more rows than before is no trouble.
 */
final class Conversation {
  private static final int PLANS = 60;

  private final Linker linker;

  Conversation(Linker linker) {
    this.linker = linker;
  }

  /**
   * The plan that answered the last turn.
   *
   * @param turns at least one
   */
  CompletionStage<Plan> planOf(List<Turn> turns, Schema schema, Place place, Product product) {
    TableView along = place.fillDown() ? place.table() : null;
    CompletionStage<@Nullable Plan> plan = CompletableFuture.completedFuture(null);
    for (Turn turn : turns) {
      plan =
          plan.thenCompose(before ->
              compositions(before, turn.instruction(), turn.asOf(), schema, along)
                  .thenApply(all -> find(all, turn, place, product)));
    }
    return plan.thenApply(java.util.Objects::requireNonNull);
  }

  private CompletionStage<List<Composition>> compositions(
      @Nullable Plan before,
      String instruction,
      LocalDate asOf,
      Schema schema,
      @Nullable TableView along) {
    if (before == null) {
      return linker
          .link(instruction, schema, asOf)
          .thenApply(links -> Composer.compose(links, schema, along, PLANS));
    }
    FollowUpWords words = FollowUpWords.of(instruction);
    return linker
        .link(words.text(), schema, asOf)
        .thenApply(
            links -> Composer.edit(before, words, words.withoutTalk(links), schema, along, PLANS));
  }

  private static Plan find(List<Composition> all, Turn turn, Place place, Product product) {
    return all.stream()
        .map(Composition::plan)
        .filter(p -> ComposedCandidateSource.formula(p, place, product).equals(turn.formula()))
        .findFirst()
        .orElseThrow(() ->
            new TaskException(
                "/state",
                "the answer of the turn before can't be found again in this sheet: "
                    + turn.formula()
                    + "; send a whole request"));
  }
}
