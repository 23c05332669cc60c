package org.inkstone.service.plan;

/** The language of a request. */
public enum Language {
  ENGLISH,
  CHINESE;

  /** Chinese as soon as there are two Chinese characters, or one among few letters. */
  public static Language of(String text) {
    long han = text.codePoints().filter(Language::isHan).count();
    long letters = text.codePoints().filter(Character::isLetter).count();
    return han >= 2 || han > 0 && han * 3 >= letters ? CHINESE : ENGLISH;
  }

  /** Whether a character is a Chinese one. */
  public static boolean isHan(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }
}
