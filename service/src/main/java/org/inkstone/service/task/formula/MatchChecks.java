package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.Words;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.verify.Finding;

/** The rows that a formula takes are all rows that the words may mean. */
final class MatchChecks {
  static final Check WHOLE = Check.of("whole_values", MatchChecks::whole);
  static final Check COUNTED = Check.of("counted_rows", MatchChecks::counted);

  private static final Pattern SEPARATOR = Pattern.compile("[,;/\\n、，；]");
  private static final int MOST_SHOWN = 3;

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

  private static boolean isListed(List<String> words, String text) {
    String[] parts = SEPARATOR.split(text, -1);
    for (String part : parts) {
      if (parts.length > 1 && Words.keys(part).equals(words)) {
        return true;
      }
    }
    return false;
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
