package org.inkstone.service.sheet.eval;

import java.util.List;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Lambda;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** A LAMBDA with the variables that it could see where it was written. */
record Closure(
    Session session,
    ExprEvaluator evaluator,
    List<Parameter> list,
    Expr body,
    @Nullable Scope scope)
    implements Lambda {

  /** A parameter; an optional one may be left out. */
  record Parameter(String name, boolean optional) {}

  Closure {
    list = List.copyOf(list);
  }

  @Override
  public int parameters() {
    return list.size();
  }

  @Override
  public int required() {
    return (int) list.stream().filter(parameter -> !parameter.optional()).count();
  }

  @Override
  public Value call(List<Value> arguments) {
    if (arguments.size() > list.size()) {
      throw FunctionError.value();
    }
    Scope inner = scope;
    for (int i = 0; i < list.size(); i++) {
      Parameter parameter = list.get(i);
      if (i >= arguments.size() && !parameter.optional()) {
        throw FunctionError.value();
      }
      Value value = i < arguments.size() ? arguments.get(i) : Scope.OMITTED;
      inner = new Scope(inner, parameter.name(), value);
    }
    Tracer tracer = session.underWay().tracer();
    if (tracer != null) {
      tracer.pause();
    }
    Value value = evaluator.eval(body, inner);
    if (tracer != null) {
      tracer.resume();
    }
    return value;
  }
}
