package org.inkstone.service.sheet.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkstone.service.sheet.DefinedName;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaSyntaxException;
import org.inkstone.service.sheet.formula.ReferenceShift;
import org.inkstone.service.sheet.function.CatalogEntry;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.FunctionInfo;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Lambda;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** Evaluates names and calls: functions, LET, LAMBDA and defined names. */
final class CallEvaluator {
  private static final FunctionCatalog CATALOG = FunctionCatalog.standard();

  /** Functions that look anew at every calculation, but give the same for the same cells. */
  private static final Set<String> REPEATABLE = Set.of("OFFSET", "INDIRECT");

  private final Session session;
  private final Frame frame;
  private final ReferenceResolver references;
  private final ExprEvaluator evaluator;

  CallEvaluator(
      Session session, Frame frame, ReferenceResolver references, ExprEvaluator evaluator) {
    this.session = session;
    this.frame = frame;
    this.references = references;
    this.evaluator = evaluator;
  }

  /** A variable, a defined name, a table, or a function as a value. */
  Value name(Expr.NameRef ref, @Nullable Scope scope) {
    Value variable = ref.sheet() == null ? Scope.find(scope, ref.name()) : null;
    if (variable != null) {
      return variable;
    }
    DefinedName defined = references.name(ref);
    if (defined != null) {
      return defined(defined);
    }
    Value table = ref.sheet() == null ? references.tableNamed(ref.name()) : null;
    if (table != null) {
      return table;
    }
    Optional<FunctionInfo> function = CATALOG.find(ref.name());
    if (ref.sheet() == null && function.isPresent() && CATALOG.isCallable(function.get().name())) {
      return new FunctionValue(function.get(), frame);
    }
    session.warn("nothing is called " + ref.name() + ": #NAME?");
    throw FunctionError.of(ErrorCode.NAME);
  }

  private Value defined(DefinedName name) {
    try {
      Expr expr = session.formulas().parsed(name.formula());
      // relative references of a name are written as seen from A1
      return frame
          .here()
          .eval(ReferenceShift.move(expr, references.at().row(), references.at().column()), null);
    } catch (FormulaSyntaxException e) {
      session.warn("the name " + name.name() + " can't be read: " + e.getMessage());
      throw FunctionError.of(ErrorCode.NAME);
    }
  }

  Value call(Expr.Call call, @Nullable Scope scope) {
    String name = call.function();
    switch (name) {
      case "LET":
        return let(call.arguments(), scope);
      case "LAMBDA":
        return lambda(call.arguments(), scope);
      case "ISOMITTED":
        return omitted(call.arguments(), scope);
      default:
        break;
    }
    Value variable = Scope.find(scope, name);
    if (variable != null) {
      return invoke(variable, call.arguments(), scope);
    }
    CatalogEntry entry = CATALOG.entry(name);
    if (entry == null) {
      return named(call, scope);
    }
    FunctionInfo info = entry.info();
    if (!info.computed()) {
      session.warn(name + " is refused because " + info.refusal() + ": #BLOCKED!");
      session.underWay().gap(name + " is refused because " + info.refusal());
      throw FunctionError.of(ErrorCode.BLOCKED);
    }
    if (info.unstable() && !REPEATABLE.contains(name)) {
      session.underWay().markUnstable();
    }
    if (!entry.takes(call.arguments().size())) {
      session.warn(
          "expected "
              + info.signature()
              + " but found "
              + call.arguments().size()
              + " arguments: #VALUE!");
      throw FunctionError.value();
    }
    return entry.call(lazies(call.arguments(), scope), frame);
  }

  private List<Argument> lazies(List<Expr> arguments, @Nullable Scope scope) {
    List<Argument> lazies = new ArrayList<>(arguments.size());
    for (Expr argument : arguments) {
      lazies.add(new Argument(evaluator, argument, scope));
    }
    return lazies;
  }

  private Value named(Expr.Call call, @Nullable Scope scope) {
    DefinedName defined = references.name(new Expr.NameRef(null, call.function()));
    if (defined == null) {
      session.warn("no function is called " + call.function() + ": #NAME?");
      session.underWay().gap("no function is called " + call.function());
      throw FunctionError.of(ErrorCode.NAME);
    }
    return invoke(defined(defined), call.arguments(), scope);
  }

  Value invoke(Expr.Invoke invoke, @Nullable Scope scope) {
    return invoke(evaluator.eval(invoke.callee(), scope), invoke.arguments(), scope);
  }

  private Value invoke(Value callee, List<Expr> arguments, @Nullable Scope scope) {
    if (callee instanceof Value.Single single) {
      FunctionError.check(single.scalar());
    }
    if (!(callee instanceof Lambda lambda)) {
      throw FunctionError.value();
    }
    return lambda.call(arguments.stream().map(a -> evaluator.eval(a, scope)).toList());
  }

  private Value let(List<Expr> arguments, @Nullable Scope scope) {
    if (arguments.size() < 3 || arguments.size() % 2 == 0) {
      session.warn("LET takes pairs of a name and a value, then a calculation: #VALUE!");
      throw FunctionError.value();
    }
    Scope inner = scope;
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      inner =
          new Scope(inner, variable(arguments.get(i)), evaluator.eval(arguments.get(i + 1), inner));
    }
    return evaluator.eval(arguments.getLast(), inner);
  }

  private static String variable(Expr expr) {
    if (expr instanceof Expr.NameRef ref && ref.sheet() == null) {
      return ref.name();
    }
    throw FunctionError.of(ErrorCode.NAME);
  }

  private Value lambda(List<Expr> arguments, @Nullable Scope scope) {
    if (arguments.isEmpty()) {
      throw FunctionError.value();
    }
    List<Closure.Parameter> parameters = new ArrayList<>();
    for (Expr argument : arguments.subList(0, arguments.size() - 1)) {
      boolean optional =
          argument instanceof Expr.TableRef ref && ref.table() == null && ref.sections().isEmpty();
      String name =
          argument instanceof Expr.TableRef ref && optional && ref.firstColumn() != null
              ? ref.firstColumn()
              : variable(argument);
      parameters.add(new Closure.Parameter(name, optional));
    }
    return new Closure(session, evaluator, parameters, arguments.getLast(), scope);
  }

  @SuppressWarnings("ReferenceEquality") // one marker object
  private Value omitted(List<Expr> arguments, @Nullable Scope scope) {
    if (arguments.size() != 1) {
      throw FunctionError.value();
    }
    boolean omitted =
        arguments.getFirst() instanceof Expr.NameRef ref
            && Scope.find(scope, ref.name()) == Scope.OMITTED;
    return Value.of(Scalar.of(omitted));
  }
}
