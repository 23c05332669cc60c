package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.inkstone.sdk.model.CellOrRows;
import org.inkstone.sdk.model.ExplainResult;
import org.inkstone.sdk.model.ExplanationPart;
import org.inkstone.service.plan.Language;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.eval.CellsRead;
import org.inkstone.service.sheet.eval.Evaluation;
import org.inkstone.service.sheet.eval.Step;
import org.inkstone.service.sheet.eval.Traced;
import org.inkstone.service.sheet.explain.ExplainedPlace;
import org.inkstone.service.sheet.explain.FormulaWords;
import org.inkstone.service.sheet.explain.ValueWords;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.jspecify.annotations.Nullable;

/** Explains a formula from its syntax tree and the values of its parts; no model has a say. */
final class FormulaExplainer {
  private static final Set<String> GIVE_DATES =
      Set.of("DATE", "TODAY", "EDATE", "EOMONTH", "WORKDAY", "WORKDAY.INTL", "DATEVALUE");

  /** Parts nested more deeply than this are not told one by one. */
  private static final int DEEPEST = 12;

  /** Steps that are told, and parts of one part. */
  private static final int MOST_STEPS = 40;

  private static final int MOST_PARTS = 50;
  private static final int LONGEST_EXPRESSION = 120;

  private final boolean chinese;
  private final Schema schema;
  private final Names names;
  private final FormulaWords words;
  private final ValueWords values;

  FormulaExplainer(Language language, Schema schema, Place place) {
    this.chinese = language == Language.CHINESE;
    this.schema = schema;
    this.names = new Names(schema, place);
    this.words = words(language, schema, place);
    this.values = new ValueWords(chinese, schema.workbook().dateSystem());
  }

  /** Words for formulas of a request. */
  static FormulaWords words(Language language, Schema schema, Place place) {
    return new FormulaWords(
        language == Language.CHINESE,
        new ExplainedPlace(
            schema.workbook(),
            schema.tables().stream().map(TableView::table).toList(),
            place.sheet(),
            place.cell(),
            place.fillDown()));
  }

  /** The whole in words: what is computed, the values of its parts, the result. */
  String explain(Traced traced, boolean fillDown) {
    return explain(traced, fillDown, null);
  }

  /** The same, beginning with what it means, if that is known better than from its tree. */
  String explain(Traced traced, boolean fillDown, @Nullable String meaning) {
    String what = meaning == null ? words.of(traced.root().expr()) : meaning;
    StringBuilder text = new StringBuilder(sentence(what));
    List<String> parts = new ArrayList<>();
    for (Step step : innerSteps(traced.root())) {
      parts.add(cut(FormulaPrinter.print(names.toNames(step.expr()))) + " = " + shown(step));
    }
    if (!parts.isEmpty()) {
      text.append(chinese ? "其中：" : " Of which: ").append(String.join(chinese ? "；" : "; ", parts));
      text.append(chinese ? "。" : ".");
    }
    if (fillDown) {
      text.append(chinese ? "第一行的结果：" : " In the first row: ");
    } else {
      text.append(chinese ? "结果：" : " Result: ");
    }
    return text.append(result(traced)).append(chinese ? "。" : ".").toString();
  }

  private static String cut(String expression) {
    return expression.length() <= LONGEST_EXPRESSION
        ? expression
        : expression.substring(0, LONGEST_EXPRESSION) + "…";
  }

  private String result(Traced traced) {
    Evaluation evaluation = traced.evaluation();
    return values.of(
        evaluation.rows(),
        evaluation.rows().size(),
        evaluation.rows().getFirst().size(),
        evaluation.format());
  }

