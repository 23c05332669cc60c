package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Broadcast;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Lazy;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** References by place, by text, and what is known about them. */
@InCategory(Category.LOOKUP)
final class ReferenceFunctions {
  private ReferenceFunctions() {}

  @SheetFunction(
      value = "INDEX",
      en = "The value or cell at a row and column of a range.",
      zh = "返回区域中指定行列位置的值或引用。")
  static Value index(
      Value array, double rowNum, @Default @Nullable Double columnNum, @Default("1") int areaNum) {
    Value area = area(array, areaNum);
    Grid size = Slices.size(area);
    double row = rowNum;
    double column = columnNum == null ? 0 : columnNum;
    if (columnNum == null && size.rows() == 1 && size.columns() > 1) {
      column = row;
      row = 1;
    }
    if (row < 0 || column < 0) {
      throw FunctionError.value();
    } else if (columnNum == null && area instanceof Reference && !size.isVector()) {
      throw FunctionError.ref(); // a range of rows and columns needs both numbers
    }
    int top = Math.max(0, (int) row - 1);
    int left = Math.max(0, (int) column - 1);
    int rows = (int) row == 0 ? size.rows() : 1;
    int columns = (int) column == 0 ? size.columns() : 1;
    return Slices.part(area, top, left, rows, columns);
  }

  private static Value area(Value array, int number) {
    if (array instanceof Reference reference) {
      if (number < 1 || number > reference.areas().size()) {
        throw FunctionError.ref();
      }
      return Reference.of(reference.areas().get(number - 1));
    }
    if (array instanceof Value.Single single) {
      FunctionError.check(single.scalar());
    }
    return array;
  }

  @SheetFunction(
      value = "OFFSET",
      unstable = true,
      en = "A range some rows and columns away from another.",
      zh = "返回相对于引用偏移指定行列的区域。")
  static Value offset(
      Reference reference,
      double rows,
      double cols,
      @Default(ifEmpty = true) @Nullable Double height,
      @Default(ifEmpty = true) @Nullable Double width) {
    Area area = reference.area();
    int high = height == null ? area.rows() : height.intValue();
    int wide = width == null ? area.columns() : width.intValue();
    if (high == 0 || wide == 0) {
      throw FunctionError.ref();
    }
    double top = area.range().firstRow() + whole(rows) + (high < 0 ? high + 1 : 0);
    double left = area.range().firstColumn() + whole(cols) + (wide < 0 ? wide + 1 : 0);
    double bottom = top + Math.abs((double) high) - 1;
    double right = left + Math.abs((double) wide) - 1;
    if (top < 0 || left < 0 || bottom >= CellAddress.MAX_ROWS || right >= CellAddress.MAX_COLUMNS) {
      throw FunctionError.ref();
    }
    return Reference.of(
        new Area(area.reader(), new CellRange((int) top, (int) left, (int) bottom, (int) right)));
  }

  private static double whole(double number) {
    return number < 0 ? Math.ceil(number) : Math.floor(number);
  }

  @SheetFunction(
      value = "INDIRECT",
      unstable = true,
      en = "The reference that a text names.",
      zh = "返回由文本指定的引用。")
  static Value indirect(Calculation calculation, String refText, @Default("TRUE") boolean a1) {
    return calculation.reference(refText, a1).orElseThrow(FunctionError::ref);
  }

  @SheetFunction(
      value = "CHOOSE",
      en = "One of several values by its number.",
      zh = "按序号从多个值中选取一个。")
  static Value choose(Calculation calculation, Value indexNum, Lazy... values) {
    Grid index = indexNum.grid();
    if (index.isSingle()) {
      return values[choice(index.at(0, 0), values.length, calculation)].get();
    }
    List<Grid> grids = new ArrayList<>(List.of(index));
    for (Lazy value : values) {
      grids.add(value.get().grid());
    }
    return Broadcast.map(grids, calculation, v -> v[1 + choice(v[0], values.length, calculation)]);
  }

  private static int choice(Scalar index, int count, Calculation calculation) {
    double number = Math.floor(Convert.number(index, calculation.dateSystem()));
    if (number < 1 || number > count) {
      throw FunctionError.value();
    }
    return (int) number - 1;
  }

  @SheetFunction(
      value = "ROW",
      array = true,
      en = "The row number of a reference.",
      zh = "返回引用的行号。")
  static Value row(Calculation calculation, @Default @Nullable Reference reference) {
    if (reference == null) {
      return Value.of(calculation.cell().row() + 1);
    }
    CellRange range = reference.area().range();
    return range.rows() == 1
        ? Value.of(range.firstRow() + 1)
        : ArrayValue.compute(range.rows(), 1, (r, c) -> Scalar.of(range.firstRow() + r + 1));
  }

  @SheetFunction(
      value = "COLUMN",
      array = true,
      en = "The column number of a reference.",
      zh = "返回引用的列号。")
  static Value column(Calculation calculation, @Default @Nullable Reference reference) {
    if (reference == null) {
      return Value.of(calculation.cell().column() + 1);
    }
    CellRange range = reference.area().range();
    return range.columns() == 1
        ? Value.of(range.firstColumn() + 1)
        : ArrayValue.compute(1, range.columns(), (r, c) -> Scalar.of(range.firstColumn() + c + 1));
  }

