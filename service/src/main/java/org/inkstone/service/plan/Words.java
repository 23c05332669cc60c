package org.inkstone.service.plan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts texts into words that can be compared, English and Chinese alike. */
public final class Words {
  private Words() {}

  /** The words of a text, without spaces. */
  public static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int end = at + Character.charCount(c);
      if (Language.isHan(c)) {
        words.add(word(text, at, end, Word.Kind.HAN));
      } else if (isLatin(c)) {
        while (end < text.length() && isLatin(text.codePointAt(end))) {
          end += Character.charCount(text.codePointAt(end));
        }
        words.add(word(text, at, end, Word.Kind.LATIN));
      } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        words.add(word(text, at, end, Word.Kind.SIGN));
      }
      at = end;
    }
    return words;
  }

  private static boolean isLatin(int c) {
    return Character.isLetterOrDigit(c) && !Language.isHan(c) || c == '\'' || c == '’';
  }

  private static Word word(String text, int start, int end, Word.Kind kind) {
    String raw = text.substring(start, end);
    String key = normalize(raw.matches("\\p{Lu}{2,}s") ? raw.substring(0, raw.length() - 1) : raw);
    return new Word(raw, kind == Word.Kind.LATIN ? stem(key) : key, start, end, kind);
  }

  /** Whether English words begin with a form of a verb, as "took office" does. */
  public static boolean isVerb(String text) {
    String first = normalize(text).split("\\s+", 2)[0];
    return Lexicon.isVerb(first) || first.length() > 4 && first.matches("[a-z]+(ed|wn)");
  }

  /** Full-width letters and signs become plain ones, and all letters small. */
  public static String normalize(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  /** The words' keys, without signs. */
  public static List<String> keys(String text) {
    return of(text).stream().filter(w -> w.kind() != Word.Kind.SIGN).map(Word::key).toList();
  }

  /**
   * Takes the endings of English inflection away. Words with digits, and short ones, stay as they
   * are; the result need not be a word.
   */
  static String stem(String word) {
    String bare = word.replace("’", "'").replaceFirst("'s?$", "");
    if (bare.length() < 4 || bare.chars().anyMatch(Character::isDigit)) {
      return bare;
    } else if (bare.endsWith("ies")) {
      return bare.substring(0, bare.length() - 3) + "y";
    } else if (bare.matches(".*(?:ss|x|zz|ch|sh)es")) {
      return bare.substring(0, bare.length() - 2);
    } else if (bare.endsWith("s") && !bare.matches(".*(?:ss|us|is)")) {
      String single = bare.substring(0, bare.length() - 1);
      return single.endsWith("ing") ? stem(single) : withoutE(single);
    } else if (bare.endsWith("ing") && bare.length() > 5) {
      return undouble(bare.substring(0, bare.length() - 3));
    } else if (bare.endsWith("ed") && bare.length() == 5 && !bare.endsWith("eed")) {
      return bare.substring(0, 4); // hired as hire
    } else if (bare.endsWith("ed") && bare.length() > 5 && !bare.endsWith("eed")) {
      return undouble(bare.substring(0, bare.length() - 2));
    }
    return withoutE(bare);
  }

  private static String withoutE(String word) {
    return word.endsWith("e") && word.length() > 4 ? word.substring(0, word.length() - 1) : word;
  }

  private static String undouble(String stem) {
    int last = stem.length() - 1;
    boolean doubled =
        stem.charAt(last) == stem.charAt(last - 1) && "lsz".indexOf(stem.charAt(last)) < 0;
    return withoutE(doubled ? stem.substring(0, last) : stem);
  }
}
