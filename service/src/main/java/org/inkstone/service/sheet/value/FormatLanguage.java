package org.inkstone.service.sheet.value;

import java.text.DateFormatSymbols;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.inkstone.service.sheet.value.FormatToken.Kind;

/**
 * The language that a format names in {@code [$-804]} or {@code [$-zh-CN]}, for its names of months
 * and days; English if it names none, or the system's.
 */
record FormatLanguage(Locale locale) {
  /** By the primary language of Windows' identifiers, which are their ten lowest bits. */
  private static final List<String> PRIMARY =
      List.of(
          "en", "ar", "bg", "ca", "zh", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hu",
          "is", "it", "ja", "ko", "nl", "nb", "pl", "pt", "rm", "ro", "ru", "hr", "sk", "sq", "sv",
          "th", "tr", "ur", "id", "uk", "be", "sl", "et", "lv", "lt", "tg", "fa", "vi");

  private static final int PRIMARY_BITS = 0x3ff;

  /** Taiwan, Hong Kong and Macao. */
  private static final Set<Integer> TRADITIONAL = Set.of(0x0404, 0x0c04, 0x1404);

  /** Languages whose halves of the day have names of their own in formats. */
  private static final Set<String> OWN_HALVES = Set.of("zh", "ja", "ko");

  static FormatLanguage of(List<FormatToken> tokens) {
    for (FormatToken token : tokens) {
      if (token.is(Kind.BRACKET) && token.text().startsWith("$-")) {
        return new FormatLanguage(locale(token.text().substring(2).split(",", -1)[0]));
      }
    }
    return new FormatLanguage(Locale.US);
  }

  private static Locale locale(String name) {
    if (name.matches("[0-9a-f]{1,8}")) {
      int code = (int) (Long.parseLong(name, 16) & 0xffff);
      int primary = code & PRIMARY_BITS;
      String language = primary < PRIMARY.size() ? PRIMARY.get(primary) : "en";
      return language.equals("en")
          ? Locale.US
          : TRADITIONAL.contains(code) ? Locale.TRADITIONAL_CHINESE : Locale.of(language);
    }
    Locale named = Locale.forLanguageTag(name);
    return named.getLanguage().isEmpty() ? Locale.US : named;
  }

  /** The name of a month: 3 signs for a short one, 5 for its initial, else in full. */
  String month(int month, int signs) {
    TextStyle style = signs == 3 ? TextStyle.SHORT_STANDALONE : TextStyle.FULL_STANDALONE;
    String name = Month.of(month).getDisplayName(style, locale);
    return signs == 5 ? name.substring(0, 1) : name;
  }

  /** The name of a day of the week, Sunday being 0: 3 signs for a short one, else in full. */
  String day(int weekday, int signs) {
    TextStyle style = signs == 3 ? TextStyle.SHORT_STANDALONE : TextStyle.FULL_STANDALONE;
    return day(weekday).getDisplayName(style, locale);
  }

  /** The name of a day as {@code aaa} and {@code aaaa} write it: in Chinese or its neighbours. */
  String eastern(int weekday, int signs) {
    Locale eastern = OWN_HALVES.contains(locale.getLanguage()) ? locale : Locale.CHINA;
    boolean chinese = eastern.getLanguage().equals("zh");
    TextStyle brief = chinese ? TextStyle.NARROW_STANDALONE : TextStyle.SHORT_STANDALONE;
    return day(weekday).getDisplayName(signs >= 4 ? TextStyle.FULL_STANDALONE : brief, eastern);
  }

  private static DayOfWeek day(int weekday) {
    return DayOfWeek.SATURDAY.plus(weekday + 1L);
  }

  /** A half of the day where AM/PM is written. */
  String half(boolean morning) {
    if (!OWN_HALVES.contains(locale.getLanguage())) {
      return morning ? "AM" : "PM";
    }
    return DateFormatSymbols.getInstance(locale).getAmPmStrings()[morning ? 0 : 1];
  }
}
