package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Target;

/**
 * Some words of a request and all that they may mean.
 *
 * @param index its place among the items, counted from 0
 */
record Item(int index, int start, int end, String words, List<Link> links) {
  Item {
    links = List.copyOf(links);
  }

  /** At most so many are looked at, because a set of them is kept in a long. */
  static final int MOST = 60;

  static List<Item> of(Links links) {
    Map<Long, List<Link>> groups = new LinkedHashMap<>();
    for (Link link : links.links()) {
      groups
          .computeIfAbsent((long) link.start() << 32 | link.end(), k -> new ArrayList<>())
          .add(link);
    }
    List<Item> items = new ArrayList<>();
    for (List<Link> group : groups.values()) {
      if (items.size() < MOST) {
        Link first = group.getFirst();
        items.add(new Item(items.size(), first.start(), first.end(), first.words(), group));
      }
    }
    return items;
  }

  long bit() {
    return 1L << index;
  }

  boolean is(Cue cue) {
    return links.stream()
        .anyMatch(l -> l.target() instanceof Target.Construction c && c.cue() == cue);
  }

  <T extends Target> List<T> all(Class<T> kind) {
    return links.stream().map(Link::target).filter(kind::isInstance).map(kind::cast).toList();
  }

  boolean has(Class<? extends Target> kind) {
    return links.stream().anyMatch(l -> kind.isInstance(l.target()));
  }

  /** How sure it means a column; 0 if it doesn't. */
  double score(ColumnView column) {
    return links.stream()
        .filter(l -> l.target() instanceof Target.Column c && c.column().isSame(column))
        .mapToDouble(Link::score)
        .max()
        .orElse(0);
  }

  /** Whether it means a column by its unit only. */
  boolean isUnit(ColumnView column) {
    return links.stream()
        .filter(l -> l.target() instanceof Target.Column c && c.column().isSame(column))
        .allMatch(l -> l.how().equals("unit"));
  }

  boolean isComparison() {
    return links.stream()
        .anyMatch(l -> l.target() instanceof Target.Construction c && c.cue().isComparison());
  }
}
