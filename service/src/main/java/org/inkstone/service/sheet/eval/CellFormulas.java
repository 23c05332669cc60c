package org.inkstone.service.sheet.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.DefinedName;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaSyntaxException;
import org.jspecify.annotations.Nullable;

/** The syntax trees of the formulas of cells and names, each read once. */
final class CellFormulas {
  private final Session session;
  private final @Nullable WorkbookFormulas formulas;
  private final Map<String, Expr> parsed = new HashMap<>();
  private final Map<String, Expr> intersecting = new HashMap<>();
  private final Map<String, List<DefinedName>> names = new HashMap<>();

  /**
   * The formulas of a calculation.
   *
   * @param formulas those of the workbook if they were read already
   */
  CellFormulas(Session session, Workbook workbook, @Nullable WorkbookFormulas formulas) {
    this.session = session;
    this.formulas = formulas;
    for (DefinedName name : workbook.names()) {
      names.computeIfAbsent(name.name().toLowerCase(Locale.ROOT), n -> new ArrayList<>()).add(name);
    }
  }

  /** The same for a helper of the calculation. */
  CellFormulas(Session helper, CellFormulas same) {
    this.session = helper;
    this.formulas = same.formulas;
    names.putAll(same.names);
  }

  /** The defined name, one of a sheet before one of the workbook; null if there is none. */
  @Nullable DefinedName name(String name, String sheet) {
    DefinedName global = null;
    for (DefinedName found : names.getOrDefault(name.toLowerCase(Locale.ROOT), List.of())) {
      if (found.sheet() == null) {
        global = found;
      } else if (found.sheet().equalsIgnoreCase(sheet)) {
        return found;
      }
    }
    return global;
  }

  /**
   * The syntax tree of a text, read once.
   *
   * @throws FormulaSyntaxException if it is no formula
   */
  Expr parsed(String text) {
    return parsed.computeIfAbsent(text, FormulaParser::parse);
  }

  /** A cell's formula as it or its first copy is written; null if it can't be read. */
  @Nullable Expr of(SheetView view, CellAddress at) {
    FormulaTemplate shared = template(view, at.row(), at.column());
    return shared == null ? parsed(view, at) : shared.expr();
  }

  /** The formula that a cell's is a copy of, if that is known; null if it is not. */
  @Nullable FormulaTemplate template(SheetView view, int row, int column) {
    FormulaTemplate written = view.written(row, column);
    if (written != null) {
      return written;
    }
    int index = formulas == null ? -1 : view.content().indexOf(row, column);
    return formulas == null || index < 0 ? null : formulas.at(view.index(), index);
  }

  /** The syntax tree of a cell's formula; null if it can't be read and its stored value counts. */
  @Nullable Expr parsed(SheetView view, CellAddress at) {
    SheetCell cell = view.cell(at.row(), at.column());
    String text = cell.formula() == null ? "" : cell.formula();
    try {
      Expr expr = parsed(text);
      return view.isIntersecting(at.row(), at.column())
          ? intersecting.computeIfAbsent(text, t -> ImplicitIntersection.written(expr))
          : expr;
    } catch (FormulaSyntaxException e) {
      boolean cached = !(cell.value() instanceof Scalar.Blank);
      session.underWay().gap("the formula can't be read: " + e.getMessage());
      session.warn(
          "the formula of "
              + view.sheet()
              + "!"
              + at
              + " can't be read, "
              + (cached ? "its stored value is used: " : "it counts as #NAME?: ")
              + e.getMessage());
      return cached ? null : new Expr.ErrorLiteral(ErrorCode.NAME);
    }
  }
}
