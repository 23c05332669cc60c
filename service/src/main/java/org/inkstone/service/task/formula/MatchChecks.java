package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.Words;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.table.CellReading;
import org.inkstone.service.sheet.table.ColumnType;
import org.inkstone.service.verify.Finding;

/** The rows that a formula takes are all rows that the words may mean. */
final class MatchChecks {
  static final Check WHOLE = Check.of("whole_values", MatchChecks::whole);
  static final Check COUNTED = Check.of("counted_rows", MatchChecks::counted);

  static final Check ELSEWHERE = Check.of("value_column", MatchChecks::elsewhere);
  static final Check POLARITY = Check.of("blank_or_filled", MatchChecks::polarity);
  static final Check RESULT = Check.of("result_asked", MatchChecks::result);

  private static final Pattern SEPARATOR = Pattern.compile("[,;/\\n、，；]");
  private static final Pattern WHICH =
      Pattern.compile(
          "^\\s*(?:in |on |at |from |for )?(which|what|哪个|哪一个|哪位)\\s*", Pattern.CASE_INSENSITIVE);
  private static final int MOST_SHOWN = 3;
  private static final double NAMED = 0.9;

  private MatchChecks() {}

  /** Other cells hold the same words as a part, and are not taken. */
  private static Finding whole(Answer answer) {
    Set<String> doubts = new TreeSet<>();
    for (Condition condition : answer.conditions()) {
      if (condition.operator() == BinaryOperator.EQUAL
          && condition.bound() instanceof Condition.TextBound text
          && !text.isPattern()) {
        for (Link link : answer.question().links().links()) {
          if (link.target() instanceof Target.Value value
              && value.column().isSame(condition.column())
              && value.value().equalsIgnoreCase(text.value())) {
            others(answer, link, value).stream().limit(MOST_SHOWN).forEach(doubts::add);
          }
        }
      }
    }
    return doubts.isEmpty()
        ? Finding.passed(WHOLE.name(), "no other text of the column holds the words asked for")
        : Finding.doubt(WHOLE.name(), "other cells hold the same words: " + doubts);
  }

  /** Texts that are not taken although they hold the words, alone or in a list. */
  private static List<String> others(Answer answer, Link link, Target.Value value) {
    List<String> words = Words.keys(link.words());
    List<String> others = new ArrayList<>();
    for (String text : value.column().texts()) {
      boolean taken = isTaken(answer, value.column(), text);
      if (!taken && (value.whole() ? isListed(words, text) : holds(words, text))) {
        others.add(text.strip());
      }
    }
    return others;
  }

  private static boolean isTaken(Answer answer, ColumnView column, String text) {
    return answer.conditions().stream()
        .anyMatch(c ->
            c.column().isSame(column)
                && c.bound() instanceof Condition.TextBound bound
                && bound.value().equalsIgnoreCase(text.strip()));
  }

  private static boolean holds(List<String> words, String text) {
    return !words.isEmpty() && Collections.indexOfSubList(Words.keys(text), words) >= 0;
  }

