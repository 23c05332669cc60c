package org.inkstone.service.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds words of a request that stand inside the texts of cells: Pashto in a cell "Dari, Pashto",
 * Germany in "Germany (GER) I".
 */
final class PartFinder {
  /** Takes what is found: the words from, to before, and what they mean. */
  interface Sink {
    void add(int from, int to, Span.Meaning meaning);
  }

  private static final int MOST_TEXTS = 4_000;
  private static final double INSIDE = 0.62;
  private static final double LONG = 0.7;
  private static final double LISTED = 0.86;
  private static final String SEPARATORS = ",;/、，；&()（）\n•|:：";

  private final List<Word> words;
  private final Map<String, Set<Integer>> places = new HashMap<>();
  private final Sink sink;

  private PartFinder(List<Word> words, Sink sink) {
    this.words = words;
    this.sink = sink;
    for (int i = 0; i < words.size(); i++) {
      places.computeIfAbsent(words.get(i).key(), k -> new HashSet<>()).add(i);
    }
  }

  static void find(List<Word> words, Schema schema, Sink sink) {
    PartFinder finder = new PartFinder(words, sink);
    schema.columns().stream().filter(c -> c.texts().size() <= MOST_TEXTS).forEach(finder::column);
  }

  /** What is known of some words of the request in a column. */
  private static final class Found {
    private String text = "";
    private int cells;
    private boolean listed;
    private boolean unit = true;
  }

  private void column(ColumnView column) {
    Map<Long, Found> found = new HashMap<>();
    for (String text : column.texts()) {
      text(text, found);
    }
    found.forEach((span, part) -> {
      int from = (int) (span >> 32);
      int to = span.intValue();
      if (part.unit) {
        Target unit = new Target.Column(column); // acts of "3 acts"
        sink.add(from, to, new Span.Meaning(unit, INSIDE, "unit"));
      } else if (isExact(column, part)) {
        Target target = new Target.Part(column, part.text, part.cells, part.listed);
        boolean han = words.get(from).kind() == Word.Kind.HAN && to - from > 2;
        double score = part.listed ? LISTED : han ? LONG : INSIDE;
        sink.add(from, to, new Span.Meaning(target, score, "inside"));
      }
    });
  }

  private void text(String text, Map<Long, Found> found) {
    List<Word> cell = Words.of(text).stream().filter(w -> w.kind() != Word.Kind.SIGN).toList();
    Set<Long> here = new HashSet<>();
    for (int at = 0; at < cell.size(); at++) {
      for (int from : places.getOrDefault(cell.get(at).key(), Set.of())) {
        int length = length(cell, at, from);
        boolean whole = at == 0 && length == cell.size();
        if (!whole && says(from, from + length)) {
          long span = (long) from << 32 | (from + length);
          Found one = found.computeIfAbsent(span, k -> new Found());
          int start = cell.get(at).start();
          int end = cell.get(at + length - 1).end();
          one.text = one.text.isEmpty() ? text.substring(start, end) : one.text;
          one.cells += here.add(span) ? 1 : 0;
          one.listed |= isListed(text, start, end);
          one.unit &= text.substring(0, start).matches("(?s).*\\d[\\s,]*");
        }
      }
    }
  }

  private int length(List<Word> cell, int at, int from) {
    int length = 0;
    while (at + length < cell.size()
        && from + length < words.size()
        && cell.get(at + length).key().equals(words.get(from + length).key())) {
      length++;
    }
    return length;
  }

  /** Whether some words are more than particles, words of constructions and single signs. */
  private boolean says(int from, int to) {
    List<String> run = words.subList(from, to).stream().map(Word::key).toList();
    if (Lexicon.get().ignored().contains(run) || Lexicon.get().cues().containsKey(run)) {
      return false;
    }
    if (isParticle(words.get(from)) || isParticle(words.get(to - 1))) {
      return false;
    }
    int weight = 0;
    for (int i = from; i < to; i++) {
      Word word = words.get(i);
      if (word.kind() == Word.Kind.HAN) {
        weight++; // a character alone says nothing, whatever it would mean elsewhere
        continue;
      }
      List<String> key = List.of(word.key());
      boolean particle =
          Lexicon.get().ignored().contains(key)
              || Lexicon.get().cues().containsKey(key)
              || word.key().length() < 2 && word.kind() == Word.Kind.LATIN
              || word.key().chars().allMatch(Character::isDigit);
      weight += particle ? 0 : word.weight();
    }
    return weight >= 2;
  }

  private static boolean isParticle(Word word) {
    return word.kind() == Word.Kind.LATIN && Lexicon.get().ignored().contains(List.of(word.key()));
  }

  /** Whether the words are one of several that a cell lists. */
  private static boolean isListed(String text, int start, int end) {
    String before = text.substring(0, start).stripTrailing();
    String behind = text.substring(end).stripLeading();
    boolean opens = before.isEmpty() || SEPARATORS.indexOf(before.charAt(before.length() - 1)) >= 0;
    boolean closes = behind.isEmpty() || SEPARATORS.indexOf(behind.charAt(0)) >= 0;
    boolean line =
        text.substring(before.length(), start).contains("\n")
            || text.substring(end, text.length() - behind.length()).contains("\n");
    return opens && closes || line;
  }

  /** Whether no cell holds the letters inside other words, as "win" in "winner". */
  private static boolean isExact(ColumnView column, Found part) {
    String wanted = part.text.toLowerCase(Locale.ROOT);
    for (String text : column.texts()) {
      String lower = text.toLowerCase(Locale.ROOT);
      for (int at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
        if (isInsideWord(lower, at) || isInsideWord(lower, at + wanted.length())) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isInsideWord(String text, int at) {
    return at > 0
        && at < text.length()
        && isLatin(text.codePointBefore(at))
        && isLatin(text.codePointAt(at));
  }

  private static boolean isLatin(int c) {
    return Character.isLetterOrDigit(c) && !Language.isHan(c);
  }
}
