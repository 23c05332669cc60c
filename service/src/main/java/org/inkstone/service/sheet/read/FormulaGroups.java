package org.inkstone.service.sheet.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.FormulaArea;
import org.jspecify.annotations.Nullable;

/** Formulas that are written once for several cells of a sheet. */
final class FormulaGroups {
  private final ReadBudget budget;
  private final Map<Integer, Shared> shared = new HashMap<>();
  private final List<FormulaArea> areas = new ArrayList<>();

  /** A formula with the cell that it was written for. */
  private record Shared(FormulaShift formula, int row, int column) {}

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
  @Nullable String array(String text, CellRange area, FormulaArea.Kind kind) {
    if (kind != FormulaArea.Kind.DATA_TABLE && text.isBlank()) {
      return null;
    }
    budget.check(ReadLimit.DECLARATIONS, areas.size() + 1L);
    areas.add(new FormulaArea(area, kind));
    return kind == FormulaArea.Kind.DATA_TABLE ? null : plain(text);
  }

  /** The areas that were read. */
  List<FormulaArea> areas() {
    return areas;
  }
}
