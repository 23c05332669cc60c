package org.inkstone.service.plan.compose;

import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Target;

/** Finds the words that say what a row is. */
final class RowNouns {
  private RowNouns() {}

  /** Words that say what a row is: "how many orders", "for each product". */
  static long bits(Reading reading) {
    long bits = 0;
    for (Reading.Mention mention : reading.mentions()) {
      boolean noun = !Columns.isQuantity(mention.column()) && !Columns.isDate(mention.column());
      boolean key = Columns.isUnique(mention.column()) || mention.column().index() == 0;
      for (Item cue : reading.items()) {
        boolean each = cue.is(Cue.EACH) && (reading.down() || !Columns.isGroup(mention.column()));
        boolean counts = cue.is(Cue.COUNT) || each;
        boolean beside =
            reading.isRightBefore(cue, mention.item())
                || key && reading.isRightBefore(mention.item(), cue);
        boolean value =
            mention.item().all(Target.Value.class).stream()
                .anyMatch(v -> v.value().equals(mention.item().words()));
        bits |= counts && noun && !value && (beside || key) ? mention.item().bit() : 0;
      }
    }
    return bits;
  }
}
