package org.inkstone.service.task.formula;

import java.time.Instant;
import java.util.List;
import org.inkstone.service.plan.Language;
import org.inkstone.service.plan.Linker;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.algebra.PlanSentence;
import org.inkstone.service.plan.compose.Composition;
import org.inkstone.service.sheet.function.Product;
import org.inkstone.service.sheet.locale.FormulaLocale;
import org.jspecify.annotations.Nullable;

/**
 * All that a source of candidates, and the checks, know about a request.
 *
 * @param links the request with its words linked
 * @param product the spreadsheet that the formula is for
 * @param locale the language that the formula is for
 * @param deadline when the answer is no longer wanted; null is never
 * @param followUp the turn before that it changes; null if it stands for itself
 */
public record Question(
    Links links,
    Schema schema,
    Place place,
    Product product,
    FormulaLocale locale,
    @Nullable Instant deadline,
    @Nullable FollowUp followUp) {
  /** For a product in English. */
  public Question(
      Links links, Schema schema, Place place, Product product, @Nullable Instant deadline) {
    this(links, schema, place, product, FormulaLocale.ENGLISH, deadline, null);
  }

  /** The plans that the words may mean, or change the one of the turn before to; the best first. */
  List<Composition> plans() {
    return FollowUp.plans(followUp, links, schema, along());
  }

  /** The table whose rows the formula is filled along; null if it is not. */
  @Nullable TableView along() {
    return fillDown() ? place.table() : null;
  }

  /**
   * The question that a plan answers: a follow-up means the whole of what it and the turns before
   * ask for, in words. One that stands for itself means what it says.
   */
  Question understoodAs(Plan plan) {
    if (followUp == null) {
      return this;
    }
    Links whole = Linker.linkByWords(PlanSentence.of(plan, links.language()), schema);
    return new Question(whole, schema, place, product, locale, deadline, null);
  }

  /** The words of the request. */
  public String instruction() {
    return links.request();
  }

  /** The language of the request. */
  public Language language() {
    return links.language();
  }

  /** Whether one value a data row is wanted. */
  public boolean fillDown() {
    return place.fillDown();
  }
}
