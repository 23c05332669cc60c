package org.inkstone.sdk.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One cell as it goes over the wire: a JSON string, number, boolean or {@code null} (blank), or an
 * object for dates, errors, formulas and formatted values.
 */
@JsonSerialize(using = CellJson.Serializer.class)
@JsonDeserialize(using = CellJson.Deserializer.class)
public sealed interface Cell {

  /** A cell that holds nothing; not the same as an empty text. */
  record BlankCell() implements Cell {
    @Override
    public String text() {
      return "";
    }
  }

  /** A text, perhaps empty. */
  record TextCell(String value) implements Cell {
    public TextCell {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public String text() {
      return value;
    }
  }

  /** A finite number. */
  record NumberCell(double value) implements Cell {
    public NumberCell {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a cell's number must be finite, was " + value);
      }
    }

    @Override
    public String text() {
      return plain(value);
    }
  }

  /** True or false. */
  record BooleanCell(boolean value) implements Cell {
    @Override
    public String text() {
      return value ? "TRUE" : "FALSE";
    }
  }

  /** A calendar date. */
  record DateCell(LocalDate value) implements Cell {
    @Override
    public String text() {
      return value.toString();
    }
  }

  /** A date with a time of day. */
  record DateTimeCell(LocalDateTime value) implements Cell {
    @Override
    public String text() {
      return value.toString();
    }
  }

  /** A time of day. */
  record TimeCell(LocalTime value) implements Cell {
    @Override
    public String text() {
      return value.toString();
    }
  }

  /** An error value such as {@code #N/A}. */
  record ErrorCell(String value) implements Cell {
    @Override
    public String text() {
      return value;
    }
  }

  /** A formula (with its leading {@code =}) and the value that was last computed, if known. */
  record FormulaCell(String formula, @Nullable Cell value) implements Cell {
    @Override
    public String text() {
      return value == null ? formula : value.text();
    }
  }

  /** A value with a number format code such as {@code 0.00%}. */
  record FormattedCell(Cell value, String format) implements Cell {
    @Override
    public String text() {
      return value.text();
    }
  }

  /**
   * The content in plain characters, for logs and consoles: numbers without trailing zeros, dates
   * as in ISO 8601, nothing for a blank cell. Number formats are not applied.
   */
  String text();

  private static String plain(double number) {
    // 15 digits, as spreadsheets show them
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(15)).stripTrailingZeros();
    return Math.abs(rounded.scale()) > 20 ? rounded.toString() : rounded.toPlainString();
  }

  /** The blank cell. */
  static Cell blank() {
    return new BlankCell();
  }

  /** A text cell. */
  static Cell of(String value) {
    return new TextCell(value);
  }

  /** A number cell. */
  static Cell of(double value) {
    return new NumberCell(value);
  }

  /** A boolean cell. */
  static Cell of(boolean value) {
    return new BooleanCell(value);
  }

  /** A date cell. */
  static Cell of(LocalDate value) {
    return new DateCell(value);
  }
}
