package org.inkstone.service.sheet.locale;

/**
 * The letters and signs of a locale's number formats.
 *
 * @param dates for year, month, day, hour, minute and second, in this order, in small letters; a
 *     capital one is always written as a capital
 * @param general the format that has no other
 * @param decimal between the whole and the fraction
 * @param group between thousands
 */
record FormatLetters(String dates, String general, char decimal, char group) {
  static final int MONTH = 1;
  static final int HOUR = 3;
  static final int MINUTE = 4;
  static final int SECOND = 5;

  /** Whether months and minutes have the same letter and are told apart by what is around them. */
  boolean monthIsMinute() {
    return dates.charAt(MONTH) == dates.charAt(MINUTE);
  }

  /** The place of a letter in {@link #dates}, in any case if it has one meaning; -1 if none. */
  int indexOf(char letter) {
    int exact = dates.indexOf(letter);
    return exact >= 0 ? exact : dates.toLowerCase(java.util.Locale.ROOT).indexOf(lower(letter));
  }

  static char lower(char letter) {
    return Character.toLowerCase(letter);
  }
}
