package org.inkstone.service.plan.compose;

import java.util.Locale;
import java.util.Set;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Target;

/** Words that lead from one row to those below or above it. */
final class Sides {
  private static final Set<String> BELOW =
      Set.of("after", "below", "under", "之后", "以后", "later than", "以下");
  private static final Set<String> ABOVE =
      Set.of("before", "above", "over", "之前", "以前", "earlier than", "以上");

  private Sides() {}

  /** 1 for rows below, -1 for rows above, 0 for neither. */
  static int of(Item item) {
    String words = item.words().toLowerCase(Locale.ROOT);
    if (item.is(Cue.NEXT) || item.isComparison() && BELOW.contains(words)) {
      return 1;
    }
    return item.is(Cue.PREVIOUS) || item.isComparison() && ABOVE.contains(words) ? -1 : 0;
  }

  /** The words that lead from a value to the rows on one side of it; 0 if there are none. */
  static long bits(Reading reading, int side) {
    long bits = 0;
    for (Item item : reading.items()) {
      boolean plain = item.is(Cue.NEXT) || item.is(Cue.PREVIOUS);
      bits |= of(item) == side && (plain || leads(reading, item)) ? item.bit() : 0;
    }
    return bits;
  }

  /** Whether a value stands beside the words, as in "after Berlin" and 柏林之后. */
  static boolean leads(Reading reading, Item side) {
    return reading.items().stream().anyMatch(v -> isValue(v) && isBeside(reading, side, v));
  }

  /** Whether the words lead from this value: behind them, or in Chinese before them. */
  static boolean isBeside(Reading reading, Item side, Item value) {
    boolean han = side.words().codePoints().anyMatch(org.inkstone.service.plan.Language::isHan);
    Item first = han ? value : side;
    Item second = han ? side : value;
    return first.end() <= second.start()
        && second.index() - first.index() <= 2
        && reading.between(first, second).length() <= 14
        && !reading.isCut(first, second);
  }

  static boolean isValue(Item item) {
    return item.has(Target.Value.class) || item.has(Target.Quote.class);
  }
}
