package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.sdk.model.CellOrRows;
import org.inkstone.sdk.model.ExplainResult;
import org.inkstone.sdk.model.ExplanationPart;
import org.inkstone.service.plan.Language;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.eval.CellsRead;
import org.inkstone.service.sheet.eval.Evaluation;
import org.inkstone.service.sheet.eval.Step;
import org.inkstone.service.sheet.eval.Traced;
import org.inkstone.service.sheet.format.DisplayText;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.jspecify.annotations.Nullable;

/** Explains a formula from its syntax tree and the values of its parts; no model has a say. */
final class FormulaExplainer {
  private static final int MOST_VALUES = 5;

  private final Language language;
  private final Names names;
  private final Phrases phrases;
  private final DisplayText display;

  FormulaExplainer(Language language, Names names, DateSystem dateSystem) {
    this.language = language;
    this.names = names;
    this.phrases = new Phrases(language);
    this.display = new DisplayText(dateSystem);
  }

  /** The whole in words: what is computed, the values of its parts, the result. */
  String explain(Traced traced, boolean fillDown) {
    StringBuilder text = new StringBuilder();
    Expr named = names.toNames(traced.root().expr());
    text.append(sentence(phrases.of(named)));
    List<String> parts = new ArrayList<>();
    for (Step step : innerSteps(traced.root())) {
      parts.add(
          FormulaPrinter.print(names.toNames(step.expr())) + " = " + values(step.values(), null));
    }
    boolean chinese = language == Language.CHINESE;
    if (!parts.isEmpty()) {
      text.append(chinese ? "其中：" : " Of which: ").append(String.join(chinese ? "；" : "; ", parts));
      text.append(chinese ? "。" : ".");
    }
    String result = values(traced.evaluation().rows(), traced.evaluation().format());
    if (fillDown) {
      text.append(chinese ? "第一行的结果：" : " In the first row: ").append(result);
    } else {
      text.append(chinese ? "结果：" : " Result: ").append(result);
    }
    return text.append(chinese ? "。" : ".").toString();
  }

  private String sentence(String phrase) {
    if (language == Language.CHINESE) {
      return "计算" + phrase + "。";
    }
    return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) + ".";
  }

  /** Each part that is a call or an operation, inner ones first, without the whole. */
  private static List<Step> innerSteps(Step root) {
    List<Step> steps = new ArrayList<>();
    root.parts().forEach(p -> collect(p, steps));
    return steps;
  }

  private static void collect(Step step, List<Step> into) {
    step.parts().forEach(p -> collect(p, into));
    boolean says = step.expr() instanceof Expr.Call || step.expr() instanceof Expr.Binary;
    if (says && step.rows() * step.columns() == 1) {
      into.add(step);
    }
  }

  /** Every part with its value, inner ones first, the whole last. */
  List<ExplainResult.Step> steps(Traced traced) {
    List<Step> steps = innerSteps(traced.root());
    steps.add(traced.root());
    List<ExplainResult.Step> told = new ArrayList<>();
    for (Step step : steps) {
      Expr named = names.toNames(step.expr());
      told.add(
          new ExplainResult.Step(
              FormulaPrinter.print(step.expr()),
              CellValues.of(
                  new Evaluation(
                      step.values(),
                      step.rows() * step.columns() > 1,
                      null,
                      traced.evaluation().reads(),
                      List.of())),
              phrases.of(named)));
    }
    return told;
  }

  /** The parts as a tree. */
  ExplanationPart tree(Traced traced) {
    return part(traced.root(), null);
  }

  private ExplanationPart part(Step step, @Nullable String role) {
    Expr named = names.toNames(step.expr());
    return new ExplanationPart(
        FormulaPrinter.print(step.expr()),
        phrases.of(named),
        values(step.values(), null),
        step.rows() == 0 ? null : value(step),
        step.reference() == null ? null : step.reference().sheet() + "!" + step.reference().range(),
        role,
        step.parts().stream().map(p -> part(p, null)).toList());
  }

  private static CellOrRows value(Step step) {
    return CellValues.of(
        new Evaluation(
            step.values(),
            step.rows() * step.columns() > 1,
            null,
            new CellsRead(0, List.of()),
            List.of()));
  }

  private String values(List<List<Scalar>> rows, @Nullable String format) {
    List<String> shown = new ArrayList<>();
    long all = 0;
    for (List<Scalar> row : rows) {
      for (Scalar value : row) {
        all++;
        if (shown.size() < MOST_VALUES) {
          shown.add(display.of(value, format));
        }
      }
    }
    return String.join(", ", shown) + (all > shown.size() ? ", … (" + all + ")" : "");
  }
}
