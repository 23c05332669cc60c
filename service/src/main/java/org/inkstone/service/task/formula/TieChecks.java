package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.eval.EvaluationException;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.verify.Finding;

/** A lookup takes one of several rows: which one is chance where they say different things. */
final class TieChecks {
  static final String ONE_ROW = "one_row_matches";

  private TieChecks() {}

  /** Looks up again what a formula looks up, all matching rows instead of the first. */
  static Finding run(Answer answer, Calculator calculator) {
    if (answer.question().fillDown()) {
      return Finding.passed(ONE_ROW, "each row is looked up by itself");
    }
    int most = 1;
    for (Expr all : lookups(answer.ranges())) {
      most = Math.max(most, different(answer, all, calculator));
    }
    return most == 1
        ? Finding.passed(ONE_ROW, "no lookup leaves a choice")
        : Finding.doubt(ONE_ROW, most + " rows match with different results, one was taken");
  }

  private static int different(Answer answer, Expr all, Calculator calculator) {
    try {
      Computed computed =
          calculator.compute(all, answer.question().schema(), answer.question().place());
      Set<Scalar> values = new HashSet<>(computed.values());
      values.removeIf(v -> v instanceof Scalar.Err);
      return Math.max(1, values.size());
    } catch (EvaluationException e) {
      return 1; // what can't be computed again was not computed before either
    }
  }

  /** For each lookup the formula of all rows that it may take. */
  private static List<Expr> lookups(Expr formula) {
    List<Expr> all = new ArrayList<>();
    ExprTree.nodes(formula, Expr.Call.class)
        .forEach(call -> {
          List<Expr> arguments = call.arguments();
          boolean index =
              call.function().equals("INDEX")
                  && arguments.size() == 2
                  && arguments.get(1) instanceof Expr.Call match
                  && match.function().equals("MATCH")
                  && match.arguments().size() == 3;
          if (index && arguments.get(1) instanceof Expr.Call match) {
            all.add(rows(arguments.get(0), match.arguments().get(1), match.arguments().get(0)));
          } else if (call.function().equals("XLOOKUP")
              && arguments.size() <= 4
              && arguments.size() >= 3) {
            all.add(rows(arguments.get(2), arguments.get(1), arguments.get(0)));
          }
        });
    return all;
  }

  private static Expr rows(Expr results, Expr among, Expr wanted) {
    return new Expr.Call(
        "FILTER", List.of(results, new Expr.Binary(BinaryOperator.EQUAL, among, wanted)));
  }
}
