package org.inkstone.service.plan.algebra;

import java.util.List;
import java.util.Locale;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;

/** What is made of texts. */
final class TextMeaning {
  private TextMeaning() {}

  static Scalar of(TextFunction function, String text, List<Scalar> arguments) {
    return switch (function) {
      case TRIM -> Scalar.of(trim(text));
      case UPPER -> Scalar.of(text.toUpperCase(Locale.ROOT));
      case LOWER -> Scalar.of(text.toLowerCase(Locale.ROOT));
      case PROPER -> Scalar.of(proper(text));
      case LENGTH -> Scalar.of((double) text.length());
      case LEFT -> Scalar.of(text.substring(0, Math.min(text.length(), count(arguments, 0))));
      case RIGHT -> Scalar.of(text.substring(Math.max(0, text.length() - count(arguments, 0))));
      case MIDDLE -> Scalar.of(middle(text, count(arguments, 0) - 1, count(arguments, 1)));
      case BEFORE -> Scalar.of(before(text, word(arguments, 0)));
      case AFTER -> after(text, word(arguments, 0));
      case LAST_WORD -> Scalar.of(trim(text).substring(trim(text).lastIndexOf(' ') + 1));
      case REPLACE -> Scalar.of(text.replace(word(arguments, 0), word(arguments, 1)));
      case OCCURRENCES -> Scalar.of((double) occurrences(text, word(arguments, 0)));
      case NUMBER -> number(text);
    };
  }

  private static String trim(String text) {
    return text.replaceAll(" +", " ").replaceFirst("^ ", "").replaceFirst(" $", "");
  }

  private static String proper(String text) {
    StringBuilder proper = new StringBuilder();
    boolean inWord = false;
    for (char c : text.toCharArray()) {
      proper.append(inWord ? Character.toLowerCase(c) : Character.toUpperCase(c));
      inWord = Character.isLetter(c);
    }
    return proper.toString();
  }

  private static String middle(String text, int from, int length) {
    int start = Math.min(from, text.length());
    return text.substring(start, Math.min(text.length(), start + length));
  }

  private static String before(String text, String sign) {
    int at = text.indexOf(sign);
    return at < 0 ? text : text.substring(0, at);
  }

  private static Scalar after(String text, String sign) {
    int at = text.indexOf(sign);
    return at < 0 ? Scalar.of(ErrorCode.VALUE) : Scalar.of(text.substring(at + sign.length()));
  }

  private static int occurrences(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  private static Scalar number(String text) {
    Double number = Values.written(text);
    return number == null ? Scalar.of(ErrorCode.VALUE) : Scalar.of(number);
  }

  private static int count(List<Scalar> arguments, int index) {
    Double number = Values.number(arguments.get(index));
    return number == null ? 0 : number.intValue();
  }

  private static String word(List<Scalar> arguments, int index) {
    return Values.text(arguments.get(index));
  }
}
