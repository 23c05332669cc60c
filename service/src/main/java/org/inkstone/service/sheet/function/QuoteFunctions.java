package org.inkstone.service.sheet.function;

import java.math.BigDecimal;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.NumberText;

/** Values written as texts: as they are shown, as a formula would write them, in words. */
@InCategory(Category.TEXT)
final class QuoteFunctions {
  private QuoteFunctions() {}

  @SheetFunction(
      value = "VALUETOTEXT",
      since = Excel.V2021,
      notIn = {Product.GOOGLE_SHEETS, Product.LIBREOFFICE},
      en = "A value as text, concise (0) or as a formula writes it (1).",
      zh = "将值转换为文本，可选简洁（0）或严格（1）格式。")
  static String value(
      @ErrorsAllowed Scalar value, @Default(value = "0", ifEmpty = true) int format) {
    return written(value, isStrict(format));
  }

  @SheetFunction(
      value = "ARRAYTOTEXT",
      since = Excel.V2021,
      notIn = {Product.GOOGLE_SHEETS, Product.LIBREOFFICE},
      en = "All values of an array as one text, concise (0) or as a formula writes it (1).",
      zh = "将数组的所有值转换为一个文本，可选简洁（0）或严格（1）格式。")
  static String array(
      Calculation calculation, Grid array, @Default(value = "0", ifEmpty = true) int format) {
    boolean strict = isStrict(format);
    StringBuilder text = new StringBuilder(strict ? "{" : "");
    for (int row = 0; row < array.rows(); row++) {
      calculation.charge(array.columns());
      for (int column = 0; column < array.columns(); column++) {
        if (row > 0 || column > 0) {
          text.append(strict ? column == 0 ? ";" : "," : ", ");
        }
        text.append(written(array.at(row, column), strict));
        if (text.length() > Convert.MOST_CHARACTERS) {
          throw FunctionError.value();
        }
      }
    }
    return text.append(strict ? "}" : "").toString();
  }

  private static boolean isStrict(int format) {
    if (format < 0 || format > 1) {
      throw FunctionError.value();
    }
    return format == 1;
  }

  private static String written(Scalar value, boolean strict) {
    return switch (value) {
      case Scalar.Err error -> error.code().literal();
      case Scalar.Text text when strict -> '"' + text.value().replace("\"", "\"\"") + '"';
      default -> Convert.text(value);
    };
  }

  @SheetFunction(
      value = "BAHTTEXT",
      notIn = Product.GOOGLE_SHEETS,
      en = "An amount of baht in Thai words.",
      zh = "将数字转换为泰语文本（泰铢）。")
  static String baht(double number) {
    return ThaiText.baht(new BigDecimal(NumberText.general(number)));
  }
}
