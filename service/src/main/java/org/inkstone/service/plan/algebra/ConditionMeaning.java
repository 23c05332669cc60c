package org.inkstone.service.plan.algebra;

import java.time.LocalDate;
import java.util.Locale;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.format.SerialDate;
import org.jspecify.annotations.Nullable;

/** Whether rows meet conditions. */
final class ConditionMeaning {
  private final PlanMeaning meaning;

  ConditionMeaning(PlanMeaning meaning) {
    this.meaning = meaning;
  }

  /**
   * Whether a row meets a condition.
   *
   * @param scope the row; null where the condition compares values that no row has
   * @param filter whether rows are chosen, where blanks and texts are neither more nor less than a
   *     number; else one row decides, whose cells compare as they stand
   */
  boolean meets(Condition condition, @Nullable Scope scope, boolean filter) {
    return switch (condition) {
      case Condition.All all -> all.parts().stream().allMatch(p -> meets(p, scope, filter));
      case Condition.Any any -> any.parts().stream().anyMatch(p -> meets(p, scope, filter));
      case Condition.Not not -> !meets(not.of(), scope, filter);
      case Condition.Compare compare -> compare(compare, scope, filter);
      case Condition.Within within -> within(within, meaning.value(within.day(), scope));
      case Condition.Matches matches -> matches(matches, meaning.value(matches.text(), scope));
      case Condition.Blank blank ->
          Values.isEmpty(meaning.value(blank.of(), scope)) == blank.blank();
      case Condition.OneOf one -> {
        Scalar value = meaning.value(one.of(), scope);
        yield one.values().stream().anyMatch(v -> sameCell(value, v));
      }
      case Condition.Listed listed -> listed(listed, scope);
    };
  }

  private boolean listed(Condition.Listed listed, @Nullable Scope scope) {
    if (scope == null) {
      return false;
    }
    int key = meaning.first(listed.table(), listed.keys(), scope.around());
    return key >= 0 && (listed.after() ? scope.row() > key : scope.row() < key);
  }

  private boolean compare(Condition.Compare compare, @Nullable Scope scope, boolean filter) {
    Scalar left = meaning.value(compare.left(), scope);
    Scalar right = meaning.value(compare.right(), scope);
    if (left instanceof Scalar.Err || right instanceof Scalar.Err) {
      return false;
    }
    if (filter && isCriterion(compare)) {
      return criterion(left, compare.comparison(), right);
    }
    return compare.comparison().holds(Values.order(left, right));
  }

  /** A column of the chosen rows beside a value that is the same for all of them. */
  static boolean isCriterion(Condition.Compare compare) {
    boolean column = compare.left() instanceof Plan.Field field && !field.outer();
    boolean fixed =
        compare.right().shape() == Plan.Shape.ONE
            || compare.right() instanceof Plan.Field other && other.outer();
    return column && fixed;
  }

  private static boolean criterion(Scalar cell, Comparison comparison, Scalar bound) {
    if (comparison == Comparison.EQUAL) {
      return sameCell(cell, bound);
    } else if (comparison == Comparison.NOT_EQUAL) {
      return !sameCell(cell, bound);
    }
    boolean alike =
        cell instanceof Scalar.Num && bound instanceof Scalar.Num
            || cell instanceof Scalar.Text && bound instanceof Scalar.Text;
    return alike && comparison.holds(Values.order(cell, bound));
  }

  /** The same value, or a text that writes the number; a blank is not 0. */
  private static boolean sameCell(Scalar cell, Scalar value) {
    if (value instanceof Scalar.Num number && cell instanceof Scalar.Text text) {
      Double written = Values.written(text.value());
      return written != null && Values.near(written, number.value());
    } else if (cell instanceof Scalar.Blank) {
      return Values.isEmpty(value);
    }
    return cell.getClass() == value.getClass() && Values.order(cell, value) == 0;
  }

  private boolean within(Condition.Within within, Scalar day) {
    return day instanceof Scalar.Num number
        && (within.from() == null || number.value() >= serial(within.from()))
        && (within.to() == null || number.value() < serial(within.to()));
  }

  private double serial(@Nullable LocalDate date) {
    return date == null ? 0 : SerialDate.of(date, meaning.data().dates());
  }

  private static boolean matches(Condition.Matches matches, Scalar value) {
    String text = value instanceof Scalar.Text t ? t.value().toLowerCase(Locale.ROOT) : "";
    String part = matches.part().toLowerCase(Locale.ROOT);
    return value instanceof Scalar.Text
        && switch (matches.place()) {
          case INSIDE -> text.contains(part);
          case BEGINNING -> text.startsWith(part);
          case END -> text.endsWith(part);
        };
  }
}
