package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table whose first key columns agree; the root holds all rows, each level below it
 * divides by one column more.
 */
final class Group {
  private final @Nullable Group parent;
  private final Scalar key;
  private final int level;
  private final List<Integer> rows = new ArrayList<>();
  private final Map<Object, Group> children = new LinkedHashMap<>();

  private Group(@Nullable Group parent, Scalar key, int level) {
    this.parent = parent;
    this.key = key;
    this.level = level;
  }

  /** The tree of some rows by all columns of their keys. */
  static Group tree(Grid keys, List<Integer> rows) {
    Group root = all(rows);
    for (int row : rows) {
      Group group = root;
      for (int column = 0; column < keys.columns(); column++) {
        Group above = group;
        Scalar key = keys.at(row, column);
        group =
            above.children.computeIfAbsent(
                identity(key), k -> new Group(above, key, above.level + 1));
        group.rows.add(row);
      }
    }
    return root;
  }

  /** One group of all rows. */
  static Group all(List<Integer> rows) {
    Group root = new Group(null, Scalar.blank(), 0);
    root.rows.addAll(rows);
    return root;
  }

  /** Equal for keys of one group: texts in any case, numbers at 15 digits. */
  private static Object identity(Scalar key) {
    return switch (key) {
      case Scalar.Num n -> NumberText.digits15(n.value());
      case Scalar.Text t -> t.value().toLowerCase(Locale.ROOT);
      default -> key;
    };
  }

  /** The value that its rows share in the column of its level. */
  Scalar key() {
    return key;
  }

  /** How many key columns its rows agree in. */
  int level() {
    return level;
  }

  /** Its rows in their order. */
  List<Integer> rows() {
    return Collections.unmodifiableList(rows);
  }

  /** Its parts, in the order of their first rows. */
  Collection<Group> children() {
    return Collections.unmodifiableCollection(children.values());
  }

  boolean isLeaf() {
    return children.isEmpty();
  }

  boolean isRoot() {
    return parent == null;
  }

  /** The group that it is a part of; of the root itself. */
  Group parent() {
    return parent == null ? this : parent;
  }

  /** The groups from the first level down to it. */
  List<Group> path() {
    List<Group> path = new ArrayList<>();
    for (Group group = this; group.parent != null; group = group.parent) {
      path.addFirst(group);
    }
    return path;
  }
}
