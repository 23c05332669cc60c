package org.inkstone.service.sheet.recalc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DefinedName;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.formula.Axis;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaSyntaxException;
import org.inkstone.service.sheet.formula.SheetPrefix;
import org.inkstone.service.sheet.formula.TableRanges;
import org.inkstone.service.sheet.formula.TableSection;
import org.inkstone.service.sheet.formula.UnaryOperator;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.FunctionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a formula which cells its copies read. What only the calculation can tell, such as
 * where OFFSET leads, makes the formula one that is computed at every change.
 */
final class Precedents {
  private static final Bound TOP = Bound.fixed(0);
  private static final Bound BOTTOM = Bound.fixed(CellAddress.MAX_ROWS - 1);

  private final Workbook workbook;
  private final FormulaRun run;
  private final int row;
  private final int column;
  private final int right;
  private final List<Precedent> found;
  private final Set<String> names;
  private boolean always;

  private Precedents(
      Workbook workbook,
      FormulaRun run,
      CellAddress base,
      List<Precedent> found,
      Set<String> names) {
    this.workbook = workbook;
    this.run = run;
    this.row = base.row();
    this.column = base.column();
    this.right = run.column() - column;
    this.found = found;
    this.names = names;
  }

  /**
   * What the cells of a run read.
   *
   * @param always whether they must be computed at every change
   */
  record Found(List<Precedent> precedents, boolean always) {}

  static Found of(FormulaRun run, Workbook workbook) {
    Precedents precedents =
        new Precedents(workbook, run, run.template().base(), new ArrayList<>(), new HashSet<>());
    precedents.visit(run.template().expr());
    return new Found(List.copyOf(precedents.found), precedents.always);
  }

  private void visit(Expr expr) {
    switch (expr) {
      case Expr.CellRef c -> add(c.sheet(), bound(c.row()), bound(c.row()), c.column(), c.column());
      case Expr.RangeRef r ->
          add(r.sheet(), bound(r.firstRow()), bound(r.lastRow()), r.firstColumn(), r.lastColumn());
      case Expr.ColumnsRef c -> add(c.sheet(), TOP, BOTTOM, c.first(), c.last());
      case Expr.RowsRef r ->
          add(
              r.sheet(),
              bound(r.first()),
              bound(r.last()),
              Axis.absolute(0),
              Axis.absolute(CellAddress.MAX_COLUMNS - 1));
      case Expr.TableRef t -> table(t);
      case Expr.NameRef n -> name(n.name(), n.sheet());
      case Expr.Call call -> call(call);
      case Expr.Invoke invoke -> {
        visit(invoke.callee());
        invoke.arguments().forEach(this::visit);
      }
      case Expr.Unary unary -> unary(unary);
      case Expr.Binary binary -> binary(binary);
      default -> {
        // constants
      }
    }
  }

  private Bound bound(Axis axis) {
    return axis.absolute() ? Bound.fixed(axis.index()) : Bound.moving(axis.index() - row);
  }

  private int at(Axis axis) {
    int index = axis.absolute() ? axis.index() : axis.index() + right;
    return Math.clamp(index, 0, CellAddress.MAX_COLUMNS - 1);
  }

  private void add(@Nullable SheetPrefix prefix, Bound first, Bound last, Axis left, Axis right) {
    int from = prefix == null ? run.sheet() : number(prefix, prefix.first());
    int to = prefix == null || prefix.last() == null ? from : number(prefix, prefix.last());
    if (from >= 0 && to >= 0) {
      for (int sheet = Math.min(from, to); sheet <= Math.max(from, to); sheet++) {
        int a = at(left);
        int b = at(right);
        found.add(new Precedent(sheet, first, last, Math.min(a, b), Math.max(a, b)));
      }
    }
  }

  /** The number of a sheet; -1 if there is none, or it belongs to another workbook. */
  private int number(SheetPrefix prefix, String name) {
    return prefix.book() != null ? -1 : number(name);
  }

