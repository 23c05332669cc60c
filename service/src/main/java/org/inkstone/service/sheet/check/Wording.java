package org.inkstone.service.sheet.check;

/** One sentence in English and in Chinese. */
public record Wording(String en, String zh) {
  /** The sentence in one of the languages. */
  public String in(boolean chinese) {
    return chinese ? zh : en;
  }
}
