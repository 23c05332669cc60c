package org.inkstone.service.plan.compose;

import java.util.Locale;
import org.inkstone.service.plan.ColumnView;

/** What words such as "oldest" and "fastest" ask of a column: its largest value or its smallest. */
final class Superlatives {
  private Superlatives() {}

  /**
   * What speaks against the largest or the smallest value: the oldest has the smallest year but the
   * largest age, the fastest the smallest time but the largest speed.
   */
  static double turned(Reading reading, ColumnView by, boolean largest) {
    boolean year =
        Columns.isDate(by)
            || by.name().matches("(?i).*(year|built|founded|bought|年份|年度|birth|出生|成立).*")
                && !by.name().matches("(?i).*(years|年限).*");
    for (Item item : reading.items()) {
      String words = item.words().toLowerCase(Locale.ROOT);
      double span =
          by.name().matches("(?i).*(years|年限|年数).*") ? 0.3 : 0; // how long, not since when
      if (words.matches("oldest|最老|最年长|最旧")) {
        return span + (year == largest ? 0.5 : 0);
      } else if (words.matches("youngest|newest|最年轻|最新")) {
        return span + (year == largest ? 0 : 0.5);
      } else if (words.matches("fastest|quickest|.*最快")) {
        return ofPace(by, largest);
      } else if (words.matches("slowest|.*最慢")) {
        return ofPace(by, !largest);
      }
    }
    return 0;
  }

  private static double ofPace(ColumnView by, boolean largest) {
    boolean speed = by.name().matches("(?i).*(speed|km/h|mph|rate|速).*");
    boolean time = by.name().matches("(?i).*(time|minute|second|pace|min\\b|sec\\b|用时|时间|分钟|秒).*");
    return speed && largest || time && !speed && !largest ? 0 : 0.6;
  }
}
