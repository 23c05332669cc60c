package org.inkstone.service.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the chosen spans into links, and the words between them into unlinked ones. */
final class LinkBuilder {
  private static final double CLOSE = 0.2;
  private static final Pattern RELATIVE =
      Pattern.compile(
          "(?i)\\b(last|next|this|previous|past|coming|current) (year|month|week|quarter|weekend)\\b"
              + "|\\b(yesterday|tomorrow)\\b"
              + "|去年|今年|明年|前年|上个月|下个月|这个月|本月|上周|下周|本周|昨天|明天|上季度|下季度|本季度"
              // deeds that no formula does
              + "|总结|邮件|翻译|预测|\\b(translate|forecast|predict|summarise|summarize)\\b");
  private static final String ACTS = "有卖签挂买交做请管花";
  private static final Set<Cue> DEFINING = Set.of(Cue.SUBTRACT, Cue.DIVIDE, Cue.MULTIPLY, Cue.ADD);

  private final String request;
  private final List<Word> words;
  private final List<Span> spans;
  private final List<Link> links = new ArrayList<>();
  private final List<Links.Unlinked> unlinked = new ArrayList<>();
  private final Surroundings surroundings;
  private final boolean unnamed;

  /**
   * @param unnamed whether the tables have no names that say what their rows are
   */
  LinkBuilder(String request, List<Word> words, List<Span> spans, boolean unnamed) {
    this.unnamed = unnamed;
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
    addRelativePeriods();
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
      boolean labels = behind(word, Target.Quote.class) >= 2;
      boolean meant =
          "(（".contains(word.text())
              && columns >= 1
              && (behind(word, Target.Value.class) > 0 || behind(word, Target.Number.class) > 0);
      if (opens && (labels || meant || columns >= 2 || defined && (computes || written))
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

  /**
   * "Last year", 上个月, where no day to count from is known or the data hold nothing of that time;
   * and deeds that no formula does.
   */
  private void addRelativePeriods() {
    Matcher matcher = RELATIVE.matcher(request);
    while (matcher.find()) {
      int start = matcher.start();
      int end = matcher.end();
      boolean known =
          links.stream()
              .anyMatch(l ->
                  l.start() < end
                      && l.end() > start
                      && (l.target() instanceof Target.Column
                          || l.target() instanceof Target.Value
                          || l.target() instanceof Target.Period));
      boolean compared =
          request.substring(0, start).matches("(?is).*(比|环比|较|versus|vs|to|with|from)( the)? *");
      boolean ofData =
          Pattern.matches("(?is).*\\b(what|which|name)\\b.*\\bthe\\s*", request.substring(0, start))
              || Pattern.matches(
                  "(?is)\\s+(that|in which|when|where|for which|with)\\b.*",
                  request.substring(end));
      if (!known && !compared && !ofData) {
        unlinked.add(new Links.Unlinked(start, end, matcher.group(), false, false));
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
      if (word.kind() == Word.Kind.HAN && end - at == 1) {
        end = nameEnd(end);
      }
      boolean says =
          word.kind() == Word.Kind.HAN
              ? end - at > 1
              : word.kind() == Word.Kind.LATIN && (word.text().length() > 1 || isName(word));
      if (says && !surroundings.isHarmless(at, end)) {
        boolean likeValue =
            word.kind() == Word.Kind.HAN
                ? beforeOf(end) || acts(end)
                : at > 0 && word.isCapitalized();
        int start = word.start();
        int stop = words.get(end - 1).end();
        boolean open = unnamed && !likeValue && surroundings.isSubject(at, end);
        String text = request.substring(start, stop);
        unlinked.add(new Links.Unlinked(start, stop, text, likeValue, open));
      }
      at = end;
    }
  }

  /** 成都 of 成都的满意度: a lone character and particles up to 的 are a name that is not known. */
  private int nameEnd(int after) {
    int end = after;
    while (end < words.size() && isParticle(end) && !words.get(end).text().equals("的")) {
      end++;
    }
    boolean named = end > after && beforeOf(end);
    return named ? end : after;
  }

  private boolean isParticle(int at) {
    return spans.stream()
        .anyMatch(s ->
            s.from() == at
                && s.to() == at + 1
                && s.meanings().stream().allMatch(m -> m.target() == null));
  }

  /** A lone capital letter names something, such as block D. */
  private static boolean isName(Word word) {
    return word.isCapitalized() && !word.text().equals("A") && !word.text().equals("I");
  }

  /** Whether what somebody or something did follows, as in 周涛签了几份. */
  private boolean acts(int at) {
    return at < words.size() && ACTS.contains(words.get(at).text());
  }

  /** Whether 的 follows, as in 苏州店的金额. */
  private boolean beforeOf(int at) {
    return at < words.size() && words.get(at).text().equals("的");
  }
}
