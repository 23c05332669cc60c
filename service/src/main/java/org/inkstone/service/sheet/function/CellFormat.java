package org.inkstone.service.sheet.function;

import java.util.Locale;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.format.FormatKind;
import org.jspecify.annotations.Nullable;

/** Number formats in the short codes of the function CELL. */
final class CellFormat {
  private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");
  private static final Pattern COLOUR =
      Pattern.compile(
          "\\[(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\\d+)\\]",
          Pattern.CASE_INSENSITIVE);

  private CellFormat() {}

  /** The code, such as {@code ,2} or {@code C0-}; null is General. */
  static String code(@Nullable String format) {
    String code = kind(format);
    String negative = isNegativeColoured(format) ? "-" : "";
    return code + negative + (isBracketed(format) ? "()" : "");
  }

  private static String kind(@Nullable String format) {
    String first = section(format, 0);
    return switch (FormatKind.of(format)) {
      case GENERAL, FRACTION, TEXT -> "G";
      case NUMBER -> (first.contains(",") ? "," : "F") + decimals(first);
      case PERCENT -> "P" + decimals(first);
      case CURRENCY -> "C" + decimals(first);
      case SCIENTIFIC -> "S" + decimals(first);
      case DATE -> date(first);
      case DATE_TIME -> "D4";
      case TIME, DURATION -> time(first);
    };
  }

  private static long decimals(String section) {
    int point = section.indexOf('.');
    if (point < 0) {
      return 0;
    }
    return section
        .substring(point + 1)
        .toUpperCase(Locale.ROOT)
        .replaceAll("E.*", "")
        .chars()
        .filter(c -> c == '0' || c == '#' || c == '?')
        .count();
  }

  private static String date(String section) {
    String lower = section.toLowerCase(Locale.ROOT);
    boolean named = lower.contains("mmm");
    boolean day = lower.contains("d");
    boolean year = lower.contains("y");
    if (named && day) {
      return year ? "D1" : "D2";
    } else if (named) {
      return "D3";
    }
    return day && !year ? "D5" : "D4";
  }

  private static String time(String section) {
    String lower = section.toLowerCase(Locale.ROOT);
    boolean halves = lower.contains("am/pm") || lower.contains("a/p") || lower.contains("上午");
    boolean seconds = lower.replace("am/pm", "").contains("s");
    if (halves) {
      return seconds ? "D6" : "D7";
    }
    return seconds ? "D8" : "D9";
  }

  /** Whether the section for negative numbers has a colour. */
  static boolean isNegativeColoured(@Nullable String format) {
    String[] sections = sections(format);
    return sections.length > 1 && COLOUR.matcher(sections[1]).find();
  }

  /** Whether positive numbers stand in brackets. */
  static boolean isBracketed(@Nullable String format) {
    return section(format, 0).contains("(");
  }

  private static String section(@Nullable String format, int number) {
    return LITERALS.matcher(sections(format)[number]).replaceAll("");
  }

  private static String[] sections(@Nullable String format) {
    return format == null
        ? new String[] {""}
        : format.split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
  }
}
