package org.inkstone.service.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns the chosen spans into links, and the words between them into unlinked ones. */
final class LinkBuilder {
  private static final double CLOSE = 0.2;
  private static final Set<Cue> DEFINING = Set.of(Cue.SUBTRACT, Cue.DIVIDE, Cue.MULTIPLY, Cue.ADD);

  private final String request;
  private final List<Word> words;
  private final List<Span> spans;
  private final List<Link> links = new ArrayList<>();
  private final List<Links.Unlinked> unlinked = new ArrayList<>();
  private final Surroundings surroundings;

  LinkBuilder(String request, List<Word> words, List<Span> spans) {
    this.request = request;
    this.words = words;
    this.spans = spans;
    this.surroundings = new Surroundings(words, spans);
  }

  Links build() {
    int at = 0;
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      addUnlinked(at, span.from());
      addLinks(span);
      at = span.to();
    }
    addUnlinked(at, words.size());
    dropTitle();
    return new Links(request, Language.of(request), links, unlinked);
  }

  /**
   * Words before a colon or a bracket name what the words behind define, as in "margin: price minus
   * cost"; they need no link of their own.
   */
  private void dropTitle() {
    for (Word word : words) {
      boolean sign = word.kind() == Word.Kind.SIGN;
      boolean opens = sign && ":：(（=＝".contains(word.text());
      boolean pauses = sign && ",，;；".contains(word.text());
      long columns = behind(word, Target.Column.class);
      boolean computes =
          links.stream()
              .anyMatch(l ->
                  l.start() > word.start()
                      && l.target() instanceof Target.Construction c
                      && DEFINING.contains(c.cue()));
      boolean written = request.substring(word.end()).matches("(?s).*[-+*/×÷＋－].*");
      boolean defined = columns >= 2 || columns == 1 && behind(word, Target.Number.class) > 0;
      boolean labels = columns >= 1 && behind(word, Target.Quote.class) >= 2;
      if (opens && (labels || columns >= 2 || defined && (computes || written))
          || pauses && columns >= 2 && (computes || written)) {
        unlinked.removeIf(u -> u.end() <= word.start());
        return;
      }
    }
  }

  private long behind(Word word, Class<? extends Target> kind) {
    return links.stream()
        .filter(l -> l.start() > word.start() && kind.isInstance(l.target()))
        .map(Link::start)
        .distinct()
        .count();
  }

  private void addLinks(Span span) {
    int start = words.get(span.from()).start();
    int end = words.get(span.to() - 1).end();
    for (Span.Meaning meaning : span.meanings()) {
      if (meaning.target() != null && meaning.score() >= span.best() - CLOSE) {
        String text = request.substring(start, end);
        links.add(new Link(start, end, text, meaning.target(), meaning.score(), meaning.how()));
      }
    }
  }

  /** Runs of Chinese characters, and Latin words one by one. Single characters are particles. */
  private void addUnlinked(int from, int to) {
    int at = from;
    while (at < to) {
      Word word = words.get(at);
      int end = at + 1;
      if (word.kind() == Word.Kind.HAN) {
        while (end < to && words.get(end).kind() == Word.Kind.HAN) {
          end++;
        }
      }
      boolean says =
          word.kind() == Word.Kind.HAN
              ? end - at > 1
              : word.kind() == Word.Kind.LATIN && (word.text().length() > 1 || isName(word));
      if (says && !surroundings.isHarmless(at, end)) {
        boolean likeValue =
            word.kind() == Word.Kind.HAN ? beforeOf(end) : at > 0 && word.isCapitalized();
        int start = word.start();
        int stop = words.get(end - 1).end();
        unlinked.add(new Links.Unlinked(start, stop, request.substring(start, stop), likeValue));
      }
      at = end;
    }
  }

  /** A lone capital letter names something, such as block D. */
  private static boolean isName(Word word) {
    return word.isCapitalized() && !word.text().equals("A") && !word.text().equals("I");
  }

  /** Whether 的 follows, as in 苏州店的金额. */
  private boolean beforeOf(int at) {
    return at < words.size() && words.get(at).text().equals("的");
  }
}