  /** Whether it is one of several values of a cell, or the only one with a note or stray blanks. */
  private static boolean isListed(List<String> words, String text) {
    if (Words.keys(CellReading.NOTES.matcher(text).replaceAll("")).equals(words)) {
      return true;
    }
    String[] parts = SEPARATOR.split(text, -1);
    for (String part : parts) {
      if (parts.length > 1 && Words.keys(part).equals(words)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The same text stands in another column too, and the request names neither more than the other.
   */
  private static Finding elsewhere(Answer answer) {
    Links links = answer.question().links();
    for (Condition condition : answer.conditions()) {
      if (condition.operator() != BinaryOperator.EQUAL
          || !(condition.bound() instanceof Condition.TextBound text)) {
        continue;
      }
      double own = named(links, condition.column());
      for (Target.Value value : links.all(Target.Value.class)) {
        ColumnView other = value.column();
        boolean alike =
            value.whole()
                && value.value().equalsIgnoreCase(text.value())
                && other.table().equals(condition.column().table())
                && !other.isSame(condition.column());
        boolean used = answer.columns().contains(other);
        if (alike && !used && named(links, other) >= own) {
          return Finding.doubt(
              ELSEWHERE.name(),
              "\"" + text.value() + "\" stands in " + other.reference() + " as well");
        }
      }
    }
    return Finding.passed(
        ELSEWHERE.name(), "each value stands in one column, or its column is named");
  }

  private static double named(Links links, ColumnView column) {
    return links
        .linksTo(Target.Column.class)
        .filter(l -> ((Target.Column) l.target()).column().isSame(column))
        .mapToDouble(Link::score)
        .max()
        .orElse(0);
  }

  /** Filled cells are taken where one word of the request asks for those that are not. */
  private static Finding polarity(Answer answer) {
    boolean filled =
        answer.conditions().stream()
            .anyMatch(c ->
                c.operator() == BinaryOperator.NOT_EQUAL
                    && c.bound() instanceof Condition.TextBound text
                    && text.value().isEmpty());
    boolean blank =
        answer.conditions().stream()
            .anyMatch(c ->
                c.operator() == BinaryOperator.EQUAL
                    && c.bound() instanceof Condition.TextBound text
                    && text.value().isEmpty());
    int denials = 0;
    int blanks = 0;
    for (List<Link> group : Spans.of(answer.question().links())) {
      List<Cue> cues = Spans.cues(group);
      denials += cues.contains(Cue.NEGATION) && !cues.contains(Cue.BLANK) ? 1 : 0;
      blanks += cues.contains(Cue.BLANK) ? 1 : 0;
    }
    boolean wrong = filled && !blank && denials + blanks > 0 && (denials == 0 || blanks == 0);
    return wrong
        ? Finding.doubt(POLARITY.name(), "takes the filled cells, a word asks for the others")
        : Finding.passed(POLARITY.name(), "blank or filled as the request says");
  }

  /** "Which year", "what city": the value comes from the column that the question word asks for. */
  private static Finding result(Answer answer) {
    Matcher which = WHICH.matcher(answer.question().links().request());
    List<ColumnView> given = resultColumns(answer);
    if (!which.find() || given.isEmpty()) {
      return Finding.passed(RESULT.name(), "no column is asked for by a question word");
    }
    List<ColumnView> asked =
        answer
            .question()
            .links()
            .linksTo(Target.Column.class)
            .filter(l -> l.start() == which.end() && l.score() >= NAMED)
            .map(l -> ((Target.Column) l.target()).column())
            .toList();
    if (!asked.isEmpty() && given.stream().noneMatch(g -> asked.stream().anyMatch(g::isSame))) {
      return Finding.doubt(RESULT.name(), "another column than the one asked for is given");
    }
    boolean measure = which.group(1).equalsIgnoreCase("which") && isMeasure(answer);
    return measure
        ? Finding.doubt(RESULT.name(), "a measure is given, one of several things was asked for")
        : Finding.passed(RESULT.name(), "the column that is asked for is given");
  }

  private static boolean isMeasure(Answer answer) {
    return answer.computed().values().stream()
            .allMatch(v -> v instanceof Scalar.Num n && (n.value() < 1000 || n.value() > 2199))
        && resultColumns(answer).stream().allMatch(c -> c.type() == ColumnType.NUMBER);
  }

  private static List<ColumnView> resultColumns(Answer answer) {
    Expr result = answer.named();
    while (result instanceof Expr.Call call && !call.arguments().isEmpty()) {
      result =
          call.function().equals("XLOOKUP") && call.arguments().size() > 2
              ? call.arguments().get(2)
              : Set.of("INDEX", "FILTER", "UNIQUE", "TAKE", "SORT", "SORTBY")
                      .contains(call.function())
                  ? call.arguments().getFirst()
                  : new Expr.Omitted();
    }
    return result instanceof Expr.TableRef ref ? answer.names().columns(ref) : List.of();
  }

  /** A name that only one row has is counted: the number is hardly what is asked for. */
  private static Finding counted(Answer answer) {
    if (isCount(answer.named())) {
      for (Condition condition : answer.conditions()) {
        if (condition.operator() == BinaryOperator.EQUAL
            && condition.bound() instanceof Condition.TextBound
            && isName(condition.column())) {
          return Finding.doubt(
              COUNTED.name(),
              "counts rows by " + condition.column().reference() + ", which hardly any rows share");
        }
      }
      if (answer.computed().first().scalar() instanceof Scalar.Num n
          && n.value() == 0
          && !answer.question().fillDown()) {
        return Finding.doubt(COUNTED.name(), "no row meets the conditions");
      }
    }
    return Finding.passed(COUNTED.name(), "what is counted may be more than one row");
  }

  private static boolean isName(ColumnView column) {
    int filled = column.profile().rows() - column.profile().blanks();
    return filled > 2 && 10 * column.profile().distinct() >= 9 * filled;
  }

  private static boolean isCount(Expr formula) {
    return formula instanceof Expr.Call call
        && (Set.of("COUNTIF", "COUNTIFS").contains(call.function())
            || call.function().equals("SUMPRODUCT") && call.arguments().size() == 1);
  }
}
