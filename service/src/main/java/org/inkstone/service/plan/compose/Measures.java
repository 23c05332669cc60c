package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.inkstone.service.plan.ColumnView;

/**
 * A column that is aggregated, and what speaks against it.
 *
 * @param bits the words that mean it
 */
record Measures(ColumnView column, long bits, double cost) {

  /** Numbers that words mean, or that the table offers by itself. */
  static List<Measures> quantities(Reading reading) {
    return of(reading, Columns::isNumber);
  }

  /** Numbers and days. */
  static List<Measures> ordered(Reading reading) {
    return of(reading, c -> Columns.isNumber(c) || Columns.isDate(c));
  }

  private static List<Measures> of(Reading reading, Predicate<ColumnView> kind) {
    List<Measures> measures = new ArrayList<>();
    long own = reading.table().columns().stream().filter(Columns::isQuantity).count();
    for (ColumnView column : reading.table().columns()) {
      if (!kind.test(column)) {
        continue;
      }
      double score = score(reading, column);
      if (score > 0) {
        double id = Columns.isId(column) ? 1.2 : 0;
        measures.add(new Measures(column, Atoms.mentions(reading, column), 0.7 * (1 - score) + id));
      } else if (Columns.isDate(column) && reading.details().has(Detail.WHEN)) {
        measures.add(new Measures(column, 0, 0.1));
      } else if (reading.details().ordersBy(column)) {
        measures.add(new Measures(column, 0, 0.35));
      } else if (Columns.isQuantity(column)) {
        measures.add(new Measures(column, 0, own == 1 ? 0.7 : 1.2));
      }
    }
    measures.sort(Comparator.comparingDouble(Measures::cost));
    return measures;
  }

  static double score(Reading reading, ColumnView column) {
    return reading.items().stream().mapToDouble(i -> i.score(column)).max().orElse(0);
  }
}
