package org.inkstone.service.sheet.check;

import java.util.regex.Pattern;

/** Texts that are values in disguise. */
final class TextValues {
  private static final int LONGEST = 40;
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+\\-−]?[$€£¥￥]?\\s?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d*)?%?|[+-]?\\.\\d+%?");
  private static final Pattern DATE =
      Pattern.compile(
          "(?:19|20)\\d{2}[-/.年](?:0?[1-9]|1[0-2])[-/.月](?:0?[1-9]|[12]\\d|3[01])日?"
              + "|(?:0?[1-9]|[12]\\d|3[01])[./-](?:0?[1-9]|[12]\\d|3[01])[./-](?:19|20)\\d{2}");

  private TextValues() {}

  static boolean isNumber(String text) {
    String plain = text.strip().replace("\u00A0", "");
    return plain.length() <= LONGEST && !plain.isEmpty() && NUMBER.matcher(plain).matches();
  }

  static boolean isDate(String text) {
    String plain = text.strip();
    return plain.length() <= LONGEST && DATE.matcher(plain).matches();
  }
}
