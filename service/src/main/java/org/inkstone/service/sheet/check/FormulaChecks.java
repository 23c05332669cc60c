package org.inkstone.service.sheet.check;

import java.util.List;
import org.inkstone.service.sheet.formula.Expr;

/** All checks, in the order of the result. */
public final class FormulaChecks {
  private static final List<FormulaCheck> ALL =
      List.of(
          new SelfReferenceCheck(),
          new ErrorCellCheck(),
          new RangeCompleteCheck(),
          new HeaderCheck(),
          new TotalsCheck(),
          new AlignedRangesCheck(),
          new SortedKeyCheck(),
          new LookupKeyCheck(),
          new FillDownCheck(),
          new TextNumberCheck(),
          new TextDateCheck(),
          new MergedCellsCheck(),
          new UnitsCheck(),
          new HardCodedCheck());

  private FormulaChecks() {}

  /** All of them. */
  public static List<FormulaCheck> all() {
    return ALL;
  }

  static boolean isReference(Expr expr) {
    return expr instanceof Expr.CellRef
        || expr instanceof Expr.RangeRef
        || expr instanceof Expr.ColumnsRef
        || expr instanceof Expr.RowsRef
        || expr instanceof Expr.NameRef;
  }
}
