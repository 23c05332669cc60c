package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Grid;

/**
 * The groups down one side of a table, with their totals.
 *
 * @param depth 0 for no totals, 1 for the grand total, more for subtotals too; negative puts them
 *     before their groups
 * @param flat whether the groups are sorted as if no key were above another
 */
record GroupSide(Grid keys, Group root, GroupOrder order, int depth, boolean flat) {

  /** The groups in the order in which they stand, totals among them. */
  List<Group> shown(Function<Group, List<Scalar>> results, boolean subtotalsOnly) {
    List<Group> shown = new ArrayList<>();
    if (flat) {
      leaves(root, shown);
      List<Group> sorted = new ArrayList<>(order.flat(shown, results));
      if (depth != 0) {
        sorted.add(depth < 0 ? 0 : sorted.size(), root);
      }
      return sorted;
    }
    add(root, results, subtotalsOnly, shown);
    return shown;
  }

  private static void leaves(Group group, List<Group> leaves) {
    if (group.isLeaf()) {
      leaves.add(group);
    }
    group.children().forEach(child -> leaves(child, leaves));
  }

  private void add(
      Group group,
      Function<Group, List<Scalar>> results,
      boolean subtotalsOnly,
      List<Group> shown) {
    boolean total =
        !group.isLeaf() && (group.isRoot() ? depth != 0 : group.level() < Math.abs(depth));
    if (total && depth < 0 || group.isLeaf()) {
      shown.add(group);
    }
    boolean hidden = group.level() + 1 < keys.columns() && group.level() + 1 >= Math.abs(depth);
    boolean byResult = order.isByResult() && !(subtotalsOnly && hidden);
    for (Group child : byResult ? order.byResult(group, results) : order.byKey(group)) {
      add(child, results, subtotalsOnly, shown);
    }
    if (total && depth > 0) {
      shown.add(group);
    }
  }

  /** A group's keys, one for each column of keys; empty texts where it has none. */
  List<Scalar> head(Group group) {
    List<Scalar> head = new ArrayList<>();
    if (group.isRoot()) {
      head.add(Scalar.of(Math.abs(depth) > 1 ? "Grand Total" : "Total"));
    }
    for (Group part : group.path()) {
      head.add(keys.at(firstRow(part), part.level() - 1));
    }
    while (head.size() < keys.columns()) {
      head.add(Scalar.of(""));
    }
    return head;
  }

  /** The row that spells a group's key: the first of the first leaf. */
  private int firstRow(Group group) {
    Group first = group;
    while (!first.isLeaf()) {
      first = order.byKey(first).getFirst();
    }
    return first.rows().getFirst();
  }
}
