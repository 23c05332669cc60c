package org.inkstone.service.sheet.locale;

import java.util.Map;

/**
 * Where LibreOffice's signs and letters differ from Excel's, as LibreOffice 7.4.7 itself reads them
 * in each language.
 */
final class LibreOfficeSigns {
  private static final Map<String, FormatLetters> LETTERS =
      Map.of(
          "es", new FormatLetters("amdhms", "General", ',', '.'),
          "ja", new FormatLetters("ymdhms", "General", '.', ','),
          "ko", new FormatLetters("ymdhms", "General", '.', ','),
          "pl", new FormatLetters("ymdhms", "General", ',', '\u00a0'),
          "ru", new FormatLetters("ymdhms", "General", ',', '\u00a0'),
          "zh-CN", new FormatLetters("ymdhms", "General", '.', ','),
          "zh-TW", new FormatLetters("ymdhms", "General", '.', ','));

  private LibreOfficeSigns() {}

  static FormatLetters letters(FormulaLocale locale) {
    return LETTERS.getOrDefault(locale.tag(), locale.letters());
  }

  /** Its defaults; Russian keeps its older ones. */
  static FormulaLocale.Signs signs(FormulaLocale locale) {
    if (locale.signs().decimal() == '.') {
      return locale.signs();
    }
    return locale.tag().equals("ru")
        ? new FormulaLocale.Signs(',', ';', ';', '|')
        : new FormulaLocale.Signs(',', ';', '.', ';');
  }

  /** Whether it reads the word of an error back; it does not where a blank or a point is inside. */
  static boolean readsError(String word) {
    return word.indexOf(' ') < 0 && word.indexOf('.') < 0;
  }
}
