package org.inkstone.service.sheet.eval;

import java.util.ArrayList;
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

/**
 * Writes {@code @} where a formula of a file means one cell of a range. Such formulas know three
 * kinds of places: for one value, for a reference, and for an array; the file format's table of
 * functions (POI carries it) says which kind each parameter is.
 */
final class ImplicitIntersection {
  /** What a place takes. */
  private enum Place {
    VALUE,
    REFERENCE,
    ARRAY
  }

  private static final Set<String> FORMS = Set.of("LET", "LAMBDA", "ISOMITTED");

  private ImplicitIntersection() {}

  /** The formula with every implicit intersection written out. */
  static Expr written(Expr formula) {
    return at(Place.VALUE, formula);
  }

  private static Expr at(Place place, Expr expr) {
    return switch (expr) {
      case Expr.RangeRef r -> reference(place, r);
      case Expr.ColumnsRef r -> reference(place, r);
      case Expr.RowsRef r -> reference(place, r);
      case Expr.TableRef r -> reference(place, r);
      case Expr.NameRef r -> reference(place, r);
      case Expr.Unary unary -> unary(place, unary);
      case Expr.Binary binary -> binary(place, binary);
      case Expr.Call call -> call(place, call);
      case Expr.Invoke invoke ->
          reference(place, new Expr.Invoke(invoke.callee(), all(Place.ARRAY, invoke.arguments())));
      default -> expr;
    };
  }

  private static Expr reference(Place place, Expr expr) {
    return place == Place.VALUE ? new Expr.Unary(UnaryOperator.INTERSECT, expr) : expr;
  }

  private static Expr unary(Place place, Expr.Unary unary) {
    return switch (unary.operator()) {
      case SPILL -> reference(place, unary);
      case INTERSECT -> new Expr.Unary(unary.operator(), at(Place.REFERENCE, unary.operand()));
      default -> new Expr.Unary(unary.operator(), at(operand(place), unary.operand()));
    };
  }

  private static Place operand(Place place) {
    return place == Place.ARRAY ? Place.ARRAY : Place.VALUE;
  }

  /** Operators that lean to the left are taken in a loop, so that long sums need no stack. */
  private static Expr binary(Place place, Expr.Binary outermost) {
    if (outermost.operator().reference()) {
      return reference(
          place,
          new Expr.Binary(
              outermost.operator(),
              at(Place.REFERENCE, outermost.left()),
              at(Place.REFERENCE, outermost.right())));
    }
    List<Expr.Binary> run = new ArrayList<>();
    Expr left = outermost;
    while (left instanceof Expr.Binary binary && !binary.operator().reference()) {
      run.add(binary);
      left = binary.left();
    }
    Expr result = at(operand(place), left);
    for (Expr.Binary binary : run.reversed()) {
      result = new Expr.Binary(binary.operator(), result, at(operand(place), binary.right()));
    }
    return result;
  }

  private static Expr call(Place place, Expr.Call call) {
    if (FORMS.contains(call.function())) {
      return call;
    }
    FunctionMetadata metadata = FunctionMetadataRegistry.getFunctionByName(call.function());
    Optional<FunctionInfo> info = FunctionCatalog.standard().find(call.function());
    List<Expr> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Place wanted = metadata != null ? parameter(metadata, i) : parameter(info, i);
      arguments.add(at(inside(place, wanted), call.arguments().get(i)));
    }
    Expr.Call written = new Expr.Call(call.function(), arguments);
    boolean several =
        metadata != null && metadata.getReturnClassCode() != Ptg.CLASS_VALUE
            || info.isEmpty()
            || info.get().array();
    return several ? reference(place, written) : written;
  }

  private static Place inside(Place outer, Place wanted) {
    return outer == Place.ARRAY ? Place.ARRAY : wanted;
  }

  private static Place parameter(FunctionMetadata metadata, int index) {
    byte[] codes = metadata.getParameterClassCodes();
    if (codes.length == 0) {
      return Place.REFERENCE;
    }
    return switch (codes[Math.min(index, codes.length - 1)]) {
      case Ptg.CLASS_VALUE -> Place.VALUE;
      case Ptg.CLASS_ARRAY -> Place.ARRAY;
      default -> Place.REFERENCE;
    };
  }

  private static Place parameter(Optional<FunctionInfo> info, int index) {
    if (info.isEmpty() || info.get().parameters().isEmpty()) {
      return Place.REFERENCE;
    }
    int last = info.get().parameters().size() - 1;
    return info.get().parameters().get(Math.min(index, last)).range() ? Place.ARRAY : Place.VALUE;
  }

  private static List<Expr> all(Place place, List<Expr> exprs) {
    return exprs.stream().map(expr -> at(place, expr)).toList();
  }
}
