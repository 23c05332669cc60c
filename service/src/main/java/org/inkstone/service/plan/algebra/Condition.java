package org.inkstone.service.plan.algebra;

import java.time.LocalDate;
import java.util.List;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.Scalar;
import org.jspecify.annotations.Nullable;

/** What a row may be asked. */
public sealed interface Condition {
  /** How a text is compared with a part of it; never with regard to case. */
  enum Place {
    INSIDE,
    BEGINNING,
    END
  }

  /** All of them hold; without any it always does. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** At least one of them holds. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("a choice needs at least one condition");
      }
    }
  }

  /** It does not hold. */
  record Not(Condition of) implements Condition {}

  /**
   * Two values compare so. A column is compared with a fixed value as criteria do it: a blank or a
   * text is neither more nor less than a number. Two values of a row are compared as cells are.
   */
  record Compare(Plan left, Comparison comparison, Plan right) implements Condition {}

  /** A day is not before {@code from} and before {@code to}; null is no bound. */
  record Within(Plan day, @Nullable LocalDate from, @Nullable LocalDate to) implements Condition {
    public Within {
      if (from == null && to == null) {
        throw new IllegalArgumentException("a period needs a first day or an end");
      }
    }
  }

  /** A text contains, begins with or ends with a part. */
  record Matches(Plan text, Place place, String part) implements Condition {}

  /** A cell is blank or holds an empty text, or the opposite. */
  record Blank(Plan of, boolean blank) implements Condition {}

  /**
   * A row stands below the first row that meets other conditions, or above it; where there is no
   * such row, none does.
   */
  record Listed(TableView table, Condition keys, boolean after) implements Condition {}

  /** A value is one of several. */
  record OneOf(Plan of, List<Scalar> values) implements Condition {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /** The condition that always holds. */
  static Condition always() {
    return new All(List.of());
  }

  /** All of several conditions, nested ones opened. */
  static Condition all(List<Condition> parts) {
    List<Condition> flat =
        parts.stream()
            .flatMap(p -> p instanceof All a ? a.parts().stream() : List.of(p).stream())
            .toList();
    return flat.size() == 1 ? flat.getFirst() : new All(flat);
  }

  /** The parts that must all hold. */
  default List<Condition> conjuncts() {
    return this instanceof All all ? all.parts() : List.of(this);
  }

  /** Whether every row meets it. */
  default boolean isAlways() {
    return this instanceof All all && all.parts().isEmpty();
  }
}
