package org.inkstone.service.plan.compose;

import java.util.Locale;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Links;

/** Looks at words that link to nothing: they may name what the rows are. */
final class UnknownNouns {
  private UnknownNouns() {}

  /** Whether "most", "fewest" or the like stands before a noun that no column is called by. */
  static boolean isBehind(Reading reading, Cue cue) {
    String request = reading.links().request();
    for (Item item : reading.cues(cue)) {
      boolean counts =
          item.words().toLowerCase(Locale.ROOT).matches("(the )?(most|fewest|least|最多|最少)");
      for (Links.Unlinked unlinked : reading.links().unlinked()) {
        int gap = unlinked.start() - item.end();
        boolean beside =
            gap >= 0
                && request
                    .substring(item.end(), unlinked.start())
                    .matches("(?i)\\s*((amount|number) of)?\\s*(的)?");
        if (counts && beside) {
          return true;
        }
      }
    }
    return false;
  }
}