  private int number(String name) {
    for (int i = 0; i < workbook.sheets().size(); i++) {
      if (workbook.sheets().get(i).name().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  private void table(Expr.TableRef ref) {
    String sheet = workbook.sheets().get(run.sheet()).name();
    CellAddress first = new CellAddress(run.firstRow(), run.column());
    TableRanges.Found table = TableRanges.find(ref, workbook.tables(), sheet, first);
    CellRange range = table.range();
    if (range == null) {
      always = true; // another cell of the run may stand beside a row of the table
    } else if (ref.sections().contains(TableSection.THIS_ROW)) {
      add(number(table.sheet()), range, Bound.moving(0), Bound.moving(0));
    } else {
      add(
          number(table.sheet()),
          range,
          Bound.fixed(range.firstRow()),
          Bound.fixed(range.lastRow()));
    }
  }

  private void add(int sheet, CellRange range, Bound first, Bound last) {
    if (sheet >= 0) {
      found.add(new Precedent(sheet, first, last, range.firstColumn(), range.lastColumn()));
    }
  }

  private void name(String name, @Nullable SheetPrefix prefix) {
    if (prefix != null && prefix.book() != null || !names.add(name.toLowerCase(Locale.ROOT))) {
      return;
    }
    for (Table table : workbook.tables()) {
      if (table.name().equalsIgnoreCase(name)) {
        CellRange data = table.data();
        add(number(table.sheet()), data, Bound.fixed(data.firstRow()), Bound.fixed(data.lastRow()));
      }
    }
    for (DefinedName defined : workbook.names()) {
      if (defined.name().equalsIgnoreCase(name)) {
        defined(defined);
      }
    }
  }

  private void defined(DefinedName defined) {
    try {
      // relative references of a name are written as seen from A1
      Precedents inside = new Precedents(workbook, run, new CellAddress(0, 0), found, names);
      inside.visit(FormulaParser.parse(defined.formula()));
      always |= inside.always;
    } catch (FormulaSyntaxException e) {
      // it gives #NAME? and reads nothing
    }
  }

  private void call(Expr.Call call) {
    Optional<FunctionInfo> info = FunctionCatalog.standard().find(call.function());
    always |= info.isPresent() && info.get().unstable();
    if (info.isEmpty()) {
      name(call.function(), null);
    }
    boolean sized = call.function().equals("SUMIF") || call.function().equals("AVERAGEIF");
    if (sized && call.arguments().size() == 3) {
      sized(call.arguments().getFirst(), call.arguments().getLast());
    }
    call.arguments().forEach(this::visit);
  }

  /** The range to add up is as large as the range of the condition, whatever is written. */
  private void sized(Expr conditions, Expr sums) {
    Expr.RangeRef like = rectangle(conditions);
    Expr.RangeRef first = rectangle(sums);
    if (like == null || first == null) {
      always |= !(conditions instanceof Expr.ColumnsRef && sums instanceof Expr.ColumnsRef);
    } else if (like.firstRow().absolute() != like.lastRow().absolute()) {
      always = true;
    } else {
      int rows = like.lastRow().index() - like.firstRow().index();
      int columns = like.lastColumn().index() - like.firstColumn().index();
      Bound top = bound(first.firstRow());
      int left = at(first.firstColumn());
      int sheet =
          first.sheet() == null ? run.sheet() : number(first.sheet(), first.sheet().first());
      if (sheet >= 0) {
        int last = Math.min(left + columns, CellAddress.MAX_COLUMNS - 1);
        Bound bottom = new Bound(top.fixed(), top.row() + rows);
        found.add(new Precedent(sheet, top, bottom, left, last));
      }
    }
  }

  private static Expr.@Nullable RangeRef rectangle(Expr expr) {
    return switch (expr) {
      case Expr.RangeRef r -> r;
      case Expr.CellRef c -> new Expr.RangeRef(c.sheet(), c.row(), c.column(), c.row(), c.column());
      default -> null;
    };
  }

  private void unary(Expr.Unary unary) {
    if (unary.operator() == UnaryOperator.INTERSECT && isColumn(unary.operand())) {
      // of one column only the cell of the formula's own row is read
      Expr.RangeRef range = rectangle(unary.operand());
      Expr.ColumnsRef columns = unary.operand() instanceof Expr.ColumnsRef c ? c : null;
      Axis of = range != null ? range.firstColumn() : columns == null ? null : columns.first();
      SheetPrefix sheet = range != null ? range.sheet() : columns == null ? null : columns.sheet();
      if (of != null) {
        add(sheet, Bound.moving(0), Bound.moving(0), of, of);
        return;
      }
    }
    visit(unary.operand());
  }

  private static boolean isColumn(Expr expr) {
    return switch (expr) {
      case Expr.RangeRef r ->
          r.firstColumn().equals(r.lastColumn()) && r.firstRow().index() < r.lastRow().index();
      case Expr.ColumnsRef c -> c.first().equals(c.last());
      default -> false;
    };
  }

  /** Operators that lean to the left are taken in a loop, so that long sums need no stack. */
  private void binary(Expr.Binary outermost) {
    Expr left = outermost;
    while (left instanceof Expr.Binary binary) {
      // a range between two computed corners holds more than the corners
      always |= binary.operator() == BinaryOperator.RANGE;
      visit(binary.right());
      left = binary.left();
    }
    visit(left);
  }
}
