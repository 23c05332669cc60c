package org.inkstone.service.plan;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers as people write them: 60k, 1.5万, 三成, two dozen, 12 %, 第三, 2nd. */
final class NumberReader {
  /** A number that begins at some place; {@code end} is behind it. */
  record Found(int end, Target target) {}

  private static final Pattern DIGITS =
      Pattern.compile(
          "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)"
              + "(?:\\s*(%|％|percent\\b|per cent\\b|hundred\\b|thousand\\b|million\\b|billion\\b"
              + "|dozen\\b|k\\b|m\\b|bn\\b|万亿|百万|千万|万|亿|千|成|折))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ORDINAL_DIGITS =
      Pattern.compile("(\\d{1,4})(?:st|nd|rd|th)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern ORDINAL_HAN = Pattern.compile("第\\s*(\\d{1,4}|[一二三四五六七八九十]{1,3})");
  private static final Pattern HAN =
      Pattern.compile(
          "一半|半数|([零〇一二两三四五六七八九十百千]+(?:点[零一二三四五六七八九]+)?)(万|亿|成)?" + "|(?<=[过超上破达])(万|亿|千|百)");
  private static final Pattern REST = Pattern.compile("零?[一二两三四五六七八九][零一二两三四五六七八九十百千]*");
  private static final Pattern WORD =
      Pattern.compile(
          "([a-z]+)(?:[ -](dozen|hundred|thousand|million|percent\\b|per cent\\b))?",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, Double> UNITS =
      Map.ofEntries(
          Map.entry("hundred", 1e2),
          Map.entry("thousand", 1e3),
          Map.entry("million", 1e6),
          Map.entry("billion", 1e9),
          Map.entry("dozen", 12.0),
          Map.entry("k", 1e3),
          Map.entry("m", 1e6),
          Map.entry("bn", 1e9),
          Map.entry("千", 1e3),
          Map.entry("万", 1e4),
          Map.entry("百万", 1e6),
          Map.entry("千万", 1e7),
          Map.entry("亿", 1e8),
          Map.entry("万亿", 1e12),
          Map.entry("成", 0.1),
          Map.entry("折", 0.1));
  private static final Map<String, Double> WORDS =
      Map.ofEntries(
          Map.entry("zero", 0.0),
          Map.entry("two", 2.0),
          Map.entry("three", 3.0),
          Map.entry("four", 4.0),
          Map.entry("five", 5.0),
          Map.entry("six", 6.0),
          Map.entry("seven", 7.0),
          Map.entry("eight", 8.0),
          Map.entry("nine", 9.0),
          Map.entry("ten", 10.0),
          Map.entry("eleven", 11.0),
          Map.entry("twelve", 12.0),
          Map.entry("fifteen", 15.0),
          Map.entry("twenty", 20.0),
          Map.entry("thirty", 30.0),
          Map.entry("forty", 40.0),
          Map.entry("fifty", 50.0),
          Map.entry("sixty", 60.0),
          Map.entry("seventy", 70.0),
          Map.entry("eighty", 80.0),
          Map.entry("ninety", 90.0),
          Map.entry("hundred", 100.0),
          Map.entry("thousand", 1000.0),
          Map.entry("million", 1e6),
          Map.entry("dozen", 12.0),
          Map.entry("half", 0.5));
  private static final Map<String, Integer> ORDINALS =
      Map.of(
          "first", 1, "second", 2, "third", 3, "fourth", 4, "fifth", 5, "sixth", 6, "seventh", 7,
          "eighth", 8, "ninth", 9, "tenth", 10);

  private NumberReader() {}

  /** The longest number that begins exactly here. */
  static Optional<Found> at(String text, int start) {
    @Nullable Found found = ordinal(text, start);
    if (found == null) {
      found = digits(text, start);
    }
    if (found == null) {
      found = han(text, start);
    }
    return Optional.ofNullable(found == null ? word(text, start) : found);
  }

  private static @Nullable Found ordinal(String text, int start) {
    Matcher latin = at(ORDINAL_DIGITS, text, start);
    if (latin.lookingAt()) {
      return new Found(latin.end(), new Target.Ordinal(Integer.parseInt(latin.group(1))));
    }
    Matcher han = at(ORDINAL_HAN, text, start);
    if (han.lookingAt()) {
      String number = han.group(1);
      boolean plain = Character.isDigit(number.charAt(0)) && number.charAt(0) < 128;
      int value = plain ? Integer.parseInt(number) : (int) hanValue(number);
      return new Found(han.end(), new Target.Ordinal(value));
    }
    return null;
  }

  private static @Nullable Found digits(String text, int start) {
    Matcher matcher = at(DIGITS, text, start);
    if (!matcher.lookingAt()) {
      return null;
    }
    double value = Double.parseDouble(matcher.group(1).replace(",", ""));
    String unit = matcher.group(2);
    if (unit == null) {
      return letterFollows(text, matcher.end()) ? null : number(matcher.end(), value, false);
    }
    String key = unit.toLowerCase(java.util.Locale.ROOT);
    if (key.startsWith("%") || key.startsWith("％") || key.startsWith("per")) {
      return new Found(matcher.end(), new Target.Number(scaled(value, 0.01), false, true));
    }
    return number(matcher.end(), scaled(value, UNITS.getOrDefault(key, 1.0)), false);
  }

  private static boolean letterFollows(String text, int at) {
    return at < text.length()
        && Character.isLetter(text.charAt(at))
        && !Language.isHan(text.codePointAt(at));
  }

  private static @Nullable Found han(String text, int start) {
    Matcher matcher = at(HAN, text, start);
    if (!matcher.lookingAt()) {
      return null;
    } else if (matcher.group(3) != null) {
      return number(matcher.end(), hanUnit(matcher.group(3)), true);
    } else if (matcher.group(1) == null) {
      return number(matcher.end(), 0.5, true);
    } else if (matcher.group().equals("一")) {
      return null; // an article more often than a number
    }
    double value = hanValue(matcher.group(1));
    String unit = matcher.group(2);
    double factor = unit == null ? 1 : UNITS.getOrDefault(unit, 1.0);
    Matcher rest = at(REST, text, matcher.end());
    if (factor >= 1e4 && rest.lookingAt()) {
      double below = hanValue(rest.group());
      double digits = rest.group().length() == 1 ? below * factor / 10 : below;
      return number(rest.end(), scaled(value, factor) + digits, true); // 一万二 is 12000
    }
    return number(matcher.end(), scaled(value, factor), true);
  }

  private static double hanUnit(String unit) {
    return unit.equals("百") ? 100 : UNITS.getOrDefault(unit, 1.0);
  }

  private static @Nullable Found word(String text, int start) {
    Matcher matcher = at(WORD, text, start);
    if (!matcher.lookingAt()) {
      return null;
    }
    String word = matcher.group(1).toLowerCase(java.util.Locale.ROOT);
    Integer ordinal = ORDINALS.get(word);
    if (ordinal != null) {
      return new Found(matcher.end(1), new Target.Ordinal(ordinal));
    }
    Double value = WORDS.get(word);
    if (value == null) {
      return null;
    }
    String unit = matcher.group(2);
    if (unit != null && unit.toLowerCase(java.util.Locale.ROOT).startsWith("per")) {
      return new Found(matcher.end(), new Target.Number(scaled(value, 0.01), true, true));
    }
    double factor =
        unit == null ? 1 : UNITS.getOrDefault(unit.toLowerCase(java.util.Locale.ROOT), 1.0);
    return number(matcher.end(), value * factor, true);
  }

  private static Found number(int end, double value, boolean spelled) {
    return new Found(end, new Target.Number(value, spelled, false));
  }

  private static double scaled(double value, double factor) {
    return BigDecimal.valueOf(value).multiply(BigDecimal.valueOf(factor)).doubleValue();
  }

  /** The value of Chinese numerals below ten thousand, such as 三百二十 or 两千零五. */
  static double hanValue(String text) {
    int point = text.indexOf('点');
    String whole = point < 0 ? text : text.substring(0, point);
    double total = 0;
    double digit = 0;
    boolean positional = whole.length() > 1 && !whole.matches(".*[十百千].*");
    for (char c : whole.toCharArray()) {
      int unit = "十百千".indexOf(c);
      if (unit >= 0) {
        total += (digit == 0 ? 1 : digit) * Math.pow(10, unit + 1);
        digit = 0;
      } else {
        digit = positional ? digit * 10 + digitOf(c) : digitOf(c);
      }
    }
    int last = whole.length() - 1;
    boolean elliptic = last >= 2 && digit > 0 && "百千".indexOf(whole.charAt(last - 1)) >= 0;
    double unit = elliptic ? whole.charAt(last - 1) == '千' ? 100 : 10 : 1;
    double value = total + digit * unit; // 三千五 is 3500
    for (int i = point + 1; point >= 0 && i < text.length(); i++) {
      value += digitOf(text.charAt(i)) * Math.pow(10, point - i);
    }
    return value;
  }

  private static int digitOf(char c) {
    return c == '两' ? 2 : c == '〇' ? 0 : Math.max(0, "零一二三四五六七八九".indexOf(c));
  }

  private static Matcher at(Pattern pattern, String text, int start) {
    return pattern.matcher(text).region(start, text.length()).useTransparentBounds(true);
  }
}
