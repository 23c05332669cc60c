package org.inkstone.service.plan.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Word;
import org.inkstone.service.plan.Words;

/** The details that the words of a request give, read with {@code details.txt}. */
final class Details {
  /** A detail and where it is said. */
  record Said(Detail detail, int start, int end) {}

  private record Phrase(Detail detail, List<String> keys, String raw) {}

  /** Words that order things, and words of the headers that they order by. */
  private record Dimension(List<List<String>> words, List<List<String>> headers) {}

  private static final List<Phrase> PHRASES = new ArrayList<>();
  private static final List<Dimension> DIMENSIONS = new ArrayList<>();

  static {
    read();
  }

  private final String request;
  private final List<Said> said = new ArrayList<>();
  private final List<Dimension> dimensions = new ArrayList<>();

  private Details(String request) {
    this.request = request;
  }

  /** What a request says. */
  static Details of(String request) {
    Details details = new Details(request);
    List<Word> words = Words.of(request).stream().filter(w -> w.kind() != Word.Kind.SIGN).toList();
    for (Phrase phrase : PHRASES) {
      details.find(phrase, words);
    }
    for (Dimension dimension : DIMENSIONS) {
      boolean named = dimension.words().stream().anyMatch(w -> indexOf(words, w, 0) >= 0);
      if (named) {
        details.dimensions.add(dimension);
      }
    }
    return details;
  }

  private void find(Phrase phrase, List<Word> words) {
    if (phrase.keys().isEmpty()) {
      for (int at = request.indexOf(phrase.raw());
          at >= 0;
          at = request.indexOf(phrase.raw(), at + 1)) {
        said.add(new Said(phrase.detail(), at, at + phrase.raw().length()));
      }
      return;
    }
    for (int at = indexOf(words, phrase.keys(), 0);
        at >= 0;
        at = indexOf(words, phrase.keys(), at + 1)) {
      int end = words.get(at + phrase.keys().size() - 1).end();
      said.add(new Said(phrase.detail(), words.get(at).start(), end));
    }
  }

  private static int indexOf(List<Word> words, List<String> keys, int from) {
    for (int at = from; at + keys.size() <= words.size(); at++) {
      int k = 0;
      while (k < keys.size() && words.get(at + k).key().equals(keys.get(k))) {
        k++;
      }
      if (k == keys.size() && k > 0) {
        return at;
      }
    }
    return -1;
  }

  boolean has(Detail detail) {
    return said.stream().anyMatch(s -> s.detail() == detail);
  }

  /** Those that lie inside a part of the request. */
  Set<Detail> inside(int start, int end) {
    Set<Detail> found = EnumSet.noneOf(Detail.class);
    said.stream()
        .filter(s -> s.start() >= start && s.end() <= end)
        .forEach(s -> found.add(s.detail()));
    return found;
  }

  /** The places where one is said. */
  List<Said> all(Detail detail) {
    return said.stream().filter(s -> s.detail() == detail).toList();
  }

  /** Whether some words of the request order by such a column: "cheapest" by a price. */
  boolean ordersBy(ColumnView column) {
    List<String> header = Words.keys(column.profile().header().name());
    return dimensions.stream()
        .flatMap(d -> d.headers().stream())
        .anyMatch(h -> contains(header, h));
  }

  /** Whether a header names people. */
  static boolean isPerson(ColumnView column) {
    List<String> header = Words.keys(column.profile().header().name());
    boolean han = column.profile().header().name().matches(".*[人员者师]");
    return han
        || PHRASES.stream()
            .anyMatch(p -> p.detail() == Detail.PERSON && contains(header, p.keys()));
  }

  private static boolean contains(List<String> words, List<String> part) {
    for (int at = 0; at + part.size() <= words.size(); at++) {
      if (words.subList(at, at + part.size()).equals(part)) {
        return true;
      }
    }
    return false;
  }

  private static void read() {
    try (InputStream in = Details.class.getResourceAsStream("details.txt")) {
      if (in == null) {
        throw new IllegalStateException("details.txt is not beside its class");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(Details::line);
    } catch (IOException e) {
      throw new UncheckedIOException("reading details.txt", e);
    }
  }

  private static void line(String line) {
    String name = line.substring(0, line.indexOf(':'));
    String rest = line.substring(line.indexOf(':') + 1);
    if (name.equals("DIMENSION")) {
      String[] halves = rest.split("\\|", -1);
      DIMENSIONS.add(new Dimension(phrases(halves[0]), phrases(halves[1])));
      return;
    }
    Detail detail = Detail.valueOf(name);
    for (String phrase : rest.split(",", -1)) {
      PHRASES.add(new Phrase(detail, Words.keys(phrase), phrase.strip()));
    }
  }

  private static List<List<String>> phrases(String text) {
    List<List<String>> phrases = new ArrayList<>();
    for (String phrase : text.split(",", -1)) {
      phrases.add(Words.keys(phrase));
    }
    return phrases;
  }
}
