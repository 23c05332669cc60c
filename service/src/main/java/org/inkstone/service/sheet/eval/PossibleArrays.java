package org.inkstone.service.sheet.eval;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.formula.function.FunctionMetadata;
import org.apache.poi.ss.formula.function.FunctionMetadataRegistry;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.UnaryOperator;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.FunctionInfo;

/** Tells from a formula alone whether it may give an array; where it errs, it says yes. */
final class PossibleArrays {
  /** Functions that take ranges whole but give an array for an array of conditions. */
  private static final Set<String> CONDITIONAL =
      Set.of("SUMIFS", "COUNTIFS", "AVERAGEIFS", "MAXIFS", "MINIFS", "AVERAGEIF");

  private PossibleArrays() {}

  /** Whether the value may have several cells. */
  static boolean mayGive(Expr expr) {
    return switch (expr) {
      case Expr.RangeRef r ->
          !r.firstRow().equals(r.lastRow()) || !r.firstColumn().equals(r.lastColumn());
      case Expr.ColumnsRef c -> true;
      case Expr.RowsRef r -> true;
      case Expr.TableRef t -> true;
      case Expr.NameRef n -> true;
      case Expr.ArrayLiteral a -> true;
      case Expr.Invoke i -> true;
      case Expr.Unary unary ->
          unary.operator() != UnaryOperator.INTERSECT
              && (unary.operator() == UnaryOperator.SPILL || mayGive(unary.operand()));
      case Expr.Binary binary -> binary(binary);
      case Expr.Call call -> call(call);
      default -> false;
    };
  }

  private static boolean binary(Expr.Binary outermost) {
    Expr left = outermost;
    while (left instanceof Expr.Binary binary) {
      if (binary.operator().reference() || mayGive(binary.right())) {
        return true;
      }
      left = binary.left();
    }
    return mayGive(left);
  }

  private static boolean call(Expr.Call call) {
    Optional<FunctionInfo> info = FunctionCatalog.standard().find(call.function());
    if (info.isEmpty() || info.get().array() || info.get().parameters().isEmpty()) {
      return info.isEmpty() || info.get().array();
    }
    FunctionMetadata metadata = FunctionMetadataRegistry.getFunctionByName(call.function());
    if (metadata != null && metadata.getReturnClassCode() != Ptg.CLASS_VALUE) {
      return call.arguments().stream().anyMatch(PossibleArrays::mayGive);
    }
    List<Expr> arguments = call.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      if (!takesWhole(info.get(), metadata, i) && mayGive(arguments.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean takesWhole(FunctionInfo info, FunctionMetadata metadata, int index) {
    if (CONDITIONAL.contains(info.name())) {
      return index % 2 == (info.name().startsWith("COUNT") || info.name().endsWith("IF") ? 0 : 1)
          || index == 0;
    } else if (metadata != null && metadata.getParameterClassCodes().length > 0) {
      byte[] codes = metadata.getParameterClassCodes();
      return codes[Math.min(index, codes.length - 1)] != Ptg.CLASS_VALUE;
    }
    int last = info.parameters().size() - 1;
    return info.parameters().get(Math.min(index, last)).range();
  }
}
