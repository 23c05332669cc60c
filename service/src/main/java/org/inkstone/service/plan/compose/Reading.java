package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.Target;

/**
 * A request, looked at as a question to one table.
 *
 * @param down whether one value for each row is wanted
 */
record Reading(
    Links links, Schema schema, TableView table, boolean down, List<Item> items, Details details) {
  Reading {
    items = List.copyOf(items);
  }

  static Reading of(Links links, Schema schema, TableView table, boolean down) {
    TableView view = down ? table : table.withReadings();
    return new Reading(links, schema, view, down, Item.of(links), Details.of(links.request()));
  }

  /** A column that some words may mean. */
  record Mention(Item item, ColumnView column, double score) {}

  /** The columns of the table that words mean, in their order. */
  List<Mention> mentions() {
    List<Mention> mentions = new ArrayList<>();
    for (Item item : items) {
      for (Target.Column target : item.all(Target.Column.class)) {
        if (target.column().table().equals(table.name())) {
          table.columns().stream()
              .filter(target.column()::isSame)
              .forEach(c -> mentions.add(new Mention(item, c, item.score(c))));
        }
      }
    }
    return mentions;
  }

  /** Items that hold a construction. */
  List<Item> cues(Cue cue) {
    return items.stream().filter(i -> i.is(cue)).toList();
  }

  boolean has(Cue cue) {
    return items.stream().anyMatch(i -> i.is(cue));
  }

  long bits(Cue cue) {
    return cues(cue).stream().mapToLong(Item::bit).reduce(0, (a, b) -> a | b);
  }

  long bits(Set<Cue> cues) {
    return cues.stream().mapToLong(this::bits).reduce(0, (a, b) -> a | b);
  }

  /** The items that stand where a detail is said. */
  long bits(Detail detail) {
    return details.all(detail).stream().mapToLong(this::bits).reduce(0, (a, b) -> a | b);
  }

  long bits(Details.Said said) {
    return items.stream()
        .filter(i -> i.start() < said.end() && i.end() > said.start())
        .mapToLong(Item::bit)
        .reduce(0, (a, b) -> a | b);
  }

  /** The words between two items, whichever is first. */
  String between(Item a, Item b) {
    boolean inOrder = a.start() <= b.start();
    Item first = inOrder ? a : b;
    Item second = inOrder ? b : a;
    return first.end() <= second.start()
        ? links.request().substring(first.end(), second.start())
        : "";
  }

  /** How many signs stand between two items; more where others lie between. */
  int distance(Item a, Item b) {
    int gap = between(a, b).length();
    int others = Math.abs(a.index() - b.index()) - 1;
    return gap + 6 * Math.max(0, others);
  }

  /** The item nearest to another that meets no other condition. */
  Optional<Item> nearest(Item to, List<Item> from) {
    return from.stream()
        .filter(i -> i.index() != to.index())
        .min(Comparator.comparingInt(i -> distance(i, to)));
  }

  /** Whether an item stands directly before another, with nothing but particles between. */
  boolean isRightBefore(Item first, Item second) {
    return first.end() <= second.start()
        && second.index() - first.index() == 1
        && between(first, second).strip().length() <= 4;
  }

  /** Signs that end a clause between two items. */
  boolean isCut(Item a, Item b) {
    return between(a, b).matches("(?s).*[,，;；。:：(（].*");
  }
}
