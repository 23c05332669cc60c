package org.inkstone.service.sheet.check;

import java.util.List;

/** Looks for one kind of mistake. */
public interface FormulaCheck {
  /** Its name on the wire; it says what holds when nothing is found. */
  String name();

  /**
   * What it finds; nothing is good news.
   *
   * @throws org.inkstone.service.sheet.eval.EvaluationException if a run on changed data takes too
   *     many steps
   */
  List<FormulaFinding> find(FormulaSubject subject);
}
