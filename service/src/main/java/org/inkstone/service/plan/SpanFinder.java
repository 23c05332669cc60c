package org.inkstone.service.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds every span of a request that may mean something. */
final class SpanFinder {
  private static final String OPENING = "\"“‘「『'";
  private static final String CLOSING = "\"”’」』'";

  private static final String COUNTED = "个人位名条笔种家单项次件场只份套台辆间座本门支张元块分年月日天岁级档科倍成折点小楼号班组号周季期轮届层行列字";
  private static final String LEADING = "过超大小于前后第每是为这有近共取保留达到至满占乘以除加减比低高多少不在从和或、，,二三四五六七八九十百千";

  private static final java.util.Set<String> SHOWING =
      java.util.Set.of("show", "put", "mark", "label", "display", "print", "writ", "write");

  private final String text;
  private final List<Word> words;
  private final Entries entries;
  private final PeriodReader periods;
  private final Map<Long, List<Span.Meaning>> found = new LinkedHashMap<>();

  private SpanFinder(String text, List<Word> words, Entries entries, PeriodReader periods) {
    this.text = text;
    this.words = words;
    this.entries = entries;
    this.periods = periods;
  }

  static List<Span> find(
      String text, List<Word> words, Entries entries, PeriodReader periods, Schema schema) {
    SpanFinder finder = new SpanFinder(text, words, entries, periods);
    for (int at = 0; at < words.size(); at++) {
      finder.addEntries(at);
      finder.addNumbers(at);
      finder.addSigns(at);
      finder.addLast(at);
    }
    finder.addQuotes();
    finder.addLabels();
    PartFinder.find(words, schema, finder::add);
    return finder.spans();
  }

