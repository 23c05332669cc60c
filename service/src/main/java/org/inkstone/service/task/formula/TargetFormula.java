package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.plan.Language;
import org.inkstone.service.sheet.dialect.Dialect;
import org.inkstone.service.sheet.dialect.Fit;
import org.inkstone.service.sheet.eval.EvaluationException;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.function.Product;
import org.inkstone.service.sheet.locale.FormulaLocalizer;
import org.inkstone.service.sheet.locale.Localized;
import org.inkstone.service.sheet.locale.Remark;
import org.inkstone.service.verify.Finding;

/**
 * An answer as its target wants it.
 *
 * @param fit for the product
 * @param formula what the product computes; the answer itself if it can't
 * @param localized the same in the target's language
 */
record TargetFormula(Fit fit, Expr formula, Localized localized) {
  static final Check DIALECT = Check.of("dialect", TargetFormula::dialect);
  static final Check LOCALE = Check.of("locale", TargetFormula::locale);

  /** The name of the check that a rewritten formula gives the same. */
  static final String REWRITTEN = "dialect_value";

  static TargetFormula of(Answer answer) {
    Question question = answer.question();
    Fit fit = Dialect.fit(answer.ranges(), question.product());
    Expr formula = fit instanceof Fit.Fitted fitted ? fitted.formula() : answer.ranges();
    FormulaLocalizer localizer = new FormulaLocalizer(question.locale(), question.product());
    return new TargetFormula(fit, formula, localizer.localize(formula));
  }

  /** In canonical en-US form. */
  String canonical() {
    return "=" + FormulaPrinter.print(formula);
  }

  /** What a person must know or do, in the language of the request. */
  List<String> warnings(Language language) {
    List<Remark> remarks = new ArrayList<>(localized.remarks());
    if (fit instanceof Fit.Fitted fitted) {
      remarks.addAll(0, fitted.remarks());
    }
    return remarks.stream().map(r -> language == Language.CHINESE ? r.zh() : r.en()).toList();
  }

  private static Finding dialect(Answer answer) {
    Product product = answer.question().product();
    boolean spills =
        answer.computed().evaluations().stream().anyMatch(e -> e.array())
            && !Dialect.spills(product);
    return switch (TargetFormula.of(answer).fit()) {
      case Fit.Refused refused ->
          Finding.fault(DIALECT.name(), product.spoken() + " has no " + refused.missing());
      case Fit.Fitted fitted when spills ->
          Finding.fault(
              DIALECT.name(),
              product.spoken() + " spills no arrays, the value has more than one cell");
      case Fit.Fitted fitted when fitted.rewritten().isEmpty() ->
          Finding.passed(DIALECT.name(), "each function is in " + product.spoken());
      case Fit.Fitted fitted ->
          Finding.passed(
              DIALECT.name(), "written for " + product.spoken() + " without " + fitted.rewritten());
    };
  }

  private static Finding locale(Answer answer) {
    String tag = answer.question().locale().tag();
    Localized localized = TargetFormula.of(answer).localized();
    return localized.roundTrip()
        ? Finding.passed(LOCALE.name(), "reads back as the same formula in " + tag)
        : Finding.doubt(LOCALE.name(), "can't be written in " + tag + ": " + localized.remarks());
  }

  /** Runs a rewritten formula on the data; nothing where none was rewritten. */
  static List<Finding> run(Answer answer, Calculator calculator) {
    if (!(TargetFormula.of(answer).fit() instanceof Fit.Fitted fitted)
        || fitted.rewritten().isEmpty()) {
      return List.of();
    }
    Question question = answer.question();
    String text = FormulaPrinter.print(fitted.formula());
    try {
      Computed computed = calculator.compute(fitted.formula(), question.schema(), question.place());
      return computed.sameAs(answer.computed())
          ? List.of(Finding.passed(REWRITTEN, "gives the same on the data: " + text))
          : List.of(Finding.fault(REWRITTEN, "gives another value on the data: " + text));
    } catch (EvaluationException e) {
      return List.of(Finding.fault(REWRITTEN, text + ": " + e.getMessage()));
    }
  }
}