  @SheetFunction(value = "ROWS", en = "How many rows a range or array has.", zh = "返回区域或数组的行数。")
  static double rows(Value array) {
    return checked(array).rows();
  }

  @SheetFunction(
      value = "COLUMNS",
      en = "How many columns a range or array has.",
      zh = "返回区域或数组的列数。")
  static double columns(Value array) {
    return checked(array).columns();
  }

  private static Grid checked(Value array) {
    if (array instanceof Value.Single single) {
      FunctionError.check(single.scalar());
    }
    return Slices.size(array);
  }

  @SheetFunction(value = "AREAS", en = "How many areas a reference has.", zh = "返回引用中区域的个数。")
  static double areas(Reference reference) {
    return reference.areas().size();
  }

  @SheetFunction(value = "ADDRESS", en = "A cell's address as text.", zh = "以文本形式返回单元格地址。")
  static String address(
      int rowNum,
      int columnNum,
      @Default(value = "1", ifEmpty = true) int absNum,
      @Default(value = "TRUE", ifEmpty = true) boolean a1,
      @Default @Nullable String sheetText) {
    if (rowNum < 1
        || rowNum > CellAddress.MAX_ROWS
        || columnNum < 1
        || columnNum > CellAddress.MAX_COLUMNS
        || absNum < 1
        || absNum > 4) {
      throw FunctionError.value();
    }
    boolean row = absNum <= 2;
    boolean column = absNum == 1 || absNum == 3;
    String cell =
        a1
            ? (column ? "$" : "") + CellAddress.letters(columnNum - 1) + (row ? "$" : "") + rowNum
            : "R"
                + (row ? rowNum : "[" + rowNum + "]")
                + "C"
                + (column ? columnNum : "[" + columnNum + "]");
    return sheetText == null ? cell : quoted(sheetText) + "!" + cell;
  }

  static String quoted(String sheet) {
    return sheet.isEmpty() || sheet.matches("[\\p{L}_][\\p{L}\\p{N}_.]*")
        ? sheet
        : "'" + sheet.replace("'", "''") + "'";
  }

  @SheetFunction(
      value = "HYPERLINK",
      en = "The text of a link, which is not followed.",
      zh = "返回链接的显示文本，不会打开链接。")
  static Scalar link(String linkLocation, @Default @Nullable Scalar friendlyName) {
    return friendlyName == null ? Scalar.of(linkLocation) : friendlyName;
  }

  @SheetFunction(value = "TRANSPOSE", array = true, en = "Rows as columns.", zh = "转置行与列。")
  static Value transpose(Grid array) {
    return ArrayValue.compute(
        array.columns(),
        array.rows(),
        Math.max(array.filledColumns(), 0),
        Math.max(array.filledRows(), 0),
        (row, column) -> array.at(column, row),
        array.fill());
  }

  @SheetFunction(
      value = "TRIMRANGE",
      since = Excel.V365,
      array = true,
      notIn = {Product.GOOGLE_SHEETS, Product.LIBREOFFICE},
      en = "A range without the blank rows and columns at its edges.",
      zh = "去除区域边缘的空白行和列。")
  static Value trim(
      Value range,
      @Default(value = "3", ifEmpty = true) int trimRows,
      @Default(value = "3", ifEmpty = true) int trimCols) {
    if (trimRows < 0 || trimRows > 3 || trimCols < 0 || trimCols > 3) {
      throw FunctionError.value();
    }
    Grid grid = range.grid();
    int[] rows = {Integer.MAX_VALUE, -1};
    int[] columns = {Integer.MAX_VALUE, -1};
    for (int row = 0; row < grid.filledRows(); row++) {
      for (int column = 0; column < grid.filledColumns(); column++) {
        if (!(grid.at(row, column) instanceof Scalar.Blank)) {
          widen(rows, row);
          widen(columns, column);
        }
      }
    }
    if (rows[1] < 0) {
      throw FunctionError.ref();
    }
    keep(rows, trimRows, grid.rows());
    keep(columns, trimCols, grid.columns());
    return Slices.part(
        range, rows[0], columns[0], rows[1] - rows[0] + 1, columns[1] - columns[0] + 1);
  }

  private static void widen(int[] span, int place) {
    span[0] = Math.min(span[0], place);
    span[1] = Math.max(span[1], place);
  }

  /** Undoes what is not to be trimmed: 1 trims the start, 2 the end, 3 both. */
  private static void keep(int[] span, int trim, int length) {
    span[0] = trim == 1 || trim == 3 ? span[0] : 0;
    span[1] = trim >= 2 ? span[1] : length - 1;
  }

  @SheetFunction(
      value = "FORMULATEXT",
      since = Excel.V2013,
      en = "The formula of a cell as text.",
      zh = "以文本形式返回单元格的公式。")
  static String formulaText(Reference reference) {
    String formula = InformationFunctions.formula(reference.area(), 0, 0);
    if (formula == null) {
      throw FunctionError.notAvailable();
    }
    return "=" + formula;
  }
}
