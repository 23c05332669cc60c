package org.inkstone.service.sheet.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.format.FormatKind;
import org.jspecify.annotations.Nullable;

/** One pass over the data of one column. */
final class ColumnScan {
  private static final double MOST = 0.9;

  private final ColumnHeader header;
  private final int rows;
  private final Map<CellClass, Integer> classes = new EnumMap<>(CellClass.class);
  private final Map<Object, Counted> values = new LinkedHashMap<>();
  private final Map<String, Integer> formats = new HashMap<>();
  private int formulas;
  private int textNumbers;
  private int strayTexts;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  /** A value and how often it was seen. */
  private static final class Counted {
    private final Scalar value;
    private int times;

    Counted(Scalar value) {
      this.value = value;
    }

    int times() {
      return times;
    }
  }

  ColumnScan(Sheet sheet, Table table, int column) {
    header = ColumnHeader.of(table.columns().get(column));
    CellRange data = table.data(column);
    rows = data.rows();
    for (int row = data.firstRow(); row <= data.lastRow(); row++) {
      add(sheet.cell(row, data.firstColumn()));
    }
  }

  private void add(SheetCell cell) {
    CellClass kind = CellClass.of(cell);
    classes.merge(kind, 1, Integer::sum);
    formulas += cell.formula() == null ? 0 : 1;
    if (kind == CellClass.BLANK) {
      return;
    }
    formats.merge(cell.format() == null ? "" : cell.format(), 1, Integer::sum);
    values.computeIfAbsent(key(cell.value()), k -> new Counted(cell.value())).times++;
    if (cell.value() instanceof Scalar.Text text) {
      textNumbers += CellClass.isTextNumber(text.value()) ? 1 : 0;
      strayTexts += isStray(text.value()) ? 1 : 0;
    } else if (cell.value() instanceof Scalar.Num number) {
      min = Math.min(min, number.value());
      max = Math.max(max, number.value());
    }
  }

  private static boolean isStray(String text) {
    boolean before = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = Character.isWhitespace(c) || c == '\u00A0';
      if (blank && before) {
        return true;
      }
      before = blank;
    }
    return before && !text.isEmpty();
  }

  private static Object key(Scalar value) {
    return value instanceof Scalar.Text text ? text.value().toLowerCase(Locale.ROOT) : value;
  }

  ColumnProfile profile() {
    String format = mostFrequentFormat();
    boolean numbers = min <= max;
    return new ColumnProfile(
        header,
        type(),
        rows,
        count(CellClass.BLANK),
        count(CellClass.ERROR),
        formulas,
        textNumbers,
        strayTexts,
        values.size(),
        samples(),
        numbers ? min : null,
        numbers ? max : null,
        header.unit() != null ? header.unit() : unitOf(format),
        format);
  }

  private int count(CellClass kind) {
    return classes.getOrDefault(kind, 0);
  }

  private ColumnType type() {
    int filled = rows - count(CellClass.BLANK) - count(CellClass.ERROR);
    if (filled == 0) {
      return count(CellClass.ERROR) > 0 ? ColumnType.MIXED : ColumnType.EMPTY;
    }
    int numbers = count(CellClass.NUMBER);
    if (numbers >= (filled - textNumbers) * MOST && numbers > 0 && numbers >= textNumbers) {
      return ColumnType.NUMBER;
    } else if (count(CellClass.DATE) >= filled * MOST) {
      return ColumnType.DATE;
    } else if (count(CellClass.BOOLEAN) >= filled * MOST) {
      return ColumnType.BOOLEAN;
    }
    return count(CellClass.TEXT) >= filled * MOST ? ColumnType.TEXT : ColumnType.MIXED;
  }

  private List<Scalar> samples() {
    List<Counted> all = new ArrayList<>(values.values());
    all.sort(Comparator.comparingInt(Counted::times).reversed());
    return all.stream().limit(ColumnProfile.MOST_SAMPLES).map(counted -> counted.value).toList();
  }

  private @Nullable String mostFrequentFormat() {
    return formats.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .filter(code -> !code.isEmpty())
        .orElse(null);
  }

  private static @Nullable String unitOf(@Nullable String format) {
    return switch (FormatKind.of(format)) {
      case PERCENT -> "%";
      case CURRENCY -> FormatKind.currencyOf(format);
      default -> null;
    };
  }
}