  private String sentence(String phrase) {
    if (chinese) {
      return "计算" + phrase + "。";
    }
    return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) + ".";
  }

  /** Each part that is a call or an operation, inner ones first, without the whole. */
  private static List<Step> innerSteps(Step root) {
    List<Step> steps = new ArrayList<>();
    root.parts().forEach(p -> collect(p, steps, 0));
    return steps;
  }

  private static void collect(Step step, List<Step> into, int depth) {
    if (depth < DEEPEST) {
      step.parts().forEach(p -> collect(p, into, depth + 1));
    }
    boolean says = step.expr() instanceof Expr.Call || step.expr() instanceof Expr.Binary;
    boolean known = into.stream().anyMatch(s -> s.expr().equals(step.expr()));
    if (says && !known && into.size() < MOST_STEPS && step.rows() * step.columns() == 1) {
      into.add(step);
    }
  }

  /** Every part with its value, inner ones first, the whole last. */
  List<ExplainResult.Step> steps(Traced traced) {
    List<Step> steps = innerSteps(traced.root());
    steps.add(traced.root());
    List<ExplainResult.Step> told = new ArrayList<>();
    for (Step step : steps) {
      CellOrRows value = value(step);
      if (value != null) {
        told.add(
            new ExplainResult.Step(
                FormulaPrinter.print(step.expr()), value, words.of(step.expr())));
      }
    }
    return told;
  }

  /** The parts as a tree, what is written out as a constant left out. */
  ExplanationPart tree(Traced traced) {
    Step root = traced.root();
    return new ExplanationPart(
        FormulaPrinter.print(root.expr()),
        words.of(root.expr()),
        result(traced),
        value(root),
        cells(root),
        null,
        parts(root, 0));
  }

  private List<ExplanationPart> parts(Step step, int depth) {
    List<ExplanationPart> parts = new ArrayList<>();
    List<Expr> arguments =
        new ArrayList<>(step.expr() instanceof Expr.Call c ? c.arguments() : List.of());
    for (Step part : step.parts()) {
      int index = arguments.indexOf(part.expr());
      String role = "";
      if (index >= 0 && step.expr() instanceof Expr.Call call) {
        role = FormulaWords.role(call, index);
        arguments.set(index, new Expr.Omitted());
      }
      if (isMeaningful(part.expr()) && depth < DEEPEST && parts.size() < MOST_PARTS) {
        parts.add(part(part, role.isEmpty() ? null : role, depth + 1));
      }
    }
    return parts;
  }

  private static boolean isMeaningful(Expr expr) {
    return !(expr instanceof Expr.NumberLiteral
        || expr instanceof Expr.TextLiteral
        || expr instanceof Expr.BoolLiteral
        || expr instanceof Expr.Omitted);
  }

  private ExplanationPart part(Step step, @Nullable String role, int depth) {
    return new ExplanationPart(
        FormulaPrinter.print(step.expr()),
        words.of(step.expr()),
        shown(step),
        value(step),
        cells(step),
        role,
        parts(step, depth));
  }

  private String shown(Step step) {
    return values.of(step.values(), step.rows(), step.columns(), format(step));
  }

  /** The format of the cells, or that of a date where the function gives one. */
  private @Nullable String format(Step step) {
    CellsRead.SheetRange reference = step.reference();
    if (reference != null) {
      CellRange range = reference.range();
      Sheet sheet = schema.workbook().sheet(reference.sheet()).orElse(null);
      return sheet == null ? null : sheet.cell(range.firstRow(), range.firstColumn()).format();
    }
    boolean date = step.expr() instanceof Expr.Call c && GIVE_DATES.contains(c.function());
    return date ? "yyyy-mm-dd" : null;
  }

  private static @Nullable String cells(Step step) {
    CellsRead.SheetRange reference = step.reference();
    return reference == null ? null : reference.sheet() + "!" + reference.range();
  }

  private static @Nullable CellOrRows value(Step step) {
    if (step.rows() == 0 || step.values().isEmpty()) {
      return null;
    }
    return CellValues.of(
        new Evaluation(
            step.values(),
            step.rows() * step.columns() > 1,
            null,
            new CellsRead(0, List.of()),
            List.of()));
  }
}
