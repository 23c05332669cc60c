package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Target;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.table.ColumnType;
import org.inkstone.service.verify.Finding;

/**
 * What is computed is what was asked: no operation without a word, no word without its operation.
 */
final class OperationChecks {
  static final Check ASKED = Check.of("operations_asked", OperationChecks::asked);
  static final Check DONE = Check.of("operations_done", OperationChecks::done);

  /** Words of these can't be there for anything else. */
  private static final Set<Cue> BINDING =
      EnumSet.of(
          Cue.AVERAGE,
          Cue.MAX,
          Cue.MIN,
          Cue.MEDIAN,
          Cue.DEVIATION,
          Cue.MODE,
          Cue.DISTINCT,
          Cue.SORT,
          Cue.RANK,
          Cue.NEGATION,
          Cue.BLANK,
          Cue.SHARE,
          Cue.DIVIDE,
          Cue.MULTIPLY,
          Cue.SUBTRACT,
          Cue.WEIGHTED,
          Cue.ROUND,
          Cue.WORKDAYS,
          Cue.FINANCE,
          Cue.JOIN,
          Cue.GREATER,
          Cue.AT_LEAST,
          Cue.LESS,
          Cue.AT_MOST,
          Cue.BETWEEN,
          Cue.FILL_ERROR,
          Cue.CONTAINS);

  /** Words of these ask for more than a cell as it is. */
  private static final Set<Cue> MAKING =
      EnumSet.of(Cue.TEXT, Cue.JOIN, Cue.DATE_PART, Cue.DATE_SHIFT, Cue.CONDITION, Cue.BAND);

  private OperationChecks() {}

  private static Finding asked(Answer answer) {
    Links links = answer.question().links();
    List<String> unasked = new ArrayList<>();
    List<String> unsure = new ArrayList<>();
    ExprTree.nodes(answer.named())
        .forEach(node -> {
          if (node instanceof Expr.Call call) {
            judge(call, links, unasked, unsure);
          } else if (node instanceof Expr.Binary binary) {
            Set<Cue> cues = Operations.of(binary);
            if (!cues.isEmpty() && cues.stream().noneMatch(links::has)) {
              unasked.add(binary.operator().symbol());
            }
          }
        });
    if (!unasked.isEmpty()) {
      return Finding.fault(ASKED.name(), "no word of the request asks for " + unasked);
    }
    return unsure.isEmpty()
        ? Finding.passed(ASKED.name(), "each operation is worded by the request")
        : Finding.doubt(ASKED.name(), "no word of the request says that it wants " + unsure);
  }

  private static void judge(
      Expr.Call call, Links links, List<String> unasked, List<String> unsure) {
    Set<Cue> cues = Operations.of(call);
    if (cues == null) {
      unsure.add(call.function());
    } else if (!cues.isEmpty() && cues.stream().noneMatch(links::has)) {
      boolean usual =
          call.function().startsWith("SUM") && links.cues().stream().noneMatch(Cue::isAggregate);
      if (call.function().startsWith("SUM") && countsMeasure(links)) {
        return;
      }
      boolean named =
          !links.all(Target.Value.class).isEmpty() || !links.all(Target.Number.class).isEmpty();
      boolean byValue =
          cues.contains(Cue.LOOKUP) && named && links.cues().stream().noneMatch(Cue::isAggregate);
      boolean byQuote =
          call.function().startsWith("IF") && !links.all(Target.Quote.class).isEmpty();
      boolean byPeriod = cues.contains(Cue.DATE_PART) && !links.all(Target.Period.class).isEmpty();
      if (usual) {
        unsure.add(call.function());
      } else if (!byValue && !byQuote && !byPeriod) {
        unasked.add(call.function());
      }
    }
  }

  /** "How many units" asks for the sum of the units, not for the number of rows. */
  private static boolean countsMeasure(Links links) {
    return links
        .linksTo(Target.Column.class)
        .filter(l ->
            l.target() instanceof Target.Column c
                && c.column().type() == ColumnType.NUMBER
                && c.column().index() > 0)
        .anyMatch(l -> Spans.isRightBefore(links, Cue.COUNT, l));
  }

