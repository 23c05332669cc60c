package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.CellReader;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Lambda;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** What kind of value something is. */
@InCategory(Category.INFORMATION)
final class InformationFunctions {
  private InformationFunctions() {}

  @SheetFunction(value = "ISBLANK", en = "Whether a cell is blank.", zh = "判断单元格是否为空。")
  static boolean isBlank(@ErrorsAllowed Scalar value) {
    return value instanceof Scalar.Blank;
  }

  @SheetFunction(value = "ISNUMBER", en = "Whether a value is a number.", zh = "判断值是否为数字。")
  static boolean isNumber(@ErrorsAllowed Scalar value) {
    return value instanceof Scalar.Num;
  }

  @SheetFunction(value = "ISTEXT", en = "Whether a value is a text.", zh = "判断值是否为文本。")
  static boolean isText(@ErrorsAllowed Scalar value) {
    return value instanceof Scalar.Text;
  }

  @SheetFunction(value = "ISNONTEXT", en = "Whether a value is no text.", zh = "判断值是否不是文本。")
  static boolean isNoText(@ErrorsAllowed Scalar value) {
    return !(value instanceof Scalar.Text);
  }

  @SheetFunction(value = "ISLOGICAL", en = "Whether a value is TRUE or FALSE.", zh = "判断值是否为逻辑值。")
  static boolean isLogical(@ErrorsAllowed Scalar value) {
    return value instanceof Scalar.Bool;
  }

  @SheetFunction(value = "ISERROR", en = "Whether a value is an error.", zh = "判断值是否为错误值。")
  static boolean isError(@ErrorsAllowed Scalar value) {
    return value instanceof Scalar.Err;
  }

  @SheetFunction(
      value = "ISERR",
      en = "Whether a value is an error other than #N/A.",
      zh = "判断值是否为 #N/A 以外的错误值。")
  static boolean isOtherError(@ErrorsAllowed Scalar value) {
    return value instanceof Scalar.Err error && error.code() != ErrorCode.NA;
  }

  @SheetFunction(value = "ISNA", en = "Whether a value is #N/A.", zh = "判断值是否为 #N/A。")
  static boolean isNotAvailable(@ErrorsAllowed Scalar value) {
    return value instanceof Scalar.Err error && error.code() == ErrorCode.NA;
  }

  @SheetFunction(value = "ISREF", en = "Whether a value is a reference.", zh = "判断值是否为引用。")
  static boolean isReference(Value value) {
    return value instanceof Reference;
  }

  @SheetFunction(
      value = "ISEVEN",
      toolPak = true,
      en = "Whether a number is even.",
      zh = "判断数字是否为偶数。")
  static boolean isEven(Calculation calculation, Scalar number) {
    if (number instanceof Scalar.Bool) {
      throw FunctionError.value(); // a truth value is no number here, unlike for operators
    }
    double value = Convert.number(number, calculation.dateSystem());
    return Math.floor(Math.abs(value)) % 2 == 0;
  }

  @SheetFunction(
      value = "ISODD",
      toolPak = true,
      en = "Whether a number is odd.",
      zh = "判断数字是否为奇数。")
  static boolean isOdd(Calculation calculation, Scalar number) {
    return !isEven(calculation, number);
  }

  @SheetFunction(
      value = "ISFORMULA",
      since = Excel.V2013,
      en = "Whether a cell holds a formula.",
      zh = "判断单元格是否包含公式。")
  static Value isFormula(Reference reference) {
    Area area = reference.area();
    return ArrayValue.compute(
        area.rows(),
        area.columns(),
        (row, column) -> Scalar.of(formula(area, row, column) != null));
  }

  static @Nullable String formula(Area area, int row, int column) {
    return area.reader()
        .cell(area.range().firstRow() + row, area.range().firstColumn() + column)
        .formula();
  }

  @SheetFunction(value = "NA", en = "The error #N/A.", zh = "返回错误值 #N/A。")
  static Scalar notAvailable() {
    return Scalar.of(ErrorCode.NA);
  }

  @SheetFunction(value = "N", en = "A value as a number; texts are 0.", zh = "将值转换为数字，文本为 0。")
  static Scalar number(Scalar value) {
    return switch (value) {
      case Scalar.Num n -> n;
      case Scalar.Bool b -> Scalar.of(b.value() ? 1 : 0);
      default -> Scalar.of(0);
    };
  }

  @SheetFunction(value = "TYPE", en = "A number for the kind of a value.", zh = "返回表示值类型的数字。")
  static double type(Value value) {
    if (value instanceof Lambda) {
      return 128;
    } else if (value instanceof ArrayValue || !value.grid().isSingle()) {
      return 64;
    }
    return switch (value.grid().at(0, 0)) {
      case Scalar.Num n -> 1;
      case Scalar.Blank b -> 1;
      case Scalar.Text t -> 2;
      case Scalar.Bool b -> 4;
      case Scalar.Err e -> 16;
    };
  }

  @SheetFunction(
      value = "ERROR.TYPE",
      en = "A number for the kind of an error.",
      zh = "返回表示错误类型的数字。")
  static double errorType(@ErrorsAllowed Scalar errorVal) {
    if (!(errorVal instanceof Scalar.Err error)) {
      throw FunctionError.notAvailable();
    }
    return error.code().type();
  }

  @SheetFunction(
      value = "SHEET",
      since = Excel.V2013,
      en = "The number of a sheet.",
      zh = "返回工作表的编号。")
  static double sheet(Calculation calculation, @Default @Nullable Value value) {
    if (value == null) {
      return calculation.sheet().index() + 1;
    } else if (value instanceof Reference reference) {
      return reference.area().reader().index() + 1;
    }
    Scalar name = value.grid().at(0, 0);
    for (CellReader sheet : calculation.sheets()) {
      if (name instanceof Scalar.Text t && sheet.sheet().equalsIgnoreCase(t.value())) {
        return sheet.index() + 1;
      }
    }
    throw FunctionError.notAvailable();
  }

  @SheetFunction(
      value = "SHEETS",
      since = Excel.V2013,
      en = "How many sheets there are.",
      zh = "返回工作表的个数。")
  static double sheets(Calculation calculation, @Default @Nullable Reference reference) {
    return reference == null ? calculation.sheets().size() : reference.areas().size();
  }
}
