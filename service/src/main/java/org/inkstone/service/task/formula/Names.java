package org.inkstone.service.task.formula;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.algebra.ReadingPrinter;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.formula.Axis;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.SheetPrefix;
import org.inkstone.service.sheet.formula.TableSection;
import org.jspecify.annotations.Nullable;

/** Goes between names, such as {@code Orders[Amount]}, and ranges, such as {@code G2:G15}. */
final class Names {
  private final Schema schema;
  private final Place place;

  Names(Schema schema, Place place) {
    this.schema = schema;
    this.place = place;
  }

  /** The column that a reference names; empty if it names none, or several. */
  Optional<ColumnView> column(Expr.TableRef ref) {
    String name = ref.firstColumn();
    if (name == null || ref.lastColumn() != null) {
      return Optional.empty();
    }
    return table(ref).flatMap(t -> column(t, name));
  }

  /** All columns that a reference covers. */
  List<ColumnView> columns(Expr.TableRef ref) {
    TableView view = table(ref).orElse(null);
    CellRange part = view == null ? null : part(view, ref);
    if (view == null || part == null) {
      return List.of();
    }
    int left = view.table().data().firstColumn();
    return view.columns().subList(part.firstColumn() - left, part.lastColumn() - left + 1);
  }

  private static Optional<ColumnView> column(TableView table, String name) {
    return table.columns().stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
  }

  private Optional<TableView> table(Expr.TableRef ref) {
    String name = ref.table();
    return name == null ? Optional.ofNullable(place.table()) : schema.table(name);
  }

  static boolean isThisRow(Expr.TableRef ref) {
    return ref.sections().contains(TableSection.THIS_ROW);
  }

  /** Ranges in the place of names: columns are held by {@code $}, cells of the row move. */
  Expr toRanges(Expr formula) {
    return ExprTree.mapLeaves(formula, e -> e instanceof Expr.TableRef ref ? range(ref) : e);
  }

  private Expr range(Expr.TableRef ref) {
    TableView view = table(ref).orElse(null);
    if (view == null) {
      return ref;
    }
    Table table = view.table();
    CellRange data = part(view, ref);
    if (data == null) {
      return ref;
    }
    SheetPrefix sheet =
        table.sheet().equalsIgnoreCase(place.sheet()) ? null : SheetPrefix.of(table.sheet());
    if (isThisRow(ref)) {
      Axis row = Axis.relative(place.cell().row());
      Axis first = Axis.relative(data.firstColumn());
      return data.columns() == 1
          ? new Expr.CellRef(sheet, row, first)
          : new Expr.RangeRef(sheet, row, first, row, Axis.relative(data.lastColumn()));
    }
    return new Expr.RangeRef(
        sheet,
        Axis.absolute(data.firstRow()),
        Axis.absolute(data.firstColumn()),
        Axis.absolute(data.lastRow()),
        Axis.absolute(data.lastColumn()));
  }

  private static @Nullable CellRange part(TableView view, Expr.TableRef ref) {
    CellRange data = view.table().data();
    if (ref.firstColumn() == null) {
      return data;
    }
    ColumnView first = column(view, ref.firstColumn()).orElse(null);
    ColumnView last =
        ref.lastColumn() == null ? first : column(view, ref.lastColumn()).orElse(null);
    if (first == null || last == null) {
      return null;
    }
    int left = data.firstColumn();
    int from = Math.min(first.index(), last.index());
    int to = Math.max(first.index(), last.index());
    return new CellRange(data.firstRow(), left + from, data.lastRow(), left + to);
  }

  /** Names in the place of ranges that are a column's data, or a cell of the formula's row. */
  Expr toNames(Expr formula) {
    return ExprTree.mapLeaves(formula, this::name);
  }

  /**
   * The tree with the names of columns where their texts are read as numbers or days, or freed of
   * stray blanks: the checks look at what is computed, not at how a cell is read.
   */
  Expr withoutReadings(Expr named) {
    Map<Expr, Expr> readings = new HashMap<>();
    for (TableView view : schema.tables()) {
      for (ColumnView column : view.readings()) {
        Expr whole = Expr.TableRef.column(view.name(), column.name());
        column.read().ifPresent(r -> readings.put(ReadingPrinter.print(r, whole), whole));
      }
      for (ColumnView column : view.columns()) {
        if (column.profile().strayTexts() > 0) {
          Expr whole = Expr.TableRef.column(view.name(), column.name());
          readings.put(new Expr.Call("TRIM", List.of(whole)), whole);
          Expr own =
              new Expr.TableRef(view.name(), List.of(TableSection.THIS_ROW), column.name(), null);
          readings.put(new Expr.Call("TRIM", List.of(own)), own);
        }
      }
    }
    return readings.isEmpty() ? named : ExprTree.mapNodes(named, readings::get);
  }

  private Expr name(Expr expr) {
    return switch (expr) {
      case Expr.RangeRef range -> nameOfRange(range);
      case Expr.CellRef cell -> nameOfCell(cell);
      default -> expr;
    };
  }

  private Expr nameOfRange(Expr.RangeRef ref) {
    int top = ref.firstRow().index();
    int bottom = ref.lastRow().index();
    int left = ref.firstColumn().index();
    int right = ref.lastColumn().index();
    for (TableView view : schema.tables()) {
      CellRange data = view.table().data();
      boolean here = sheetOf(ref.sheet()).equalsIgnoreCase(view.table().sheet());
      boolean inside = left >= data.firstColumn() && right <= data.lastColumn();
      if (!here || !inside) {
        continue;
      }
      String first = view.columns().get(left - data.firstColumn()).name();
      String last = left == right ? null : view.columns().get(right - data.firstColumn()).name();
      if (top == data.firstRow() && bottom == data.lastRow()) {
        return new Expr.TableRef(view.name(), List.of(), first, last);
      } else if (top == bottom && isRowOfPlace(view, top) && !ref.firstRow().absolute()) {
        return new Expr.TableRef(view.name(), List.of(TableSection.THIS_ROW), first, last);
      }
    }
    return ref;
  }

  private Expr nameOfCell(Expr.CellRef ref) {
    TableView view = place.table();
    if (view == null
        || ref.row().absolute()
        || !sheetOf(ref.sheet()).equalsIgnoreCase(view.table().sheet())
        || !isRowOfPlace(view, ref.row().index())) {
      return ref;
    }
    int index = ref.column().index() - view.table().data().firstColumn();
    return index < 0 || index >= view.columns().size()
        ? ref
        : new Expr.TableRef(
            view.name(), List.of(TableSection.THIS_ROW), view.columns().get(index).name(), null);
  }

  private boolean isRowOfPlace(TableView view, int row) {
    return place.fillDown() && view.equals(place.table()) && row == place.cell().row();
  }

  private String sheetOf(@Nullable SheetPrefix prefix) {
    return prefix == null ? place.sheet() : prefix.first();
  }
}
