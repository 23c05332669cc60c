package org.inkstone.service.sheet.read;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.FormulaArea;
import org.inkstone.service.sheet.FormulaMode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.jspecify.annotations.Nullable;

/** Reads the XML of one sheet. */
final class SheetPart {
  private final XmlPart xml;
  private final String name;
  private final CellValues values;
  private final ReadBudget budget;
  private final Sheet.Builder cells;
  private final FormulaGroups formulas;
  private final List<CellRange> merged = new ArrayList<>();
  private final List<String> tables = new ArrayList<>();
  private int row = -1;
  private int column = -1;

  private @Nullable String filter;
  private @Nullable CellRange filtered;

  SheetPart(XmlPart xml, String name, CellValues values, ReadBudget budget) {
    this.xml = xml;
    this.name = name;
    this.values = values;
    this.budget = budget;
    this.cells = Sheet.builder(name);
    this.formulas = new FormulaGroups(budget);
  }

  Sheet read() {
    while (xml.nextStart()) {
      switch (xml.name()) {
        case "row" -> startRow();
        case "c" -> cell();
        case "mergeCell" -> merge();
        case "tablePart" -> table();
        case "autoFilter" -> filter = xml.attribute("ref");
        case "filterColumn" -> filter();
        case "extLst", "customSheetViews" -> xml.skip();
        default -> {
          // widths, views, prints and drawings
        }
      }
    }
    Sheet sheet =
        cells.merged(merged).mode(FormulaMode.INTERSECTING).areas(formulas.areas()).build();
    return filtered == null ? sheet : sheet.withFilter(filtered);
  }

  /** Only a filter with a condition hides rows. */
  private void filter() {
    if (filter != null) {
      filtered = range(filter);
    }
  }

  /** The relationship ids of the sheet's tables, once it was read. */
  List<String> tables() {
    return tables;
  }

  private void startRow() {
    row = xml.number("r", row + 2) - 1;
    column = -1;
    if (row < 0 || row >= CellAddress.MAX_ROWS) {
      throw SheetReadException.malformed(
          "sheet " + name + " has a row with the number " + (row + 1L));
    }
    if (xml.flag("hidden")) {
      cells.hide(row);
    }
  }

  private void merge() {
    String area = xml.attribute("ref");
    if (area != null) {
      budget.check(ReadLimit.DECLARATIONS, merged.size() + 1L);
      merged.add(range(area));
    }
  }

  private void table() {
    String id = xml.relationship();
    if (id != null) {
      budget.check(ReadLimit.DECLARATIONS, tables.size() + 1L);
      tables.add(id);
    }
  }

  private void cell() {
    place(xml.attribute("r"));
    String type = xml.attribute("t");
    String format = values.format(xml.number("s", 0));
    boolean dynamic = xml.attribute("cm") != null;
    int metadata = xml.number("vm", 0);
    String formula = null;
    String value = null;
    int parent = xml.depth();
    while (xml.nextStartWithin(parent)) {
      switch (xml.name()) {
        case "f" -> formula = formula(dynamic);
        case "v" -> value = xml.text();
        case "is" -> value = RichText.read(xml, budget);
        default -> xml.skip();
      }
    }
    put(values.rich(values.cell(type, value, format, this::place), metadata), formula);
  }

  private void put(SheetCell cell, @Nullable String formula) {
    if (formula == null && cell.value() instanceof Scalar.Blank) {
      return;
    }
    budget.cell();
    cells.put(
        row, column, formula == null ? cell : new SheetCell(cell.value(), formula, cell.format()));
  }

  private String place() {
    return name + "!" + CellAddress.letters(column) + (row + 1);
  }

  /** A cell may leave out its address: then it stands right of the one before. */
  private void place(@Nullable String address) {
    if (address == null) {
      row = Math.max(0, row);
      column++;
    } else {
      try {
        CellAddress at = CellAddress.parse(address);
        row = at.row();
        column = at.column();
      } catch (IllegalArgumentException e) {
        throw SheetReadException.malformed(
            "sheet " + name + " has a cell with the address " + address, e);
      }
    }
    if (column >= CellAddress.MAX_COLUMNS) {
      throw SheetReadException.malformed(
          "sheet " + name + " has more columns than a sheet can hold");
    }
  }

  private @Nullable String formula(boolean dynamic) {
    String type = xml.attribute("t");
    String area = xml.attribute("ref");
    int shared = xml.number("si", -1);
    String text = xml.text();
    if ("dataTable".equals(type) && area != null) {
      return formulas.array(text, range(area), FormulaArea.Kind.DATA_TABLE);
    } else if ("shared".equals(type) && shared >= 0) {
      return formulas.shared(shared, text, row, column);
    } else if ("array".equals(type) && area != null) {
      return formulas.array(
          text, range(area), dynamic ? FormulaArea.Kind.SPILLED : FormulaArea.Kind.FIXED);
    }
    return text.isBlank() ? null : formulas.plain(text);
  }

  private CellRange range(String area) {
    try {
      return CellRange.parse(area);
    } catch (IllegalArgumentException e) {
      throw SheetReadException.malformed("sheet " + name + " has the area " + area, e);
    }
  }
}
