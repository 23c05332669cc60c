package org.inkstone.service.sheet.dialect;

import static org.inkstone.service.sheet.dialect.Exprs.binary;
import static org.inkstone.service.sheet.dialect.Exprs.call;
import static org.inkstone.service.sheet.dialect.Exprs.number;
import static org.inkstone.service.sheet.dialect.Exprs.text;
import static org.inkstone.service.sheet.dialect.Exprs.times;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;

/** Criteria of the functions in -IFS as comparisons: {@code ">=5"}, {@code ">"&A1}, {@code "x"}. */
final class CriterionText {
  private static final Pattern WRITTEN = Pattern.compile("(<=|>=|<>|=|<|>)?(.*)", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final Map<String, BinaryOperator> OPERATORS =
      Map.of(
          "<=", BinaryOperator.LESS_OR_EQUAL,
          ">=", BinaryOperator.GREATER_OR_EQUAL,
          "<>", BinaryOperator.NOT_EQUAL,
          "=", BinaryOperator.EQUAL,
          "<", BinaryOperator.LESS,
          ">", BinaryOperator.GREATER);

  private CriterionText() {}

  /** Truth for each value that meets the criterion; none for criteria that may mean more. */
  static Optional<Expr> condition(Expr values, Expr criterion) {
    return switch (criterion) {
      case Expr.NumberLiteral n -> Optional.of(binary(BinaryOperator.EQUAL, values, n));
      case Expr.TextLiteral t -> written(values, t.value());
      case Expr.CellRef c -> Optional.of(binary(BinaryOperator.EQUAL, values, c));
      case Expr.Binary b
          when b.operator() == BinaryOperator.CONCAT
              && b.left() instanceof Expr.TextLiteral t
              && OPERATORS.containsKey(t.value()) ->
          Optional.of(compared(values, OPERATORS.get(t.value()), b.right()));
      default -> Optional.empty();
    };
  }

  private static Optional<Expr> written(Expr values, String criterion) {
    Matcher matcher = WRITTEN.matcher(criterion);
    if (!matcher.matches() || matcher.group(2).isEmpty() || hasWildcard(criterion)) {
      return Optional.empty();
    }
    String sign = matcher.group(1) == null ? "=" : matcher.group(1);
    BinaryOperator operator = OPERATORS.getOrDefault(sign, BinaryOperator.EQUAL);
    String rest = matcher.group(2);
    boolean isNumber = NUMBER.matcher(rest).matches();
    boolean ordered = operator != BinaryOperator.EQUAL && operator != BinaryOperator.NOT_EQUAL;
    if (ordered && !isNumber) {
      return Optional.empty();
    }
    return Optional.of(
        compared(values, operator, isNumber ? number(Double.parseDouble(rest)) : text(rest)));
  }

  private static boolean hasWildcard(String text) {
    return text.chars().anyMatch(c -> "*?~".indexOf(c) >= 0);
  }

  /** An order is between numbers only: a blank is not less than 5. */
  private static Expr compared(Expr values, BinaryOperator operator, Expr with) {
    Expr comparison = binary(operator, values, with);
    boolean equality = operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL;
    return equality ? comparison : times(call("ISNUMBER", values), comparison);
  }
}
