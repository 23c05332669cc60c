package org.inkstone.service.sheet.explain;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.format.DisplayText;
import org.jspecify.annotations.Nullable;

/** Values as a reader sees them, arrays shortened. */
public final class ValueWords {
  private static final int MOST_VALUES = 3;

  private final boolean chinese;
  private final DisplayText display;

  /** For a workbook that counts its dates this way. */
  public ValueWords(boolean chinese, DateSystem dateSystem) {
    this.chinese = chinese;
    this.display = new DisplayText(dateSystem);
  }

  /**
   * A value, or the size and the first values of an array.
   *
   * @param values its first rows
   * @param rows how many it has
   * @param columns how many it has; with {@code rows} 0 for a function
   * @param format a number format; null is General
   */
  public String of(List<List<Scalar>> values, int rows, int columns, @Nullable String format) {
    if (values.isEmpty() || rows == 0) {
      return chinese ? "函数" : "a function";
    } else if (rows == 1 && columns == 1) {
      return of(values.getFirst().getFirst(), format);
    }
    List<String> shown = new ArrayList<>();
    for (List<Scalar> row : values) {
      for (Scalar value : row) {
        if (shown.size() < MOST_VALUES) {
          shown.add(of(value, format));
        }
      }
    }
    return size(rows, columns)
        + first((long) rows * columns, shown.size())
        + String.join(chinese ? "、" : ", ", shown);
  }

  private String of(Scalar value, @Nullable String format) {
    String text = display.of(value, format);
    return value instanceof Scalar.Blank ? (chinese ? "空白" : "blank") : text;
  }

  private String size(int rows, int columns) {
    String down = chinese ? rows + "行" : rows + (rows == 1 ? " row" : " rows");
    String across = chinese ? columns + "列" : columns + (columns == 1 ? " column" : " columns");
    return columns == 1 ? down : rows == 1 ? across : down + " × " + across;
  }

  private String first(long all, int shown) {
    return all <= shown
        ? (chinese ? "：" : ": ")
        : chinese ? "，前" + shown + "个：" : ", first " + shown + ": ";
  }
}