  /** 有几种产品 counts kinds where the column behind holds one more than once. */
  private static boolean countsKinds(Links links) {
    return links
        .linksTo(Target.Column.class)
        .filter(l -> Spans.isRightBefore(links, Cue.DISTINCT, l))
        .map(l -> ((Target.Column) l.target()).column().profile())
        .anyMatch(p -> p.distinct() < p.rows() - p.blanks());
  }

  private static Finding done(Answer answer) {
    Set<Cue> carriedOut = carriedOut(answer);
    List<String> missing = new ArrayList<>();
    for (List<Link> group : Spans.of(answer.question().links())) {
      List<Cue> cues = Spans.cues(group);
      boolean binding = cues.size() == group.size() && BINDING.containsAll(cues);
      if (binding && cues.stream().noneMatch(carriedOut::contains)) {
        missing.add(group.getFirst().words());
      }
    }
    Links links = answer.question().links();
    if (countsKinds(links) && !carriedOut.contains(Cue.DISTINCT)) {
      missing.add("different");
    }
    if (answer.named() instanceof Expr.TableRef
        && links.cues().stream().anyMatch(MAKING::contains)) {
      missing.add("anything");
    }
    if (countsMeasure(links) && carriedOut.contains(Cue.SUM)) {
      carriedOut.add(Cue.COUNT);
    }
    Set<Cue> aggregates =
        links.cues().stream().filter(Cue::isAggregate).collect(Collectors.toSet());
    if (!aggregates.isEmpty() && aggregates.stream().noneMatch(carriedOut::contains)) {
      missing.add(aggregates.toString().toLowerCase(Locale.ROOT));
    }
    return missing.isEmpty()
        ? Finding.passed(DONE.name(), "each operation that the request words is carried out")
        : Finding.fault(DONE.name(), "not carried out: " + missing);
  }

  private static Set<Cue> carriedOut(Answer answer) {
    Set<Cue> cues = EnumSet.noneOf(Cue.class);
    ExprTree.nodes(answer.named())
        .forEach(node -> {
          if (node instanceof Expr.Call call) {
            cues.addAll(Operations.carriedOutBy(call));
            addParts(call, cues);
          } else if (node instanceof Expr.Binary binary) {
            cues.addAll(Operations.of(binary));
          }
        });
    addComparisons(answer, cues);
    return cues;
  }

  private static void addParts(Expr.Call call, Set<Cue> cues) {
    switch (call.function()) {
      case "SUMPRODUCT", "PRODUCT" -> cues.add(Cue.MULTIPLY);
      case "ISBLANK" -> cues.addAll(EnumSet.of(Cue.BLANK, Cue.NEGATION));
      case "NOT" -> cues.add(Cue.NEGATION);
      case "COUNTBLANK" -> cues.add(Cue.NEGATION);
      case "DAYS", "DATEDIF" -> cues.add(Cue.SUBTRACT);
      case "SUM" -> cues.add(Cue.ADD);
      default -> {}
    }
  }

  private static void addComparisons(Answer answer, Set<Cue> cues) {
    for (Condition condition : answer.conditions()) {
      BinaryOperator operator = condition.operator();
      switch (operator) {
        case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL ->
            cues.addAll(EnumSet.of(Cue.GREATER, Cue.AT_LEAST, Cue.LESS, Cue.AT_MOST, Cue.BETWEEN));
        case NOT_EQUAL -> cues.add(Cue.NEGATION);
        default -> {}
      }
      if (condition.bound() instanceof Condition.TextBound text) {
        addTextBound(text, cues);
      }
    }
  }

  private static void addTextBound(Condition.TextBound text, Set<Cue> cues) {
    if (text.value().isEmpty()) {
      cues.addAll(EnumSet.of(Cue.BLANK, Cue.NEGATION, Cue.FILL_ERROR));
    } else if (text.isPattern()) {
      cues.add(Cue.CONTAINS);
    } else if (Set.of("no", "n", "否", "false").contains(text.value().toLowerCase(Locale.ROOT))) {
      cues.add(Cue.NEGATION);
    }
  }
}
