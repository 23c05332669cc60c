package org.inkstone.service.task.formula;

import java.time.Instant;
import org.inkstone.service.plan.Language;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Schema;
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
 */
public record Question(
    Links links,
    Schema schema,
    Place place,
    Product product,
    FormulaLocale locale,
    @Nullable Instant deadline) {
  /** For a product in English. */
  public Question(
      Links links, Schema schema, Place place, Product product, @Nullable Instant deadline) {
    this(links, schema, place, product, FormulaLocale.ENGLISH, deadline);
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
