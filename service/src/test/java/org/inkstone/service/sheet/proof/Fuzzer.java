package org.inkstone.service.sheet.proof;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.Budget;
import org.inkstone.service.sheet.eval.Check;
import org.inkstone.service.sheet.eval.EvaluationContext;
import org.inkstone.service.sheet.eval.EvaluationException;
import org.inkstone.service.sheet.eval.FormulaEvaluator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.formula.FormulaSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads, prints and evaluates inputs by chance. What is neither a value nor a documented exception,
 * and what takes too long, is a failure.
 */
final class Fuzzer {
  private static final long NANOS_A_SECOND = 1_000_000_000;

  private final FuzzInputs inputs;
  private final EvaluationContext context;
  private final double seconds;
  private final Map<String, String> failures = new TreeMap<>();
  private final AtomicReference<@Nullable String> underWay = new AtomicReference<>();
  private int formulas;
  private int values;
  private double slowest;

  /**
   * @param steps the budget of each evaluation
   * @param seconds how long one input may take
   */
  Fuzzer(long seed, long steps, double seconds) {
    this.inputs = new FuzzInputs(seed);
    this.seconds = seconds;
    this.context =
        new EvaluationContext(
            Workbook.of(ProofData.sheet(seed)),
            java.util.List.of(),
            ProofData.SHEET,
            new CellAddress(Engine.FIRST_ROW, Engine.COLUMN),
            Check.CLOCK,
            new SplittableRandom(seed),
            new Budget(steps));
  }

  /** Tries one input. */
  void attempt(long number) {
    String input = inputs.input(number);
    underWay.set(input);
    long start = System.nanoTime();
    try {
      attempt(input);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
      failures.putIfAbsent(kind(e), input);
    }
    double took = (System.nanoTime() - start) / (double) NANOS_A_SECOND;
    slowest = Math.max(slowest, took);
    if (took > seconds) {
      failures.putIfAbsent("slow: %.1f s".formatted(took), input);
    }
  }

  private void attempt(String input) {
    Expr expr;
    try {
      expr = FormulaParser.parse(input);
    } catch (FormulaSyntaxException e) {
      return;
    }
    formulas++;
    String printed = FormulaPrinter.print(expr);
    if (printed.length() <= FormulaParser.MAX_LENGTH
        && !expr.equals(FormulaParser.parse(printed))) {
      throw new AssertionError("printed and read back it is another formula");
    }
    try {
      new FormulaEvaluator().evaluate(expr, context);
      values++;
    } catch (EvaluationException e) {
      // the documented end of a spent budget
    }
  }

  private static String kind(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    StringBuilder kind = new StringBuilder(failure.getClass().getName());
    for (int i = 0; i < Math.min(trace.length, 40); i++) {
      if (trace[i].getClassName().startsWith("org.inkstone")) {
        return kind.append(" in ")
            .append(trace[i])
            .append(": ")
            .append(message(failure))
            .toString();
      }
    }
    return kind.append(": ").append(message(failure)).toString();
  }

  private static String message(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return message.substring(0, Math.min(60, message.length())).replaceAll("\\d+", "N");
  }

  /** The input that is being tried. */
  @Nullable String underWay() {
    return underWay.get();
  }

  /** Kinds of failures with the first input of each. */
  Map<String, String> failures() {
    return failures;
  }

  /** How many inputs were formulas. */
  int formulas() {
    return formulas;
  }

  String summary() {
    return "%d formulas, %d values, slowest %.2f s, %d kinds of failure"
        .formatted(formulas, values, slowest, failures.size());
  }
}
