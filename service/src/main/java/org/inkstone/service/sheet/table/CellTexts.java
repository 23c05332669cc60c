package org.inkstone.service.sheet.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.format.SerialDate;

/** Reads single texts as numbers and days. */
final class CellTexts {
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);

  private CellTexts() {}

  static OptionalDouble read(CellReading reading, String text, DateSystem dates) {
    return switch (reading) {
      case CellReading.WithoutUnit unit -> written(text.replace(unit.unit(), ""));
      case CellReading.FirstNumber number -> number(number, text);
      case CellReading.Year year -> year(text);
      case CellReading.Day day ->
          day.shape().find(text).stream()
              .filter(d -> !d.isBefore(dates == DateSystem.FROM_1904 ? FIRST_OF_1904 : FIRST))
              .mapToDouble(d -> SerialDate.of(d, dates))
              .findFirst();
    };
  }

  /** A cell that holds a number already. */
  static OptionalDouble read(CellReading reading, double number, DateSystem dates) {
    boolean days =
        reading instanceof CellReading.Year y && y.days()
            || reading instanceof CellReading.Day d && d.days();
    if (days && reading instanceof CellReading.Year) {
      return SerialDate.toDate(number, dates).stream().mapToDouble(LocalDate::getYear).findFirst();
    } else if (days) {
      return OptionalDouble.of(number);
    }
    return read(reading, plain(number), dates);
  }

  /** As a spreadsheet joins a number to a text. */
  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  private static OptionalDouble number(CellReading.FirstNumber reading, String text) {
    Matcher m = CellReading.match(CellReading.NUMBER.getOrDefault(reading.signed(), ""), text);
    if (!m.find()) {
      return OptionalDouble.empty();
    }
    BigDecimal value = new BigDecimal(m.group().replace(",", "").replace('−', '-'));
    for (CellReading.Scale scale : reading.scales()) {
      value = scale.isIn(text) ? value.multiply(BigDecimal.valueOf(scale.factor())) : value;
    }
    return OptionalDouble.of(value.doubleValue());
  }

  private static OptionalDouble year(String text) {
    Matcher m = CellReading.match(CellReading.YEAR, text);
    return m.find() ? OptionalDouble.of(Double.parseDouble(m.group())) : OptionalDouble.empty();
  }

  /** A text that is nothing but a number: with separators, a sign, a currency or a percent sign. */
  static OptionalDouble written(String text) {
    Matcher m =
        CellReading.match(
            "([-+]?)[$¥￥€£]?((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d*)?|\\.\\d+)(%?)", text.strip());
    if (!m.matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(m.group(2).replace(",", ""));
    double whole = m.group(3).isEmpty() ? value : value / 100;
    return OptionalDouble.of(m.group(1).equals("-") ? -whole : whole);
  }
}
