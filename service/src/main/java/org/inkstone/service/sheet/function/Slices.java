package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Value;
import org.inkstone.service.sheet.value.ValueIndex;
import org.jspecify.annotations.Nullable;

/** Parts of grids. */
final class Slices {
  private Slices() {}

  /** A view of a part of a grid. */
  private record Window(Grid grid, int top, int left, int rows, int columns) implements Grid {
    @Override
    public Scalar at(int row, int column) {
      return grid.at(top + row, left + column);
    }

    @Override
    public int filledRows() {
      return Math.clamp(grid.filledRows() - top, 0, rows);
    }

    @Override
    public int filledColumns() {
      return Math.clamp(grid.filledColumns() - left, 0, columns);
    }

    @Override
    public Scalar fill() {
      return grid.fill();
    }

    @Override
    public @Nullable ValueIndex index() {
      if (!(grid instanceof Area area)) {
        return null;
      }
      int row = area.range().firstRow() + top;
      int column = area.range().firstColumn() + left;
      CellRange range = new CellRange(row, column, row + rows - 1, column + columns - 1);
      return new Area(area.reader(), range).index();
    }
  }

  /** One row. */
  static Grid row(Grid grid, int row) {
    return new Window(grid, row, 0, 1, grid.columns());
  }

  /** One column. */
  static Grid column(Grid grid, int column) {
    return new Window(grid, 0, column, grid.rows(), 1);
  }

  /** A value's grid for its size alone: nothing is noted as read. */
  static Grid size(Value value) {
    return value instanceof Reference reference ? reference.area() : value.grid();
  }

  /** A part of a value; of a reference it is a reference. */
  static Value part(Value value, int top, int left, int rows, int columns) {
    Grid size = size(value);
    if (top < 0 || left < 0 || top + rows > size.rows() || left + columns > size.columns()) {
      throw FunctionError.ref();
    }
    if (value instanceof Reference reference) {
      Area area = reference.area();
      int row = area.range().firstRow() + top;
      int column = area.range().firstColumn() + left;
      return Reference.of(
          new Area(
              area.reader(), new CellRange(row, column, row + rows - 1, column + columns - 1)));
    }
    Grid window = new Window(size, top, left, rows, columns);
    return window.isSingle() ? Value.of(window.at(0, 0)) : ArrayValue.copy(window);
  }
}
