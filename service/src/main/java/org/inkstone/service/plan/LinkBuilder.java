package org.inkstone.service.plan;

import java.util.ArrayList;
import java.util.List;

/** Turns the chosen spans into links, and the words between them into unlinked ones. */
final class LinkBuilder {
  private static final double CLOSE = 0.2;

  private final String request;
  private final List<Word> words;
  private final List<Span> spans;
  private final List<Link> links = new ArrayList<>();
  private final List<Links.Unlinked> unlinked = new ArrayList<>();

  LinkBuilder(String request, List<Word> words, List<Span> spans) {
    this.request = request;
    this.words = words;
    this.spans = spans;
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
      boolean opens = word.kind() == Word.Kind.SIGN && ":：(（".contains(word.text());
      long behind =
          links.stream()
              .filter(l -> l.start() > word.start() && l.target() instanceof Target.Column)
              .map(Link::start)
              .distinct()
              .count();
      if (opens && behind >= 2) {
        unlinked.removeIf(u -> u.end() <= word.start());
        return;
      }
    }
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
              : word.kind() == Word.Kind.LATIN && word.text().length() > 1;
      if (says) {
        boolean likeValue =
            word.kind() == Word.Kind.HAN ? beforeOf(end) : at > 0 && word.isCapitalized();
        int start = word.start();
        int stop = words.get(end - 1).end();
        unlinked.add(new Links.Unlinked(start, stop, request.substring(start, stop), likeValue));
      }
      at = end;
    }
  }

  /** Whether 的 follows, as in 苏州店的金额. */
  private boolean beforeOf(int at) {
    return at < words.size() && words.get(at).text().equals("的");
  }
}
