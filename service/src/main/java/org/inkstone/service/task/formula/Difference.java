package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.inkstone.service.plan.Language;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.PlanParts;
import org.inkstone.service.plan.algebra.PlanSentence;
import org.inkstone.service.plan.rank.Ranked;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.eval.Evaluation;
import org.inkstone.service.sheet.explain.ValueWords;
import org.jspecify.annotations.Nullable;

/**
 * What sets another reading of a request apart from the answer: conditions, and a value of both.
 */
final class Difference {
  private final Language language;
  private final boolean chinese;
  private final ValueWords words;
  private final int firstRow;
  private final boolean down;

  Difference(Question question) {
    this.language = question.language();
    this.chinese = language == Language.CHINESE;
    this.words = new ValueWords(chinese, question.schema().workbook().dateSystem());
    this.firstRow = question.place().cell().row() + 1;
    this.down = question.fillDown();
  }

  /** In one line; the answer's value stands last. */
  String of(Answer other, Answer answer) {
    List<String> parts = new ArrayList<>();
    Ranked otherPlan = other.candidate().ranked();
    Ranked plan = answer.candidate().ranked();
    if (otherPlan != null && plan != null) {
      conditions(otherPlan, plan, parts);
    }
    parts.add(values(other.computed(), answer.computed()));
    return String.join(chinese ? "；" : "; ", parts);
  }

  private void conditions(Ranked other, Ranked answer, List<String> parts) {
    List<Condition> theirs = leaves(other);
    List<Condition> ours = leaves(answer);
    String more = said(theirs, ours);
    String fewer = said(ours, theirs);
    if (!more.isEmpty()) {
      parts.add(chinese ? "只计" + more : "only where " + more);
    }
    if (!fewer.isEmpty()) {
      parts.add(chinese ? "不要求" + fewer : "whether or not " + fewer);
    }
  }

  private static List<Condition> leaves(Ranked ranked) {
    return PlanParts.of(ranked.meaning().plain().plan()).conditions().stream()
        .filter(c -> !(c instanceof Condition.All || c instanceof Condition.Any))
        .toList();
  }

  private String said(List<Condition> conditions, List<Condition> without) {
    return conditions.stream()
        .filter(c -> !without.contains(c))
        .map(c -> PlanSentence.of(c, language))
        .distinct()
        .collect(Collectors.joining(chinese ? "且" : " and "));
  }

  private String values(Computed other, Computed answer) {
    if (down) {
      for (int i = 0; i < Math.min(other.evaluations().size(), answer.evaluations().size()); i++) {
        Evaluation theirs = other.evaluations().get(i);
        Evaluation ours = answer.evaluations().get(i);
        if (!Computed.same(theirs.scalar(), ours.scalar())) {
          int row = firstRow + i;
          return (chinese ? "第" + row + "行：" : "in row " + row + ": ")
              + instead(of(theirs, 0), of(ours, 0));
        }
      }
    }
    List<List<Scalar>> theirs = other.first().rows();
    List<List<Scalar>> ours = answer.first().rows();
    if (theirs.size() == 1 && ours.size() == 1 || theirs.size() != ours.size()) {
      return instead(whole(other.first()), whole(answer.first()));
    }
    int at = 0;
    while (at < ours.size() - 1 && Computed.same(theirs.get(at), ours.get(at))) {
      at++;
    }
    return (chinese ? "列表第" + (at + 1) + "行：" : "in line " + (at + 1) + ": ")
        + instead(of(other.first(), at), of(answer.first(), at));
  }

  private String whole(Evaluation evaluation) {
    List<List<Scalar>> rows = evaluation.rows();
    return words.of(rows, rows.size(), rows.getFirst().size(), evaluation.format());
  }

  private String of(Evaluation evaluation, int row) {
    List<Scalar> cells = evaluation.rows().get(row);
    @Nullable String format = evaluation.format();
    return cells.stream()
        .map(c -> words.of(List.of(List.of(c)), 1, 1, format))
        .collect(Collectors.joining(chinese ? "、" : ", "));
  }

  private String instead(String theirs, String ours) {
    return chinese ? theirs + "，而不是" + ours : theirs + " instead of " + ours;
  }
}
