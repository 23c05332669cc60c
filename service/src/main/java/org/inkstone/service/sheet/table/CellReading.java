package org.inkstone.service.sheet.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;

/**
 * How a cell that holds a text, such as {@code 5,000 m} or {@code June 5, 1998 (aged 30)}, is read
 * as a number or a day. It has one meaning for each cell, whatever else its column holds.
 */
public sealed interface CellReading {
  /**
   * The number that is left when the unit is taken away, wherever it stands. Of a text that writes
   * a day nothing is read here, although VALUE takes it for a number: no cell of such a column
   * does.
   */
  record WithoutUnit(String unit) implements CellReading {
    public WithoutUnit {
      if (unit.isBlank()) {
        throw new IllegalArgumentException("a unit needs a sign, was \"" + unit + '"');
      }
    }
  }

  /**
   * The first number of a text.
   *
   * @param signed whether a minus sign right before it belongs to it
   * @param scales words such as {@code million} or 万 that multiply it where they stand in the text
   */
  record FirstNumber(boolean signed, List<Scale> scales) implements CellReading {
    public FirstNumber {
      scales = List.copyOf(scales);
    }
  }

  /** The first year from 1000 to 2199 that a text names; of a day, its year. */
  record Year(boolean days) implements CellReading {}

  /** The first day that a text writes in one way; a day stays as it is. */
  record Day(DayShape shape, boolean days) implements CellReading {}

  /** A word that multiplies a number. */
  enum Scale {
    THOUSAND("thousand", 1e3),
    MILLION("million", 1e6),
    BILLION("billion", 1e9),
    TEN_THOUSAND("万", 1e4),
    HUNDRED_MILLION("亿", 1e8);

    private final String word;
    private final double factor;

    Scale(String word, double factor) {
      this.word = word;
      this.factor = factor;
    }

    /** As it is written, in small letters. */
    public String word() {
      return word;
    }

    /** By which it multiplies. */
    public double factor() {
      return factor;
    }

    /** Whether it stands in a text. */
    boolean isIn(String text) {
      return text.toLowerCase(Locale.ROOT).contains(word);
    }
  }

  /** Parts of a text as regular expressions that every product reads alike. */
  Map<Boolean, String> NUMBER =
      Map.of(false, "\\d[\\d,]*(?:\\.\\d+)?", true, "[-−]?\\d[\\d,]*(?:\\.\\d+)?");

  /** What people note beside a value: in brackets, or a sign such as †. */
  Pattern NOTES = Pattern.compile("\\[[^\\]]*\\]|\\([^)]*\\)|（[^）]*）|[*†‡§]");

  /** A year, as a regular expression. */
  String YEAR = "(?:1\\d|2[01])\\d\\d";

  /** Whether it makes days. */
  default boolean isDay() {
    return this instanceof Day;
  }

  /**
   * The number or the serial number of the day that a cell is read as; empty if it is read as none.
   */
  default OptionalDouble of(Scalar cell, DateSystem dates) {
    return switch (cell) {
      case Scalar.Text text -> CellTexts.read(this, text.value(), dates);
      case Scalar.Num number -> CellTexts.read(this, number.value(), dates);
      default -> OptionalDouble.empty();
    };
  }

  /** The first match of a regular expression. */
  static Matcher match(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text);
  }
}
