package org.inkstone.service.sheet.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.UnaryOperator;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.FunctionParameter;

/**
 * Finds formulas that older spreadsheets compute over arrays only when told so: an operator or a
 * function of single values meets a range outside the functions that take arrays by nature.
 */
final class ArrayEntry {
  private static final Set<String> ARRAYS_BY_NATURE =
      Set.of("SUMPRODUCT", "MMULT", "LOOKUP", "AGGREGATE", "MDETERM", "MINVERSE", "FREQUENCY");

  /** These choose before they compute, so that nothing around them makes them work on arrays. */
  private static final Set<String> CHOOSERS = Set.of("IF", "IFERROR", "IFNA", "CHOOSE");

  private ArrayEntry() {}

  /** Whether the formula must be entered as an array formula where arrays do not spill. */
  static boolean isNeeded(Expr formula) {
    return isNeeded(formula, false);
  }

  private static boolean isNeeded(Expr expr, boolean arrays) {
    return switch (expr) {
      case Expr.Binary b when !b.operator().reference() ->
          !arrays && (Exprs.isRange(b.left()) || Exprs.isRange(b.right()))
              || isNeeded(b.left(), arrays)
              || isNeeded(b.right(), arrays);
      case Expr.Unary u when u.operator() != UnaryOperator.SPILL ->
          !arrays && u.operator() != UnaryOperator.INTERSECT && Exprs.isRange(u.operand())
              || isNeeded(u.operand(), arrays);
      case Expr.Call call -> call(call, arrays);
      case Expr.Invoke invoke -> invoke.arguments().stream().anyMatch(a -> isNeeded(a, arrays));
      default -> false;
    };
  }

  private static boolean call(Expr.Call call, boolean arrays) {
    boolean inside =
        !CHOOSERS.contains(call.function())
            && (arrays || ARRAYS_BY_NATURE.contains(call.function()));
    List<Expr> arguments = call.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      Expr argument = arguments.get(i);
      boolean lifted = Exprs.isRange(argument) && isSingle(call.function(), i);
      if (lifted && !inside || isNeeded(argument, inside)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSingle(String function, int argument) {
    Optional<List<FunctionParameter>> parameters =
        FunctionCatalog.standard().find(function).map(info -> info.parameters());
    return parameters
        .filter(p -> !p.isEmpty())
        .map(p -> !CHOOSERS.contains(function) && !p.get(Math.min(argument, p.size() - 1)).range())
        .orElse(false);
  }
}
