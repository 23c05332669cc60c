package org.inkstone.sdk.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
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
  record BlankCell() implements Cell {}

  /** A text, perhaps empty. */
  record TextCell(String value) implements Cell {
    public TextCell {
      Objects.requireNonNull(value, "value");
    }
  }

  /** A finite number. */
  record NumberCell(double value) implements Cell {
    public NumberCell {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a cell's number must be finite, was " + value);
      }
    }
  }

  /** True or false. */
  record BooleanCell(boolean value) implements Cell {}

  /** A calendar date. */
  record DateCell(LocalDate value) implements Cell {}

  /** A date with a time of day. */
  record DateTimeCell(LocalDateTime value) implements Cell {}

  /** A time of day. */
  record TimeCell(LocalTime value) implements Cell {}

  /** An error value such as {@code #N/A}. */
  record ErrorCell(String value) implements Cell {}

  /** A formula (with its leading {@code =}) and the value that was last computed, if known. */
  record FormulaCell(String formula, @Nullable Cell value) implements Cell {}

  /** A value with a number format code such as {@code 0.00%}. */
  record FormattedCell(Cell value, String format) implements Cell {}

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
