package org.inkstone.service.sheet.proof;

import java.util.SplittableRandom;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.Check;
import org.inkstone.service.sheet.eval.Evaluation;
import org.inkstone.service.sheet.eval.EvaluationContext;
import org.inkstone.service.sheet.eval.FormulaEvaluator;
import org.inkstone.service.sheet.formula.Expr;

/** Our engine over a sheet of data, each formula alone in the same cell beside the data. */
final class Engine {
  /** The column of the formulas; each oracle has them one below the other. */
  static final int COLUMN = 25;

  /** The first row of the formulas, below all data. */
  static final int FIRST_ROW = 100;

  private final EvaluationContext context;

  Engine(Sheet sheet) {
    context =
        EvaluationContext.of(
            Workbook.of(sheet),
            sheet.name(),
            new CellAddress(FIRST_ROW, COLUMN),
            Check.CLOCK,
            new SplittableRandom(1));
  }

  Evaluation evaluate(String formula) {
    return new FormulaEvaluator().evaluate(formula, context);
  }

  Evaluation evaluate(Expr formula) {
    return new FormulaEvaluator().evaluate(formula, context);
  }

  /** The value of a formula as the oracles' files write it. */
  String encoded(String formula) {
    return Encoded.of(evaluate(formula).scalar());
  }
}
