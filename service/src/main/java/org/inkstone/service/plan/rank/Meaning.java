package org.inkstone.service.plan.rank;

import java.util.List;
import org.inkstone.service.plan.compose.Composition;
import org.inkstone.service.sheet.Scalar;

/**
 * Compositions that give the same values on the data and on changed data.
 *
 * @param same at least one, the cheapest first
 * @param values what they give on the data (of a long table on its first rows): one value, the rows
 *     of a list, or one value a row
 */
public record Meaning(List<Composition> same, List<List<Scalar>> values) {
  public Meaning {
    same = List.copyOf(same);
    values = List.copyOf(values);
  }

  /** The one that says it most plainly. */
  public Composition plain() {
    return same.getFirst();
  }
}
