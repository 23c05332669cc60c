package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.inkstone.service.plan.Language;
import org.inkstone.service.sheet.eval.EvaluationException;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaSyntaxException;
import org.inkstone.service.verify.Finding;
import org.inkstone.service.verify.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Reads a candidate, runs it on the data and on changed data, and checks it against the request.
 */
final class FormulaVerifier {
  private static final String PARSES = "parses";
  private static final String NAMES = "names_resolve";
  private static final String EVALUATES = "evaluates";

  /** The checks of a formula that could be run, in the order of the result. */
  static final List<Check> CHECKS =
      List.of(
          ValueChecks.COMPUTED,
          TargetFormula.DIALECT,
          TargetFormula.LOCALE,
          ValueChecks.VALUE,
          ValueChecks.SHAPE,
          KindChecks.KIND,
          ColumnChecks.COVERED,
          ConstantChecks.JUSTIFIED,
          ColumnChecks.ASKED,
          ComparisonChecks.ASKED,
          OperationChecks.ASKED,
          OperationChecks.DONE,
          ConstantChecks.USED,
          ColumnChecks.USED,
          OrderChecks.OPERANDS,
          MatchChecks.WHOLE,
          MatchChecks.COUNTED,
          MatchChecks.ELSEWHERE,
          MatchChecks.POLARITY,
          MatchChecks.RESULT,
          ColumnChecks.WORDS);

  /** Those that look at the formula, its value and the cells. */
  private static final List<Check> OF_THE_CELLS =
      List.of(
          ValueChecks.COMPUTED,
          TargetFormula.DIALECT,
          TargetFormula.LOCALE,
          ValueChecks.VALUE,
          MatchChecks.WHOLE,
          MatchChecks.COUNTED,
          MatchChecks.ELSEWHERE,
          MatchChecks.POLARITY,
          MatchChecks.RESULT);

  /** The others: they read the words of the request in their own way. */
  private static final List<Check> OF_THE_WORDING =
      CHECKS.stream().filter(check -> !OF_THE_CELLS.contains(check)).toList();

  /** Checks of the value itself, whatever the request says. */
  private static final List<String> OF_THE_VALUE =
      List.of(ValueChecks.COMPUTED.name(), TargetFormula.DIALECT.name(), ValueChecks.VALUE.name());

  /** What must have run and passed before a formula is called verified. */
  static final List<String> REQUIRED =
      Stream.concat(
              Stream.of(PARSES, NAMES, EVALUATES),
              Stream.concat(
                  Stream.concat(CHECKS.stream().map(Check::name), SheetChecks.NAMES.stream()),
                  Stream.of(
                      TieChecks.ONE_ROW,
                      ChangedDataChecks.CHANGED_DATA,
                      ChangedDataChecks.DEPENDS_ON_DATA)))
          .toList();

  private static final List<String> REQUIRED_OF_COMPOSED =
      Stream.concat(REQUIRED.stream(), Stream.of(ReadingCheck.NAME)).toList();

  private final Calculator calculator;
  private final List<Check> checks;

  FormulaVerifier(Calculator calculator) {
    this(calculator, CHECKS);
  }

  /** With other checks than all: what is not checked is never verified. */
  FormulaVerifier(Calculator calculator, List<Check> checks) {
    this.calculator = calculator;
    this.checks = List.copyOf(checks);
  }

  /** The checks of the wording that a formula does not pass; none where it can't be run. */
  List<String> doubts(Question question, String formula) {
    Candidate candidate = new Candidate(formula, 0, "plan");
    Answer answer = read(question, candidate, new ArrayList<>());
    return answer == null
        ? List.of()
        : OF_THE_WORDING.stream()
            .map(check -> check.run(answer))
            .filter(finding -> !finding.harmless())
            .map(Finding::check)
            .toList();
  }

  /** All checks of one candidate. */
  Examined examine(Question asked, Candidate candidate) {
    Question question =
        candidate.ranked() == null
            ? asked
            : asked.understoodAs(candidate.ranked().meaning().plain().plan());
    List<Finding> findings = new ArrayList<>();
    @Nullable Answer answer = read(question, candidate, findings);
    List<Reaction> reactions = new ArrayList<>();
    if (answer != null) {
      for (Check check : checks) {
        findings.add(weighed(check.run(answer), candidate));
      }
      if (!isRejected(findings) && !checks.isEmpty()) {
        boolean chinese = question.language() == Language.CHINESE;
        findings.addAll(TargetFormula.run(answer, calculator));
        findings.add(TieChecks.run(answer, calculator));
        findings.addAll(new SheetChecks(calculator, chinese).ofAnswer(answer.executed()));
        ChangedDataChecks.Result runs = ChangedDataChecks.run(answer, calculator);
        reactions.addAll(runs.reactions());
        runs.findings().forEach(f -> findings.add(weighed(f, candidate)));
      }
    }
    return new Examined(candidate, answer, verdict(candidate, findings), reactions);
  }

  /** What follows from findings: a composed formula must also be the only probable reading. */
  static Verdict verdict(Candidate candidate, List<Finding> findings) {
    return Verdict.of(findings, candidate.ranked() == null ? REQUIRED : REQUIRED_OF_COMPOSED);
  }

  /**
   * What is explained word by word is not wrong because a check reads the words otherwise: the
   * ranker knows what such a finding is worth, and {@link ReadingCheck} says what follows.
   */
  private static Finding weighed(Finding finding, Candidate candidate) {
    if (finding.harmless() || !candidate.explained() || OF_THE_VALUE.contains(finding.check())) {
      return finding;
    }
    return isOfTheWording(finding)
        ? Finding.note(finding.check(), finding.detail(), finding.cells())
        : Finding.doubt(finding.check(), finding.detail(), finding.cells());
  }

  /** Whether a finding is of a check that reads the words of the request in its own way. */
  static boolean isOfTheWording(Finding finding) {
    return OF_THE_WORDING.stream().anyMatch(c -> c.name().equals(finding.check()));
  }

  private static boolean isRejected(List<Finding> findings) {
    return Verdict.of(findings, List.of()) instanceof Verdict.Rejected;
  }

  private @Nullable Answer read(Question question, Candidate candidate, List<Finding> findings) {
    Names names = new Names(question.schema(), question.place());
    Expr parsed;
    try {
      parsed = FormulaParser.parse(candidate.formula());
    } catch (FormulaSyntaxException e) {
      findings.add(Finding.fault(PARSES, String.valueOf(e.getMessage())));
      return null;
    }
    findings.add(Finding.passed(PARSES, "read as a formula"));
    Expr named = names.toNames(parsed);
    Expr ranges = names.toRanges(named);
    List<String> unknown =
        ExprTree.nodes(ranges, Expr.TableRef.class).map(Expr.TableRef::toString).toList();
    if (!unknown.isEmpty()) {
      findings.add(Finding.fault(NAMES, "no such table or column: " + unknown));
      return null;
    }
    findings.add(Finding.passed(NAMES, "each name is a column of a table"));
    try {
      Computed computed = calculator.compute(ranges, question.schema(), question.place());
      findings.add(Finding.passed(EVALUATES, "computed by " + Calculator.ENGINE));
      Expr plain = names.withoutReadings(named);
      return new Answer(
          question, candidate, plain, ranges, computed, ConditionReader.read(plain, names));
    } catch (EvaluationException e) {
      findings.add(Finding.fault(EVALUATES, String.valueOf(e.getMessage())));
      return null;
    }
  }
}
