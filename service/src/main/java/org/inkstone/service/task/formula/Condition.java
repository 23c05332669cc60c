package org.inkstone.service.task.formula;

import java.time.LocalDate;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.sheet.formula.BinaryOperator;

/**
 * A comparison that a formula makes.
 *
 * @param column what is compared
 * @param inBranch whether it decides an IF, where the opposite comparison with the branches
 *     exchanged means the same
 */
record Condition(ColumnView column, BinaryOperator operator, Bound bound, boolean inBranch) {
  /** What it is compared with. */
  sealed interface Bound {}

  /** A number. */
  record NumberBound(double value) implements Bound {}

  /** A text, in a criterion perhaps with wildcards. */
  record TextBound(String value) implements Bound {
    String bare() {
      return value.replace("*", "").replace("?", "");
    }

    boolean isPattern() {
      return !bare().equals(value);
    }
  }

  /** A day. */
  record DateBound(LocalDate date) implements Bound {}

  /** Another column. */
  record ColumnBound(ColumnView column) implements Bound {}

  /** Anything that is computed. */
  record OtherBound() implements Bound {}

  static BinaryOperator mirrored(BinaryOperator operator) {
    return switch (operator) {
      case LESS -> BinaryOperator.GREATER;
      case LESS_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
      case GREATER -> BinaryOperator.LESS;
      case GREATER_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
      default -> operator;
    };
  }

  static BinaryOperator opposite(BinaryOperator operator) {
    return switch (operator) {
      case LESS -> BinaryOperator.GREATER_OR_EQUAL;
      case LESS_OR_EQUAL -> BinaryOperator.GREATER;
      case GREATER -> BinaryOperator.LESS_OR_EQUAL;
      case GREATER_OR_EQUAL -> BinaryOperator.LESS;
      case EQUAL -> BinaryOperator.NOT_EQUAL;
      case NOT_EQUAL -> BinaryOperator.EQUAL;
      default -> operator;
    };
  }
}
