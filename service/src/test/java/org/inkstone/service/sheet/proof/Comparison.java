package org.inkstone.service.sheet.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaPrinter;

/** Our values of a sample beside those of the oracles. */
final class Comparison {
  private final Sample sample;
  private final Engine engine;
  private final List<Disagreement> known;
  private final Map<String, Sample.Case> byFormula = new HashMap<>();
  private final Map<String, String> ours = new HashMap<>();
  private final Map<String, Integer> used = new TreeMap<>();
  private final List<Unexplained> unexplained = new ArrayList<>();
  private int compared;
  private int agreed;
  private int inherited;

  /** A disagreement that no entry of the list explains. */
  record Unexplained(
      Sample.Oracle oracle, String formula, Shape shape, String ours, String theirs) {
    @Override
    public String toString() {
      return "%s\t%s\t%s\t%s\t(%s: %s)"
          .formatted(oracle, formula, ours, theirs, shape.function(), shape.arguments());
    }
  }

  Comparison(Sample sample, List<Disagreement> known) {
    this.sample = sample;
    this.engine = new Engine(sample.data());
    this.known = known;
    sample.cases().forEach(one -> byFormula.put(one.formula(), one));
  }

  Comparison run() {
    for (Sample.Case one : sample.cases()) {
      for (Sample.Oracle oracle : Sample.Oracle.values()) {
        compare(one, oracle);
      }
    }
    return this;
  }

  private void compare(Sample.Case one, Sample.Oracle oracle) {
    String theirs = one.of(oracle);
    if (theirs.equals(Encoded.UNKNOWN)) {
      return;
    }
    compared++;
    String our = our(one.formula());
    if (Encoded.same(our, theirs)) {
      agreed++;
      return;
    }
    Expr expr = FormulaParser.parse(one.formula());
    Shape shape = Shape.of(expr, engine, this::isBlank);
    for (Disagreement entry : known) {
      if (entry.explains(oracle, one.formula(), shape, our, theirs)) {
        used.merge(entry.id(), 1, Integer::sum);
        return;
      }
    }
    if (inherits(expr, oracle)) {
      inherited++;
    } else {
      unexplained.add(new Unexplained(oracle, one.formula(), shape, our, theirs));
    }
  }

  private String our(String formula) {
    return ours.computeIfAbsent(formula, engine::encoded);
  }

  private boolean isBlank(int row, int column) {
    return sample.data().cell(row, column).value() instanceof Scalar.Blank;
  }

  /** Whether a part of the formula has another value for the oracle, or none. */
  private boolean inherits(Expr expr, Sample.Oracle oracle) {
    for (Expr part : SubExpressions.inside(expr)) {
      Sample.Case one = byFormula.get(FormulaPrinter.print(part));
      if (one != null) {
        String theirs = one.of(oracle);
        if (theirs.equals(Encoded.UNKNOWN) || !Encoded.same(our(one.formula()), theirs)) {
          return true;
        }
      }
    }
    return false;
  }

  List<Unexplained> unexplained() {
    return unexplained;
  }

  /** How often each entry of the list explained something. */
  Map<String, Integer> used() {
    return used;
  }

  int compared() {
    return compared;
  }

  String summary() {
    return "%d formulas, %d comparisons: %d agree, %d explained, %d inherited, %d unexplained"
        .formatted(
            sample.cases().size(),
            compared,
            agreed,
            used.values().stream().mapToInt(Integer::intValue).sum(),
            inherited,
            unexplained.size());
  }
}
