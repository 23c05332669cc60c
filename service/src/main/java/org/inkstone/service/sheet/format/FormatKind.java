package org.inkstone.service.sheet.format;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What kind of value a number format shows. */
public enum FormatKind {
  /** As it comes. */
  GENERAL,
  /** A plain number. */
  NUMBER,
  /** A share of a hundred. */
  PERCENT,
  /** An amount of money. */
  CURRENCY,
  /** With a power of ten. */
  SCIENTIFIC,
  /** With a numerator and a denominator. */
  FRACTION,
  /** A calendar day. */
  DATE,
  /** A calendar day with a time. */
  DATE_TIME,
  /** A time of day. */
  TIME,
  /** Hours, minutes or seconds that may pass a day. */
  DURATION,
  /** A number that is shown as text. */
  TEXT;

  private static final Pattern LITERALS =
      Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[(?:color ?\\d+|[<>=][^\\]]*|[a-z]{3,})\\]");
  private static final Pattern LOCALE = Pattern.compile("\\[\\$([^\\]-]*)(?:-[^\\]]*)?\\]");
  private static final Pattern CURRENCY_SIGN = Pattern.compile("[$€£¥￥₩₹₽฿₺]");
  private static final Pattern CURRENCY_WORD =
      Pattern.compile("\"[^\"]*(?:[$€£¥￥₩₹₽]|USD|EUR|CNY|RMB|GBP|JPY|元)[^\"]*\"");

  /** No spreadsheet takes a longer code. */
  private static final int LONGEST = 255;

  private static final int MOST_KEPT = 2_000;
  private static final Map<String, FormatKind> KNOWN = new ConcurrentHashMap<>();

  /** The kind of a format code; null is General. */
  public static FormatKind of(@Nullable String code) {
    if (code == null || code.isEmpty()) {
      return GENERAL;
    } else if (code.length() > LONGEST) {
      return NUMBER;
    }
    FormatKind known = KNOWN.get(code);
    if (known == null) {
      known = classify(code);
      if (KNOWN.size() < MOST_KEPT) {
        KNOWN.put(code, known);
      }
    }
    return known;
  }

  /** Whether numbers in this format stand for a day, a moment, a time or a duration. */
  public boolean isTemporal() {
    return this == DATE || this == DATE_TIME || this == TIME || this == DURATION;
  }

  /** The first currency sign or code that a format shows; null if it shows none. */
  public static @Nullable String currencyOf(@Nullable String code) {
    if (code == null || code.length() > LONGEST) {
      return null;
    }
    var locale = LOCALE.matcher(code);
    while (locale.find()) {
      if (!locale.group(1).isBlank()) {
        return locale.group(1).strip();
      }
    }
    var sign = CURRENCY_SIGN.matcher(LOCALE.matcher(code).replaceAll(""));
    if (sign.find()) {
      return sign.group();
    }
    var word = CURRENCY_WORD.matcher(code);
    return word.find() ? word.group().replace("\"", "").strip() : null;
  }

  private static FormatKind classify(String code) {
    String section = firstSection(code);
    String currency = currencyOf(section);
    String bare =
        LITERALS
            .matcher(LOCALE.matcher(section.toLowerCase(Locale.ROOT)).replaceAll(""))
            .replaceAll("");
    if (bare.contains("general")) {
      return currency == null ? GENERAL : CURRENCY;
    } else if (bare.matches(".*\\[(h+|m+|s+)\\].*")) {
      return DURATION;
    } else if (bare.matches(".*[0#?]e[+-].*")) {
      return SCIENTIFIC;
    } else if (bare.matches(".*[ymdhsb].*") || bare.matches(".*e.*")) {
      return temporal(bare);
    } else if (bare.contains("%")) {
      return PERCENT;
    } else if (currency != null) {
      return CURRENCY;
    } else if (bare.matches(".*[0#?] ?/ ?[0-9#?].*")) {
      return FRACTION;
    }
    return bare.contains("@") ? TEXT : NUMBER;
  }

  private static FormatKind temporal(String bare) {
    boolean time = bare.matches(".*[hs].*") || bare.contains("am/pm") || bare.contains("上午/下午");
    boolean date = bare.matches(".*[yde].*") || (bare.contains("m") && !time);
    return date && time ? DATE_TIME : time ? TIME : DATE;
  }

  /** Up to the first semicolon that is not inside quotes or brackets. */
  static String firstSection(String code) {
    boolean quoted = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\') {
        i++;
      } else if (c == ';' && !quoted && i > 0) {
        return code.substring(0, i);
      }
    }
    return code;
  }
}
