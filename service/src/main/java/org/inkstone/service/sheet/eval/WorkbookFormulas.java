package org.inkstone.service.sheet.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.FormulaArea;
import org.inkstone.service.sheet.FormulaMode;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaSyntaxException;
import org.jspecify.annotations.Nullable;

/** The formulas of a workbook, read once; those that are copies of each other are one. */
public final class WorkbookFormulas {
  private final List<@Nullable FormulaTemplate[]> bySheet = new ArrayList<>();
  private final Map<RelativeForm, FormulaTemplate> known = new HashMap<>();

  private WorkbookFormulas() {}

  /** Reads all formulas; one that can't be read is left out. */
  public static WorkbookFormulas of(Workbook workbook) {
    WorkbookFormulas formulas = new WorkbookFormulas();
    for (Sheet sheet : workbook.sheets()) {
      formulas.add(sheet);
    }
    return formulas;
  }

  private void add(Sheet sheet) {
    Set<CellAddress> arrays = new HashSet<>();
    for (FormulaArea area : sheet.areas()) {
      arrays.add(new CellAddress(area.range().firstRow(), area.range().firstColumn()));
    }
    @Nullable FormulaTemplate[] templates = new @Nullable FormulaTemplate[sheet.size()];
    int index = 0;
    for (Map.Entry<CellAddress, SheetCell> entry : sheet.cells().entrySet()) {
      String text = entry.getValue().formula();
      if (text != null) {
        boolean intersecting =
            sheet.mode() == FormulaMode.INTERSECTING && !arrays.contains(entry.getKey());
        templates[index] = read(text, entry.getKey(), intersecting);
      }
      index++;
    }
    bySheet.add(templates);
  }

  private @Nullable FormulaTemplate read(String text, CellAddress cell, boolean intersecting) {
    try {
      Expr parsed = FormulaParser.parse(text);
      Expr expr = intersecting ? ImplicitIntersection.written(parsed) : parsed;
      return known.computeIfAbsent(
          new RelativeForm(expr, cell), form -> new FormulaTemplate(expr, cell));
    } catch (FormulaSyntaxException e) {
      return null;
    }
  }

  /**
   * A formula that a person writes into a cell, where arrays spill.
   *
   * @throws FormulaSyntaxException if it is none
   */
  public FormulaTemplate written(String text, CellAddress cell) {
    Expr expr = FormulaParser.parse(text);
    return known.computeIfAbsent(
        new RelativeForm(expr, cell), form -> new FormulaTemplate(expr, cell));
  }

  /**
   * The formula of a sheet's filled cell.
   *
   * @param index the number of the cell, as {@link Sheet#indexOf} gives it
   * @return null if the cell has none that can be read
   */
  public @Nullable FormulaTemplate at(int sheet, int index) {
    return bySheet.get(sheet)[index];
  }
}
