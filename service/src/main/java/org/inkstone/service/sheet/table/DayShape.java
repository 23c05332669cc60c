package org.inkstone.service.sheet.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way to write days inside texts. */
public enum DayShape {
  /** {@code 2026-03-05}. */
  ISO("\\d{4}-\\d{1,2}-\\d{1,2}", "(\\d+)-(\\d+)-(\\d+)", "ymd"),
  /** {@code 5 June 1998}. */
  DAY_FIRST("\\d{1,2} [A-Z][a-z]{2,8}\\.? \\d{4}", "(\\d+) ([A-Za-z]+)\\.? (\\d+)", "dmy"),
  /** {@code June 5, 1998}. */
  MONTH_FIRST("[A-Z][a-z]{2,8}\\.? \\d{1,2}, \\d{4}", "([A-Za-z]+)\\.? (\\d+), (\\d+)", "mdy"),
  /** {@code June 1998}, read as its first day. */
  MONTH("[A-Z][a-z]{2,8} \\d{4}", "([A-Za-z]+) (\\d+)", "my"),
  /** {@code 2026年3月5日}. */
  HAN("\\d{4}年\\d{1,2}月\\d{1,2}日", "(\\d+)年(\\d+)月(\\d+)日", "ymd"),
  /** {@code 2026年3月}, read as its first day. */
  HAN_MONTH("\\d{4}年\\d{1,2}月", "(\\d+)年(\\d+)月", "ym");

  private final String pattern;
  private final Pattern search;
  private final Pattern parts;
  private final String order;

  DayShape(String pattern, String parts, String order) {
    this.pattern = pattern;
    this.search = Pattern.compile(pattern);
    this.parts = Pattern.compile(parts);
    this.order = order;
  }

  /** As a regular expression that every product reads alike. */
  public String pattern() {
    return pattern;
  }

  /** The first day that is written so; empty if what looks like one is none. */
  public Optional<LocalDate> find(String text) {
    Matcher found = search.matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    Matcher m = parts.matcher(found.group());
    try {
      return m.matches() ? Optional.of(day(m)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty(); // such as 30 February, or Room 5, 1998
    }
  }

  private LocalDate day(Matcher m) {
    int year = Integer.parseInt(m.group(order.indexOf('y') + 1));
    int month = month(m.group(order.indexOf('m') + 1));
    int at = order.indexOf('d');
    return LocalDate.of(year, month, at < 0 ? 1 : Integer.parseInt(m.group(at + 1)));
  }

  private static int month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    String upper = text.toUpperCase(Locale.ROOT);
    for (Month month : Month.values()) {
      if (month.name().startsWith(upper)) {
        return month.getValue();
      }
    }
    throw new DateTimeException("no month is called " + text);
  }
}
