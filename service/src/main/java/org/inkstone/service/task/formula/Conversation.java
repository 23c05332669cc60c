package org.inkstone.service.task.formula;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.inkstone.service.plan.Linker;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.algebra.Plan;
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
  private final Linker linker;
  private final Executor work;

  /**
   * Conversations.
   *
   * @param work runs the CPU work: composing
   */
  Conversation(Linker linker, Executor work) {
    this.linker = linker;
    this.work = work;
  }

  /**
   * Links the words of a turn, periods such as "last month" counted from a day.
   *
   * @param words what it says if it is a follow-up; null if it stands for itself
   */
  CompletionStage<Links> link(
      @Nullable FollowUpWords words, String instruction, Schema schema, LocalDate asOf) {
    return words == null
        ? linker.link(instruction, schema, asOf)
        : linker.link(words.text(), schema, asOf).thenApply(words::withoutTalk);
  }

  /**
   * The plan that answered the last turn.
   *
   * @param turns at least one
   */
  CompletionStage<Plan> planOf(List<Turn> turns, Schema schema, Place place, Product product) {
    CompletionStage<@Nullable Plan> plan = CompletableFuture.completedFuture(null);
    for (Turn turn : turns) {
      plan = plan.thenCompose(before -> planOf(turn, before, schema, place, product));
    }
    return plan.thenApply(Objects::requireNonNull);
  }

  private CompletionStage<@Nullable Plan> planOf(
      Turn turn, @Nullable Plan before, Schema schema, Place place, Product product) {
    FollowUp followUp =
        before == null ? null : new FollowUp(before, FollowUpWords.of(turn.instruction()));
    TableView along = place.fillDown() ? place.table() : null;
    return link(followUp == null ? null : followUp.words(), turn.instruction(), schema, turn.asOf())
        .thenApplyAsync(
            links -> find(FollowUp.plans(followUp, links, schema, along), turn, place, product),
            work);
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
