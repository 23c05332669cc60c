package org.inkstone.service.sheet.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.Supplier;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.format.SerialDate;
import org.jspecify.annotations.Nullable;

/** Turns the written value of a cell into a typed one. */
final class CellValues {
  private final StringsPart strings;
  private final StylesPart styles;
  private final DateSystem dateSystem;
  private final RichErrors errors;
  private final ReadBudget budget;

  CellValues(
      StringsPart strings,
      StylesPart styles,
      DateSystem dateSystem,
      RichErrors errors,
      ReadBudget budget) {
    this.errors = errors;
    this.strings = strings;
    this.styles = styles;
    this.dateSystem = dateSystem;
    this.budget = budget;
  }

  @Nullable String format(int style) {
    return styles.format(style);
  }

  /** The same cell with the error that its value metadata leads to, if it does to one. */
  SheetCell rich(SheetCell cell, int metadata) {
    ErrorCode error = metadata < 1 ? null : errors.error(metadata);
    return error == null ? cell : new SheetCell(Scalar.of(error), null, cell.format());
  }

  /**
   * The cell.
   *
   * @param type as the file calls it; null is a number
   * @param at says where the cell is, for an error
   */
  SheetCell cell(
      @Nullable String type, @Nullable String value, @Nullable String format, Supplier<String> at) {
    if (value == null) {
      return new SheetCell(Scalar.blank(), null, format);
    }
    return switch (type == null ? "n" : type) {
      case "s" ->
          value.isBlank()
              ? new SheetCell(Scalar.blank(), null, format)
              : strings.cell((int) number(value, at), format, at);
      case "str", "inlineStr" -> text(value, format);
      case "b" -> new SheetCell(Scalar.of(isTrue(value)), null, format);
      case "e" -> new SheetCell(error(value), null, format);
      case "d" -> date(value, format);
      default ->
          value.isBlank()
              ? new SheetCell(Scalar.blank(), null, format)
              : new SheetCell(finite(number(value, at)), null, format);
    };
  }

  private SheetCell text(String value, @Nullable String format) {
    return new SheetCell(Scalar.of(budget.text(RichText.unescape(value))), null, format);
  }

  private static boolean isTrue(String value) {
    String word = value.strip();
    return word.equals("1") || word.equalsIgnoreCase("true");
  }

  private static Scalar error(String value) {
    return Scalar.of(ErrorCode.of(value.strip()).orElse(ErrorCode.UNKNOWN));
  }

  private static double number(String value, Supplier<String> at) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw SheetReadException.malformed(
          "cell " + at.get() + " must hold a number, was " + shortened(value), e);
    }
  }

  private static String shortened(String value) {
    return value.length() <= 40 ? value : value.substring(0, 40) + "…";
  }

  private static Scalar finite(double value) {
    return Double.isFinite(value) ? Scalar.of(value) : Scalar.of(ErrorCode.NUM);
  }

  private SheetCell date(String value, @Nullable String format) {
    String iso = value.strip().replaceFirst("Z$", "");
    try {
      if (iso.contains("T")) {
        double serial = SerialDate.of(LocalDateTime.parse(iso), dateSystem);
        return new SheetCell(
            Scalar.of(serial), null, format == null ? "yyyy-mm-dd hh:mm:ss" : format);
      } else if (iso.contains(":")) {
        double serial = SerialDate.of(LocalTime.parse(iso));
        return new SheetCell(Scalar.of(serial), null, format == null ? "hh:mm:ss" : format);
      }
      double serial = SerialDate.of(LocalDate.parse(iso), dateSystem);
      return new SheetCell(Scalar.of(serial), null, format == null ? "yyyy-mm-dd" : format);
    } catch (DateTimeException e) {
      return text(value, format); // what can't be read as a date is still a text to the reader
    }
  }
}
