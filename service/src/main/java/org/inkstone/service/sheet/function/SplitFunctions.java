package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** Texts cut at delimiters. */
@InCategory(Category.TEXT)
final class SplitFunctions {
  private SplitFunctions() {}

  /** Where a delimiter stands in a text. */
  private record Cut(int start, int end) {}

  @SheetFunction(
      value = "TEXTBEFORE",
      since = Excel.V2024,
      notIn = {Product.GOOGLE_SHEETS, Product.LIBREOFFICE},
      en = "The text before a delimiter.",
      zh = "返回分隔符之前的文本。")
  static Scalar before(
      String text,
      Grid delimiter,
      @Default(value = "1", ifEmpty = true) int instanceNum,
      @Default(value = "0", ifEmpty = true) int matchMode,
      @Default(value = "0", ifEmpty = true) int matchEnd,
      @Default(ifEmpty = true) @Nullable Scalar ifNotFound) {
    Cut cut = cut(text, delimiter, instanceNum, matchMode, matchEnd);
    if (cut == null) {
      return missing(ifNotFound);
    }
    return Scalar.of(text.substring(0, cut.start()));
  }

  @SheetFunction(
      value = "TEXTAFTER",
      since = Excel.V2024,
      notIn = {Product.GOOGLE_SHEETS, Product.LIBREOFFICE},
      en = "The text after a delimiter.",
      zh = "返回分隔符之后的文本。")
  static Scalar after(
      String text,
      Grid delimiter,
      @Default(value = "1", ifEmpty = true) int instanceNum,
      @Default(value = "0", ifEmpty = true) int matchMode,
      @Default(value = "0", ifEmpty = true) int matchEnd,
      @Default(ifEmpty = true) @Nullable Scalar ifNotFound) {
    Cut cut = cut(text, delimiter, instanceNum, matchMode, matchEnd);
    if (cut == null) {
      return missing(ifNotFound);
    }
    return Scalar.of(text.substring(cut.end()));
  }

  private static Scalar missing(@Nullable Scalar ifNotFound) {
    return ifNotFound == null ? Scalar.of(ErrorCode.NA) : ifNotFound;
  }

  private static @Nullable Cut cut(
      String text, Grid delimiter, int instance, int matchMode, int matchEnd) {
    if (instance == 0 || Math.abs((long) instance) > Math.max(1, text.length())) {
      throw FunctionError.value();
    }
    List<String> delimiters = delimiters(delimiter);
    if (delimiters.contains("")) {
      // nothing is found at once: at the start, or from the end at the end
      int end = instance > 0 ? 0 : text.length();
      return new Cut(end, end);
    }
    List<Cut> cuts = cuts(text, delimiters, anyCase(matchMode));
    if (matchEnd == 1 && instance > 0) {
      cuts.add(new Cut(text.length(), text.length()));
    } else if (matchEnd == 1) {
      cuts.addFirst(new Cut(0, 0));
    }
    int at = instance > 0 ? instance - 1 : cuts.size() + instance;
    return at >= 0 && at < cuts.size() ? cuts.get(at) : null;
  }

  private static boolean anyCase(int matchMode) {
    if (matchMode < 0 || matchMode > 1) {
      throw FunctionError.value();
    }
    return matchMode == 1;
  }

  private static List<String> delimiters(Grid grid) {
    List<String> delimiters = new ArrayList<>();
    Numbers.cells(grid, cell -> delimiters.add(Convert.text(cell)));
    return delimiters;
  }

  /** All places of any of the delimiters; the longest wins. */
  private static List<Cut> cuts(String text, List<String> delimiters, boolean anyCase) {
    List<Cut> cuts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int length = 0;
      for (String delimiter : delimiters) {
        if (text.regionMatches(anyCase, at, delimiter, 0, delimiter.length())) {
          length = Math.max(length, delimiter.length());
        }
      }
      if (length > 0) {
        cuts.add(new Cut(at, at + length));
      }
      at += Math.max(1, length);
    }
    return cuts;
  }

  @SheetFunction(
      value = "TEXTSPLIT",
      since = Excel.V2024,
      array = true,
      notIn = {Product.GOOGLE_SHEETS, Product.LIBREOFFICE},
      en = "A text cut into columns and rows.",
      zh = "按分隔符将文本拆分为多列或多行。")
  static Value split(
      String text,
      @Default(ifEmpty = true, required = true) @Nullable Grid colDelimiter,
      @Default(ifEmpty = true) @Nullable Grid rowDelimiter,
      @Default(value = "FALSE", ifEmpty = true) boolean ignoreEmpty,
      @Default(value = "0", ifEmpty = true) int matchMode,
      @Default(ifEmpty = true) @ErrorsAllowed @Nullable Scalar padWith) {
    if (colDelimiter == null && rowDelimiter == null) {
      throw FunctionError.value();
    }
    List<List<String>> rows = new ArrayList<>();
    int columns = 1;
    for (String line : pieces(text, rowDelimiter, ignoreEmpty, anyCase(matchMode))) {
      List<String> row = pieces(line, colDelimiter, ignoreEmpty, anyCase(matchMode));
      if (!row.isEmpty()) {
        rows.add(row);
        columns = Math.max(columns, row.size());
      }
    }
    Scalar pad = padWith == null ? Scalar.of(ErrorCode.NA) : padWith;
    return ArrayValue.compute(
        rows.size(),
        columns,
        (r, c) -> c < rows.get(r).size() ? Scalar.of(rows.get(r).get(c)) : pad);
  }

  private static List<String> pieces(
      String text, @Nullable Grid delimiter, boolean ignoreEmpty, boolean anyCase) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    List<String> delimiters = delimiter == null ? List.of() : delimiters(delimiter);
    if (delimiters.contains("")) {
      throw FunctionError.value();
    }
    for (Cut cut : cuts(text, delimiters, anyCase)) {
      pieces.add(text.substring(start, cut.start()));
      start = cut.end();
    }
    pieces.add(text.substring(start));
    if (ignoreEmpty) {
      pieces.removeIf(String::isEmpty);
    }
    return pieces;
  }
}
