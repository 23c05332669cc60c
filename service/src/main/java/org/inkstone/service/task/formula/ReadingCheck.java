package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.inkstone.service.plan.Language;
import org.inkstone.service.plan.algebra.PlanSentence;
import org.inkstone.service.plan.rank.Ranked;
import org.inkstone.service.plan.rank.Ranker;
import org.inkstone.service.verify.Finding;
import org.inkstone.service.verify.Verdict;

/** Whether the best composed candidate is the only probable reading of the request. */
final class ReadingCheck {
  static final String NAME = "reading";

  private final Ranker ranker;

  ReadingCheck(Ranker ranker) {
    this.ranker = ranker;
  }

  /**
   * Adds the finding to the first candidate, if it was composed.
   *
   * @param examined the best first
   */
  List<Examined> of(Question question, List<Examined> examined) {
    List<Ranked> left =
        examined.stream()
            .filter(e -> !(e.verdict() instanceof Verdict.Rejected))
            .map(e -> e.candidate().ranked())
            .filter(Objects::nonNull)
            .toList();
    if (left.isEmpty()) {
      return examined;
    }
    Examined first = examined.getFirst();
    if (first.candidate().ranked() == null || first.verdict() instanceof Verdict.Rejected) {
      return examined;
    }
    List<Finding> findings = new ArrayList<>(first.verdict().findings());
    findings.removeIf(f -> f.check().equals(NAME));
    findings.add(finding(question, left));
    List<Examined> all = new ArrayList<>(examined);
    all.set(
        0,
        new Examined(
            first.candidate(),
            first.answer(),
            FormulaVerifier.verdict(first.candidate(), findings),
            first.reactions()));
    return all;
  }

  private Finding finding(Question question, List<Ranked> left) {
    boolean chinese = question.language() == Language.CHINESE;
    double probability = ranker.probability(left, question.links(), question.followUp() != null);
    String percent = String.format(Locale.ROOT, "%.0f %%", 100 * probability);
    if (probability >= Ranker.SURE) {
      return Finding.passed(
          NAME, chinese ? "唯一可能的理解，概率 " + percent : "the only probable reading, " + percent);
    }
    String other =
        left.size() == 1
            ? ""
            : (chinese ? "；也可能是：" : "; it may also be: ")
                + PlanSentence.of(left.get(1).meaning().plain().plan(), question.language());
    return Finding.doubt(
        NAME,
        (chinese ? "这样理解的概率为 " + percent : "this reading is " + percent + " probable") + other);
  }
}
