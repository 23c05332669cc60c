package org.inkstone.service.sheet.function;

import java.util.Locale;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.CellReader;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Reference;
import org.jspecify.annotations.Nullable;

/** What is known about a cell beside its value, and about the workbook. */
@InCategory(Category.INFORMATION)
final class CellFunctions {
  private CellFunctions() {}

  @SheetFunction(
      value = "CELL",
      unstable = true,
      en = "The place, format or contents of a cell; what only a screen knows is #N/A.",
      zh = "返回单元格的位置、格式或内容等信息。")
  static Scalar cell(
      Calculation calculation, String infoType, @Default @Nullable Reference reference) {
    CellReader sheet = calculation.sheet();
    CellAddress at = calculation.cell();
    if (reference != null) {
      Area area = reference.areas().getFirst();
      sheet = area.reader();
      at = new CellAddress(area.range().firstRow(), area.range().firstColumn());
    }
    String format = sheet.cell(at.row(), at.column()).format();
    return switch (infoType.toLowerCase(Locale.ROOT)) {
      case "address" -> Scalar.of(address(sheet, at, calculation));
      case "col" -> Scalar.of(at.column() + 1);
      case "row" -> Scalar.of(at.row() + 1);
      case "contents" -> contents(value(sheet, at));
      case "type" -> Scalar.of(type(value(sheet, at)));
      case "format" -> Scalar.of(CellFormat.code(format));
      case "color" -> Scalar.of(CellFormat.isNegativeColoured(format) ? 1 : 0);
      case "parentheses" -> Scalar.of(CellFormat.isBracketed(format) ? 1 : 0);
      // the file has no name here, but what formulas cut off behind the bracket is right
      case "filename" -> Scalar.of("[]" + sheet.sheet());
      case "prefix", "protect", "width" -> throw FunctionError.notAvailable();
      default -> throw FunctionError.value();
    };
  }

  private static String address(CellReader sheet, CellAddress at, Calculation calculation) {
    String cell = "$" + CellAddress.letters(at.column()) + "$" + (at.row() + 1);
    return sheet.index() == calculation.sheet().index()
        ? cell
        : ReferenceFunctions.quoted(sheet.sheet()) + "!" + cell;
  }

  private static Scalar value(CellReader sheet, CellAddress at) {
    sheet.reading(new CellRange(at.row(), at.column(), at.row(), at.column()));
    return sheet.value(at.row(), at.column());
  }

  private static Scalar contents(Scalar value) {
    return value instanceof Scalar.Blank ? Scalar.of(0) : value;
  }

  private static String type(Scalar value) {
    return switch (value) {
      case Scalar.Blank b -> "b";
      case Scalar.Text t -> "l";
      default -> "v";
    };
  }

  @SheetFunction(
      value = "INFO",
      unstable = true,
      notIn = Product.GOOGLE_SHEETS,
      en = "How many sheets there are or how they are recalculated; nothing about the machine.",
      zh = "返回工作表数量或重算方式；不提供计算机信息。")
  static Scalar info(Calculation calculation, String typeText) {
    return switch (typeText.toLowerCase(Locale.ROOT)) {
      case "numfile" -> Scalar.of(calculation.sheets().size());
      case "recalc" -> Scalar.of("Automatic");
      case "memavail", "memused", "totmem" -> throw FunctionError.notAvailable();
      case "directory", "origin", "osversion", "release", "system" ->
          throw FunctionError.of(ErrorCode.BLOCKED);
      default -> throw FunctionError.value();
    };
  }
}
