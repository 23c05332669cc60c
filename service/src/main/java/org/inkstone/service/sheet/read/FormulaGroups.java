package org.inkstone.service.sheet.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.sheet.CellRange;
import org.jspecify.annotations.Nullable;

/** Formulas that are written once for several cells of a sheet. */
final class FormulaGroups {
  private final ReadBudget budget;
  private final Map<Integer, Shared> shared = new HashMap<>();
  private final List<ArrayFormula> arrays = new ArrayList<>();

  /** A formula with the cell that it was written for. */
  private record Shared(FormulaShift formula, int row, int column) {}

  /** An array formula and the cells that it fills. */
  private record ArrayFormula(String formula, CellRange area) {}

  FormulaGroups(ReadBudget budget) {
    this.budget = budget;
  }

  /** A cell's own formula. */
  String plain(String text) {
    String formula = text.strip();
    return budget.text(
        FormulaText.canonical(formula.startsWith("=") ? formula.substring(1) : formula));
  }

  /** The formula of a cell in a group; null if the group was never written. */
  @Nullable String shared(int group, String text, int row, int column) {
    if (!text.isBlank()) {
      String formula = plain(text);
      shared.putIfAbsent(group, new Shared(new FormulaShift(formula), row, column));
      return formula;
    }
    Shared first = shared.get(group);
    return first == null
        ? null
        : budget.text(first.formula.at(row - first.row, column - first.column));
  }

  /** The formula of the first cell of an area that one array fills. */
  @Nullable String array(String text, CellRange area) {
    if (text.isBlank()) {
      return null;
    }
    String formula = plain(text);
    if (area.rows() > 1 || area.columns() > 1) {
      budget.check(ReadLimit.DECLARATIONS, arrays.size() + 1L);
      arrays.add(new ArrayFormula(formula, area));
    }
    return formula;
  }

  /** What a further cell of such an area computes: its element of the array. */
  @Nullable String within(int row, int column) {
    for (int i = arrays.size() - 1; i >= 0; i--) {
      CellRange area = arrays.get(i).area;
      if (area.contains(row, column)) {
        int down = row - area.firstRow() + 1;
        int right = column - area.firstColumn() + 1;
        return budget.text("INDEX(" + arrays.get(i).formula + "," + down + "," + right + ")");
      }
    }
    return null;
  }
}
