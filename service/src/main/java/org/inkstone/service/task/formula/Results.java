package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.inkstone.sdk.model.FormulaAnswer;
import org.inkstone.sdk.model.FormulaProof;
import org.inkstone.sdk.model.Provenance;
import org.inkstone.sdk.model.Refusal;
import org.inkstone.sdk.model.TaskResult;
import org.inkstone.sdk.model.Verification;
import org.inkstone.service.plan.Language;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.PlanSentence;
import org.inkstone.service.plan.rank.Ranked;
import org.inkstone.service.sheet.eval.Traced;
import org.inkstone.service.verify.Finding;
import org.inkstone.service.verify.Verdict;
import org.jspecify.annotations.Nullable;

/** Makes the result that goes out from examined candidates. */
final class Results {
  private static final int MOST_ALTERNATIVES = 3;

  private final FormulaParts parts;
  private final Calculator calculator;

  Results(FormulaParts parts, Calculator calculator) {
    this.parts = parts;
    this.calculator = calculator;
  }

  /**
   * The best candidate if it may be given, else a refusal.
   *
   * @param state of the conversation with this answer; null where it can't be followed up
   */
  TaskResult<FormulaAnswer> of(
      String runId, FormulaWriter.Outcome outcome, @Nullable String state) {
    Question question = outcome.question();
    Examined best = outcome.best();
    if (best == null || best.answer() == null) {
      Refusal refusal = Refusals.noneLeft(question, outcome.examined());
      return refused(runId, question, refusal, outcome);
    }
    Answer answer = best.answer();
    FormulaAnswer value = value(answer, outcome, state);
    Verification verification = new Verification(checks(best), proof(answer, best));
    List<String> warnings = warnings(question, best);
    Provenance provenance = provenance(runId, outcome);
    return best.verdict() instanceof Verdict.Accepted
        ? new TaskResult.Verified<>(value, verification, warnings, provenance)
        : new TaskResult.Unverified<>(value, verification, warnings, provenance);
  }

  /** No answer. */
  TaskResult<FormulaAnswer> refused(
      String runId, Question question, Refusal refusal, FormulaWriter.@Nullable Outcome outcome) {
    List<Verification.Check> checks =
        outcome == null || outcome.examined().isEmpty()
            ? List.of()
            : checks(outcome.examined().getFirst());
    return new TaskResult.Refused<>(
        refusal, new Verification(checks, null), List.of(), provenance(runId, outcome));
  }

  private static List<Verification.Check> checks(Examined examined) {
    return examined.verdict().findings().stream().map(Finding::toCheck).toList();
  }

  private FormulaAnswer value(
      Answer answer, FormulaWriter.Outcome outcome, @Nullable String state) {
    TargetFormula target = TargetFormula.of(answer);
    Question question = answer.question();
    FormulaExplainer explainer =
        new FormulaExplainer(question.language(), question.schema(), question.place());
    Traced traced = calculator.trace(answer.ranges(), question.schema(), question.place());
    return new FormulaAnswer(
        target.canonical(),
        target.localized().text(),
        explainer.explain(
            traced,
            question.fillDown(),
            answer.candidate().ranked() == null ? null : meaning(answer)),
        explainer.tree(traced),
        Proofs.rangesRead(answer.computed()),
        alternatives(answer, outcome),
        state);
  }

  private static FormulaProof proof(Answer answer, Examined examined) {
    boolean chinese = answer.question().language() == Language.CHINESE;
    return Proofs.of(answer.executed(), examined.reactions(), true, chinese);
  }

  /** Other candidates that were not rejected and give another value. */
  private static List<FormulaAnswer.Alternative> alternatives(
      Answer answer, FormulaWriter.Outcome outcome) {
    List<FormulaAnswer.Alternative> alternatives = new ArrayList<>();
    Difference difference = new Difference(answer.question());
    for (Examined other : outcome.examined()) {
      Answer answered = other.answer();
      if (answered == null || other.verdict() instanceof Verdict.Rejected) {
        continue;
      }
      boolean differs = !answered.computed().sameAs(answer.computed());
      if (differs && alternatives.size() < MOST_ALTERNATIVES) {
        alternatives.add(
            new FormulaAnswer.Alternative(
                TargetFormula.of(answered).canonical(),
                CellValues.cell(answered.computed().first().scalar()),
                difference.of(answered, answer),
                meaning(answered)));
      }
    }
    return alternatives;
  }

  /** What a composed formula computes, in a sentence; of another one its tree in words. */
  private static String meaning(Answer answer) {
    Question question = answer.question();
    Ranked ranked = answer.candidate().ranked();
    return ranked == null
        ? FormulaExplainer.words(question.language(), question.schema(), question.place())
            .of(answer.named())
        : PlanSentence.of(ranked.meaning().plain().plan(), question.language());
  }

  private static List<String> warnings(Question question, Examined best) {
    boolean chinese = question.language() == Language.CHINESE;
    List<String> warnings = new ArrayList<>(countedPeriods(question));
    for (Finding finding : best.verdict().findings()) {
      if (!finding.harmless()) {
        warnings.add(
            (chinese ? "未能证实：" : "not proved: ") + finding.check() + ": " + finding.detail());
      } else if (!finding.passed() && !isWeighed(finding, best)) {
        warnings.add(finding.detail());
      }
    }
    Answer answer = best.answer();
    if (answer != null) {
      warnings.addAll(TargetFormula.of(answer).warnings(question.language()));
      warnings.addAll(answer.computed().first().warnings());
    }
    return warnings;
  }

  /** How "last month" was read. */
  private static List<String> countedPeriods(Question question) {
    return question.links().links().stream()
        .filter(l -> l.how().equals("relative") && l.target() instanceof Target.Period)
        .map(l -> {
          Target.Period period = (Target.Period) l.target();
          return question.language() == Language.CHINESE
              ? "“" + l.words() + "”按 " + period.from() + " 至 " + period.to().minusDays(1) + " 计算"
              : "\""
                  + l.words()
                  + "\" was read as "
                  + period.from()
                  + " to "
                  + period.to().minusDays(1);
        })
        .distinct()
        .toList();
  }

  /** What the ranker has weighed already is no warning. */
  private static boolean isWeighed(Finding finding, Examined best) {
    return best.candidate().explained() && FormulaVerifier.isOfTheWording(finding);
  }

  private Provenance provenance(String runId, FormulaWriter.@Nullable Outcome outcome) {
    Provenance.Usage usage = null;
    for (Proposal proposal : outcome == null ? List.<Proposal>of() : outcome.proposals()) {
      usage = plus(usage, proposal.usage());
    }
    String template = FormulaPrompt.TEMPLATE;
    return new Provenance(
        runId,
        template,
        parts.prompts().template(template).sha256(),
        parts.modelId(),
        parts.modelSha256(),
        Calculator.ENGINE.toLowerCase(Locale.ROOT),
        usage);
  }

  private static Provenance.@Nullable Usage plus(
      Provenance.@Nullable Usage a, Provenance.@Nullable Usage b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return new Provenance.Usage(
        a.promptTokens() + b.promptTokens(),
        a.cachedTokens() + b.cachedTokens(),
        a.outputTokens() + b.outputTokens(),
        a.forcedTokens() + b.forcedTokens(),
        a.ttftMs(),
        a.totalMs() + b.totalMs());
  }
}
