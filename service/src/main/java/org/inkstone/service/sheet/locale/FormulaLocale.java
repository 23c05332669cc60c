package org.inkstone.service.sheet.locale;

import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A language of spreadsheets and its signs.
 *
 * @param tag BCP 47, such as {@code de} or {@code pt-BR}
 * @param translates whether Excel translates the names of its functions
 * @param signs the separators of Excel
 */
public record FormulaLocale(String tag, boolean translates, Signs signs, FormatLetters letters) {
  /**
   * The separators of formulas.
   *
   * @param decimal of numbers
   * @param argument of arguments
   * @param arrayColumn of the values in a row of an array constant
   * @param arrayRow of the rows of an array constant
   */
  public record Signs(char decimal, char argument, char arrayColumn, char arrayRow) {}

  private static final Signs ENGLISH_SIGNS = new Signs('.', ',', ',', ';');
  private static final Signs POINTS = new Signs(',', ';', '.', ';');
  private static final Signs BACKSLASHES = new Signs(',', ';', '\\', ';');
  private static final Signs COLONS = new Signs(',', ';', ';', ':');
  private static final char NARROW_SPACE = '\u202f';
  private static final char HARD_SPACE = '\u00a0';

  /** Canonical. */
  public static final FormulaLocale ENGLISH = untranslated("en", "General");

  private static final List<FormulaLocale> ALL =
      List.of(
          ENGLISH,
          new FormulaLocale("de", true, POINTS, comma("jMthms", "Standard", '.')),
          new FormulaLocale("es", true, BACKSLASHES, comma("amdhms", "Estándar", '.')),
          new FormulaLocale("fr", true, POINTS, comma("amjhms", "Standard", NARROW_SPACE)),
          new FormulaLocale("it", true, BACKSLASHES, comma("amghms", "Standard", '.')),
          untranslated("ja", "G/標準"),
          untranslated("ko", "G/표준"),
          new FormulaLocale("nl", true, BACKSLASHES, comma("jmdums", "Standaard", '.')),
          new FormulaLocale("pl", true, BACKSLASHES, comma("rmdgms", "Standardowy", HARD_SPACE)),
          new FormulaLocale("pt-BR", true, BACKSLASHES, comma("amdhms", "Geral", '.')),
          new FormulaLocale("ru", true, COLONS, comma("гмдчмс", "Основной", HARD_SPACE)),
          untranslated("zh-CN", "G/通用格式"),
          untranslated("zh-TW", "G/通用格式"));

  private static FormulaLocale untranslated(String tag, String general) {
    FormatLetters letters = new FormatLetters("ymdhms", general, '.', ',');
    return new FormulaLocale(tag, false, ENGLISH_SIGNS, letters);
  }

  private static FormatLetters comma(String dates, String general, char group) {
    return new FormatLetters(dates, general, ',', group);
  }

  /** All that are known. */
  public static List<FormulaLocale> all() {
    return ALL;
  }

  /**
   * The locale of a BCP 47 tag; none for other languages, and for regions that write numbers in
   * another way than the language's first one, such as {@code de-CH} or {@code es-MX}.
   */
  public static Optional<FormulaLocale> find(String tag) {
    Locale asked = Locale.forLanguageTag(tag.replace('_', '-'));
    String wanted =
        switch (asked.getLanguage()) {
          case "zh" -> isTraditional(asked) ? "zh-TW" : "zh-CN";
          case "pt" -> asked.getCountry().isEmpty() ? "pt-BR" : "pt-" + asked.getCountry();
          default -> asked.getLanguage();
        };
    char decimal = DecimalFormatSymbols.getInstance(asked).getDecimalSeparator();
    return ALL.stream()
        .filter(locale -> locale.tag.equals(wanted) && locale.signs.decimal == decimal)
        .findFirst();
  }

  private static boolean isTraditional(Locale locale) {
    return locale.getScript().equals("Hant")
        || locale.getScript().isEmpty() && List.of("TW", "HK", "MO").contains(locale.getCountry());
  }
}
