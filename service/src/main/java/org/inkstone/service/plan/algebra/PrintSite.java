package org.inkstone.service.plan.algebra;

import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.Product;

/**
 * Where a formula will stand, and in which product.
 *
 * @param sheet the formula's sheet
 * @param row its row, counted from 0; the first one where it is filled down
 */
public record PrintSite(Product product, String sheet, int row) {
  boolean has(String function) {
    return FunctionCatalog.standard().find(function).map(f -> f.isIn(product)).orElse(false);
  }

  /** Whether arrays spill into cells. */
  boolean spills() {
    return has("FILTER");
  }
}
