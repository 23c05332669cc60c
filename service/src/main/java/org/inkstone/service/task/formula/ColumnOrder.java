package org.inkstone.service.task.formula;

import java.util.List;
import java.util.Optional;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Target;

/** In which order a request names columns. */
final class ColumnOrder {
  private ColumnOrder() {}

  /**
   * Which of two columns is named nearest before some words and which nearest behind: 1 if the
   * first one is before, -1 if the second one is, 0 if not one of them on each side.
   */
  static int around(Links links, Link words, ColumnView first, ColumnView second) {
    List<ColumnView> before = nearest(links, words, true);
    List<ColumnView> behind = nearest(links, words, false);
    if (before.contains(first) && behind.contains(second)) {
      return 1;
    }
    return before.contains(second) && behind.contains(first) ? -1 : 0;
  }

  /**
   * Whether a column is the one that is named nearest behind a construction, or before if none is.
   */
  static boolean isBehind(Links links, Cue cue, ColumnView column) {
    return links
        .linksTo(Target.Construction.class)
        .filter(l -> ((Target.Construction) l.target()).cue() == cue)
        .anyMatch(l -> {
          List<ColumnView> behind = nearest(links, l, false);
          return (behind.isEmpty() ? nearest(links, l, true) : behind).contains(column);
        });
  }

  /** Whether a column is the one that is named nearest before or behind some words. */
  static boolean isNearest(Links links, Link words, ColumnView column) {
    boolean named =
        links.all(Target.Column.class).stream().anyMatch(c -> c.column().equals(column));
    return !named
        || nearest(links, words, true).contains(column)
        || nearest(links, words, false).contains(column);
  }

  private static List<ColumnView> nearest(Links links, Link words, boolean before) {
    Optional<Link> nearest =
        links
            .linksTo(Target.Column.class)
            .filter(l -> before ? l.end() <= words.start() : l.start() >= words.end())
            .reduce((a, b) -> before == b.start() >= a.start() ? b : a);
    return nearest.stream()
        .flatMap(n ->
            links
                .linksTo(Target.Column.class)
                .filter(l -> l.start() == n.start() && l.end() == n.end()))
        .map(l -> ((Target.Column) l.target()).column())
        .toList();
  }

  /** Where a request names a column first; at the end if nowhere. */
  static int mention(Links links, ColumnView column) {
    return links
        .linksTo(Target.Column.class)
        .filter(l -> ((Target.Column) l.target()).column().equals(column))
        .mapToInt(Link::start)
        .min()
        .orElse(Integer.MAX_VALUE);
  }
}
