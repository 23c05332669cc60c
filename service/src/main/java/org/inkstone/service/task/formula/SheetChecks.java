package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.inkstone.service.sheet.check.FormulaCheck;
import org.inkstone.service.sheet.check.FormulaChecks;
import org.inkstone.service.sheet.check.FormulaFinding;
import org.inkstone.service.sheet.check.FormulaSubject;
import org.inkstone.service.sheet.eval.EvaluationException;
import org.inkstone.service.verify.Finding;

/** The checks of any formula on any sheet, as findings. */
final class SheetChecks {
  /** The names of all of them. */
  static final List<String> NAMES = FormulaChecks.all().stream().map(FormulaCheck::name).toList();

  /** Properties of the data, which no other formula would change. */
  private static final Set<String> OF_THE_DATA =
      Set.of(
          "no_error_cells",
          "lookup_key_unique",
          "no_text_numbers",
          "no_text_dates",
          "no_merged_cells",
          "units_agree",
          "no_hard_coded_values");

  private final Calculator calculator;
  private final boolean chinese;

  SheetChecks(Calculator calculator, boolean chinese) {
    this.calculator = calculator;
    this.chinese = chinese;
  }

  /** What they find about a given formula. */
  List<Finding> ofGiven(Executed executed) {
    return run(executed, false);
  }

  /** The same about an answer, whose author did not make the data. */
  List<Finding> ofAnswer(Executed executed) {
    return run(executed, true);
  }

  private List<Finding> run(Executed executed, boolean dataGiven) {
    FormulaSubject subject =
        calculator.subject(executed.ranges(), executed.schema(), executed.place());
    List<Finding> findings = new ArrayList<>();
    for (FormulaCheck check : FormulaChecks.all()) {
      findings.addAll(run(check, subject, dataGiven));
    }
    return findings;
  }

  private List<Finding> run(FormulaCheck check, FormulaSubject subject, boolean dataGiven) {
    try {
      List<Finding> findings = new ArrayList<>();
      for (FormulaFinding found : check.find(subject)) {
        boolean note =
            found.severity() == FormulaFinding.Severity.NOTE
                || dataGiven && OF_THE_DATA.contains(check.name());
        String detail = found.wording().in(chinese);
        findings.add(
            note
                ? Finding.note(check.name(), detail, found.cells())
                : Finding.doubt(check.name(), detail, found.cells()));
      }
      return findings.isEmpty()
          ? List.of(Finding.passed(check.name(), chinese ? "未发现问题" : "nothing found"))
          : findings;
    } catch (EvaluationException e) {
      String detail = (chinese ? "未能判断：" : "could not be decided: ") + e.getMessage();
      return List.of(Finding.doubt(check.name(), detail));
    }
  }
}
