package org.inkstone.service.sheet.eval;

import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.value.Lazy;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** An argument of a call, evaluated at most once. */
final class Argument implements Lazy {
  private final ExprEvaluator evaluator;
  private final Expr expr;
  private final @Nullable Scope scope;
  private @Nullable Value value;

  Argument(ExprEvaluator evaluator, Expr expr, @Nullable Scope scope) {
    this.evaluator = evaluator;
    this.expr = expr;
    this.scope = scope;
  }

  @Override
  public Value get() {
    Value known = value;
    if (known == null) {
      known = evaluator.eval(expr, scope);
      value = known;
    }
    return known;
  }

  @Override
  public boolean isOmitted() {
    return expr instanceof Expr.Omitted;
  }
}
