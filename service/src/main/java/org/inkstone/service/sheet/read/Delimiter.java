package org.inkstone.service.sheet.read;

/** Finds the character that separates the fields of a text. */
final class Delimiter {
  private static final char[] CANDIDATES = {',', ';', '\t', '|'};
  private static final int LINES = 50;

  private Delimiter() {}

  /** The candidate that cuts most of the first lines into the same number of fields. */
  static char of(String text) {
    if (text.startsWith("sep=") && text.length() > 4) {
      return text.charAt(4);
    }
    char best = ',';
    double bestScore = 0;
    for (char candidate : CANDIDATES) {
      double score = score(text, candidate);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static double score(String text, char delimiter) {
    int[] counts = new int[LINES];
    int lines = 0;
    boolean quoted = false;
    boolean filled = false;
    for (int i = 0; i < text.length() && lines < LINES; i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (c == '\n' && !quoted) {
        lines += filled ? 1 : 0;
        filled = false;
      } else {
        filled |= !Character.isWhitespace(c) || c == delimiter;
        counts[Math.min(lines, LINES - 1)] += c == delimiter && !quoted ? 1 : 0;
      }
    }
    lines += filled && lines < LINES ? 1 : 0;
    return agreement(counts, lines);
  }

  /** How many lines have the most common number of delimiters, with more fields a little better. */
  private static double agreement(int[] counts, int lines) {
    int best = 0;
    int fields = 0;
    for (int i = 0; i < lines; i++) {
      int same = 0;
      for (int j = 0; j < lines; j++) {
        same += counts[i] > 0 && counts[i] == counts[j] ? 1 : 0;
      }
      if (same > best || (same == best && counts[i] > fields && same > 0)) {
        best = same;
        fields = counts[i];
      }
    }
    return best == 0 ? 0 : (double) best / lines + Math.min(fields, 20) * 0.01;
  }
}
