package org.inkstone.service.sheet.value;

import java.util.List;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;

/** Applies a calculation on scalars to arrays: single values, rows and columns are repeated. */
public final class Broadcast {
  private static final Scalar NOT_AVAILABLE = Scalar.of(ErrorCode.NA);

  private Broadcast() {}

  /** Computes a scalar from scalars; a {@link FunctionError} becomes an error value. */
  @FunctionalInterface
  public interface Cell {
    /** The scalar for the scalars at one place of all grids; the array is used again. */
    Scalar of(Scalar[] arguments);
  }

  /** The value over all places; where a grid is too short, {@code #N/A}. */
  public static Value map(List<? extends Grid> grids, Calculation calculation, Cell cell) {
    int rows = 1;
    int columns = 1;
    for (Grid grid : grids) {
      rows = Math.max(rows, grid.rows());
      columns = Math.max(columns, grid.columns());
    }
    Scalar[] arguments = new Scalar[grids.size()];
    if (rows == 1 && columns == 1) {
      fill(arguments, grids, 0, 0);
      return single(cell, arguments);
    }
    return array(grids, rows, columns, calculation, cell, arguments);
  }

  private static Value array(
      List<? extends Grid> grids,
      int rows,
      int columns,
      Calculation calculation,
      Cell cell,
      Scalar[] arguments) {
    int filledRows = 0;
    int filledColumns = 0;
    boolean alike = true;
    for (Grid grid : grids) {
      if (!grid.isSingle()) {
        alike &= grid.rows() == rows && grid.columns() == columns;
        filledRows = Math.max(filledRows, grid.filledRows());
        filledColumns = Math.max(filledColumns, grid.filledColumns());
      }
    }
    filledRows = alike ? filledRows : rows;
    filledColumns = alike ? filledColumns : columns;
    calculation.charge((long) filledRows * filledColumns);
    Scalar outside = Scalar.blank();
    if (filledRows < rows || filledColumns < columns) {
      for (int i = 0; i < arguments.length; i++) {
        Grid grid = grids.get(i);
        arguments[i] = grid.isSingle() ? grid.at(0, 0) : grid.fill();
      }
      outside = ((Value.Single) single(cell, arguments)).scalar();
    }
    return ArrayValue.compute(
        rows,
        columns,
        filledRows,
        filledColumns,
        (row, column) -> fill(arguments, grids, row, column) ? cell.of(arguments) : NOT_AVAILABLE,
        outside);
  }

  private static boolean fill(Scalar[] arguments, List<? extends Grid> grids, int row, int column) {
    for (int i = 0; i < arguments.length; i++) {
      Grid grid = grids.get(i);
      int r = grid.rows() == 1 ? 0 : row;
      int c = grid.columns() == 1 ? 0 : column;
      if (r >= grid.rows() || c >= grid.columns()) {
        return false;
      }
      arguments[i] = grid.at(r, c);
    }
    return true;
  }

  private static Value single(Cell cell, Scalar[] arguments) {
    try {
      return Value.of(cell.of(arguments));
    } catch (FunctionError error) {
      return Value.of(error.scalar());
    }
  }
}
