package org.inkstone.service.sheet.format;

import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.SheetCell;
import org.jspecify.annotations.Nullable;

/** Values as a sheet shows them; not safe for use by several threads at once. */
public final class DisplayText {
  private static final int LONGEST = 255;

  private final DataFormatter formatter = new DataFormatter(Locale.US);
  private final DateSystem dateSystem;

  /** For a workbook that counts its dates this way. */
  public DisplayText(DateSystem dateSystem) {
    this.dateSystem = dateSystem;
  }

  /** What the cell shows; nothing for a blank. */
  public String of(SheetCell cell) {
    return of(cell.value(), cell.format());
  }

  /** What a value shows in a format; null is General. */
  public String of(Scalar value, @Nullable String format) {
    return switch (value) {
      case Scalar.Blank blank -> "";
      case Scalar.Text text -> text.value();
      case Scalar.Bool bool -> bool.value() ? "TRUE" : "FALSE";
      case Scalar.Err error -> error.code().literal();
      case Scalar.Num number -> number(number.value(), format);
    };
  }

  private String number(double value, @Nullable String format) {
    FormatKind kind = FormatKind.of(format);
    if (format == null || kind == FormatKind.GENERAL || kind == FormatKind.TEXT) {
      return plain(value);
    }
    if (kind.isTemporal()) {
      return SerialDate.toDateTime(value, dateSystem)
          .map(moment -> new DateText(FormatKind.firstSection(format)).of(moment, value))
          .orElseGet(() -> plain(value));
    }
    return format.length() > LONGEST ? plain(value) : formatted(value, format);
  }

  private String formatted(double value, String format) {
    try {
      // an index that no built-in format has, so that only the code counts
      return formatter.formatRawCellContents(
          value, Short.MAX_VALUE, format, dateSystem == DateSystem.FROM_1904);
    } catch (RuntimeException e) {
      return plain(value); // the code comes from a file and may be anything
    }
  }

  /** A number with at most 15 significant digits and without an exponent where one isn't needed. */
  public static String plain(double value) {
    var digits =
        new java.math.BigDecimal(value, new java.math.MathContext(15)).stripTrailingZeros();
    boolean readable = digits.precision() - digits.scale() <= 20 && digits.scale() <= 20;
    return readable ? digits.toPlainString() : digits.toString();
  }
}