  private List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    found.forEach(
        (key, meanings) -> spans.add(new Span((int) (key >> 32), key.intValue(), meanings)));
    return spans;
  }

  private void add(int from, int to, Span.Meaning meaning) {
    found.computeIfAbsent((long) from << 32 | to, k -> new ArrayList<>()).add(meaning);
  }

  private void addEntries(int at) {
    for (Entry entry : entries.startingWith(words.get(at).key())) {
      int end = matchEnd(entry.keys(), at);
      if (end > 0
          && !isParticle(entry, at, end)
          && !isAspect(entry, end)
          && !isPurchase(entry, at, end)
          && !isOtherForm(entry, at)) {
        add(at, end, new Span.Meaning(entry.target(), entry.score(), entry.how()));
      }
    }
  }

  /**
   * A value that is one character and a particle too, such as 是, counts only where it is set off.
   */
  private boolean isParticle(Entry entry, int at, int end) {
    boolean doubtful =
        entry.target() instanceof Target.Value
            && end == at + 1
            && words.get(at).kind() == Word.Kind.HAN
            && Lexicon.get().ignored().contains(entry.keys());
    boolean setOff =
        at > 0 && "（(\"“「『为是=：:".contains(words.get(at - 1).text())
            || end == words.size()
            || ")）”」』".contains(words.get(end).text());
    return doubtful && !setOff;
  }

  /** 过 compares only before a number; behind a verb it says that something has been done. */
  private boolean isAspect(Entry entry, int end) {
    boolean compares =
        entry.target() instanceof Target.Construction c
            && c.cue() == Cue.GREATER
            && (entry.keys().equals(List.of("过")) || entry.keys().equals(List.of("超")));
    boolean number =
        end < words.size()
            && (Character.isDigit(words.get(end).text().codePointAt(0))
                || "一二两三四五六七八九十百千万亿半".contains(words.get(end).text()));
    return compares && !number && entry.keys().equals(List.of("过"));
  }

  /** "Order" sorts only as "ordered" or "order by"; else it is what somebody bought. */
  private boolean isPurchase(Entry entry, int at, int end) {
    boolean sorts =
        entry.target() instanceof Target.Construction c
            && c.cue() == Cue.SORT
            && entry.keys().getFirst().equals("order");
    String word = Words.normalize(words.get(at).text());
    return sorts && !word.equals("ordered") && !(word.equals("order") && end > at + 1);
  }

  /** "Meaning" explains what was said, only "mean" averages; "time" is not "times". */
  private boolean isOtherForm(Entry entry, int at) {
    boolean time =
        entry.target() instanceof Target.Construction t
            && t.cue() == Cue.MULTIPLY
            && Words.normalize(words.get(at).text()).equals("time");
    if (time) {
      return true; // only "times" multiplies
    }
    return entry.target() instanceof Target.Construction c
        && c.cue() == Cue.AVERAGE
        && Words.normalize(words.get(at).text()).equals("meaning");
  }

  /** Behind the entry's last word if all of them stand here, signs between them or not; else -1. */
  private int matchEnd(List<String> keys, int at) {
    int next = at;
    for (int k = 0; k < keys.size(); next++) {
      if (next == words.size()) {
        return -1;
      } else if (words.get(next).key().equals(keys.get(k))) {
        k++;
      } else if (words.get(next).kind() != Word.Kind.SIGN || !isJoiner(words.get(next))) {
        return -1;
      }
    }
    return next;
  }

  private static boolean isJoiner(Word sign) {
    return "-_/.()（）&·+".contains(sign.text());
  }

  /** "Which one came last": at the end of a clause it is a superlative. */
  private void addLast(int at) {
    boolean ends = at + 1 == words.size() || words.get(at + 1).kind() == Word.Kind.SIGN;
    if (words.get(at).key().equals("last") && ends && at > 0) {
      add(at, at + 1, new Span.Meaning(new Target.Construction(Cue.MAX), 0.8, "construction"));
    }
  }

  /** Comparisons that are written as signs. */
  private void addSigns(int at) {
    String first = words.get(at).text();
    boolean share =
        "%％".contains(first)
            && at + 1 < words.size()
            && words.get(at + 1).key().equals("of")
            && (at == 0 || !Character.isDigit(words.get(at - 1).text().codePointAt(0)));
    if (share) {
      add(at, at + 2, new Span.Meaning(new Target.Construction(Cue.SHARE), 0.9, "sign"));
    }
    if (words.get(at).kind() != Word.Kind.SIGN || at == 0 || !"<>≥≤＞＜".contains(first)) {
      return;
    }
    boolean equal = at + 1 < words.size() && "=＝".contains(words.get(at + 1).text());
    Cue cue =
        switch (first) {
          case "<", "＜" -> equal ? Cue.AT_MOST : Cue.LESS;
          case ">", "＞" -> equal ? Cue.AT_LEAST : Cue.GREATER;
          case "≥" -> Cue.AT_LEAST;
          default -> Cue.AT_MOST;
        };
    Target target = new Target.Construction(cue);
    add(at, equal ? at + 2 : at + 1, new Span.Meaning(target, 1, "sign"));
  }

  private void addNumbers(int at) {
    int start = words.get(at).start();
    if (at > 0
        && words.get(at - 1).end() == start
        && words.get(at).kind() == Word.Kind.LATIN
        && words.get(at - 1).kind() == Word.Kind.SIGN
        && "-".equals(words.get(at - 1).text())
        && at > 1
        && words.get(at - 2).kind() == Word.Kind.LATIN
        && words.get(at - 2).end() == words.get(at - 1).start()
        && !isSubtracted(at)) {
      return; // the middle of a code such as INV-001 is no number
    }
    Optional<PeriodReader.Found> period = periods.at(text, start);
    period.ifPresent(p -> addAt(at, p.end(), p.period(), 1, p.relative() ? "relative" : "number"));
    if (!isInName(at)) {
      NumberReader.at(text, start).ifPresent(n -> addAt(at, n.end(), n.target(), 0.95, "number"));
    }
  }

  /** 5% of (1-5%): in brackets behind a number, it is taken from that. */
  private boolean isSubtracted(int at) {
    return at > 2
        && "(（".contains(words.get(at - 3).text())
        && words.get(at - 2).text().chars().allMatch(Character::isDigit);
  }

  /** 五 of 王五: a lone Chinese numeral is a number only beside what is counted or compared. */
  private boolean isInName(int at) {
    String word = words.get(at).text();
    if ("二三四五六七八九十".indexOf(word) < 0 || word.length() > 1) {
      return false;
    }
    String next = at + 1 < words.size() ? words.get(at + 1).text() : "";
    String before = at > 0 ? words.get(at - 1).text() : "";
    boolean counted = !next.isEmpty() && (COUNTED.contains(next) || "二三四五六七八九十百千万亿".contains(next));
    boolean compared = before.isEmpty() || LEADING.contains(before);
    return !counted && !compared && words.get(at > 0 ? at - 1 : at).kind() == Word.Kind.HAN;
  }

  private void addAt(int at, int end, Target target, double score, String how) {
    int to = at;
    while (to < words.size() && words.get(to).end() <= end) {
      to++;
    }
    if (to > at && words.get(to - 1).end() == end) {
      add(at, to, new Span.Meaning(target, score, how));
    }
  }

  /** "Show Overdue if …": a capitalized word that is to be written, where nothing holds it. */
  private void addLabels() {
    for (int at = 1; at < words.size(); at++) {
      boolean held =
          found.getOrDefault((long) at << 32 | (at + 1), List.of()).stream()
              .anyMatch(
                  m -> m.target() instanceof Target.Column || m.target() instanceof Target.Value);
      if (words.get(at).isCapitalized() && SHOWING.contains(words.get(at - 1).key()) && !held) {
        add(at, at + 1, new Span.Meaning(new Target.Quote(words.get(at).text()), 1, "label"));
      }
    }
  }

  /** Texts between quotation marks, from left to right: a mark that closes one opens no other. */
  private void addQuotes() {
    for (int at = 0; at < words.size(); at++) {
      int kind = OPENING.indexOf(words.get(at).text());
      int close = words.get(at).kind() == Word.Kind.SIGN && kind >= 0 ? closing(at, kind) : -1;
      if (close > 0) {
        String inside = text.substring(words.get(at).end(), words.get(close).start());
        add(at, close + 1, new Span.Meaning(new Target.Quote(inside), 1, "quoted"));
        at = close;
      }
    }
  }

  private int closing(int at, int kind) {
    for (int to = at + 1; to < words.size(); to++) {
      if (words.get(to).text().charAt(0) == CLOSING.charAt(kind)) {
        return to;
      }
    }
    return -1;
  }
}
