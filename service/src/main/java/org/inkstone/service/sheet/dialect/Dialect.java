package org.inkstone.service.sheet.dialect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.formula.UnaryOperator;
import org.inkstone.service.sheet.function.Excel;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.FunctionInfo;
import org.inkstone.service.sheet.function.Product;
import org.inkstone.service.sheet.locale.Remark;

/**
 * Fits formulas to a product: a function that it lacks is written in other words where those mean
 * the same, else the formula is refused with the function and the version that has it.
 */
public final class Dialect {
  private static final Map<String, Rewrite> REWRITES =
      joined(
          List.of(LookupRewrites.ALL, LogicRewrites.ALL, TextRewrites.ALL, AggregateRewrites.ALL));
  private static final Map<String, Rewrite> AROUND =
      joined(List.of(LookupRewrites.AROUND, AggregateRewrites.AROUND));

  private final Product product;
  private final Set<String> rewritten = new LinkedHashSet<>();
  private final Set<Missing> missing = new LinkedHashSet<>();

  private Dialect(Product product) {
    this.product = product;
  }

  private static Map<String, Rewrite> joined(List<Map<String, Rewrite>> maps) {
    return maps.stream()
        .flatMap(map -> map.entrySet().stream())
        .collect(
            java.util.stream.Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The formula for a product. */
  public static Fit fit(Expr formula, Product product) {
    Dialect dialect = new Dialect(product);
    Expr fitted = dialect.fitted(formula);
    if (!dialect.missing.isEmpty()) {
      return new Fit.Refused(List.copyOf(dialect.missing));
    } else if (FormulaPrinter.print(fitted).length() > FormulaParser.MAX_LENGTH) {
      String words = String.join(", ", dialect.rewritten) + " in a formula of usual length";
      return new Fit.Refused(List.of(new Missing(words, Excel.V365.spoken())));
    }
    return new Fit.Fitted(fitted, List.copyOf(dialect.rewritten), dialect.remarks(fitted));
  }

  /** Whether arrays spill into the cells around in a product. */
  public static boolean spills(Product product) {
    return FunctionCatalog.standard().find("UNIQUE").map(u -> u.isIn(product)).orElse(false);
  }

  private boolean lacks(String function) {
    return FunctionCatalog.standard().find(function).map(i -> !i.isIn(product)).orElse(false);
  }

  private Expr fitted(Expr expr) {
    return switch (expr) {
      case Expr.Call call -> call(call);
      case Expr.Invoke invoke -> invoke(invoke);
      case Expr.Unary unary -> unary(unary);
      case Expr.Binary b -> binary(b, fitted(b.left()), fitted(b.right()));
      default -> expr;
    };
  }

  private static Expr binary(Expr.Binary old, Expr left, Expr right) {
    return old.operator() == BinaryOperator.RANGE
        ? Expr.range(left, right)
        : new Expr.Binary(old.operator(), left, right);
  }

  /** Where arrays do not spill, a range beside an operator already gives its one value. */
  private Expr unary(Expr.Unary unary) {
    Expr operand = fitted(unary.operand());
    if (spills(product)) {
      return new Expr.Unary(unary.operator(), operand);
    } else if (unary.operator() == UnaryOperator.SPILL) {
      missing.add(new Missing(FormulaPrinter.print(unary), Excel.V2021.spoken()));
    }
    return unary.operator() == UnaryOperator.INTERSECT
        ? operand
        : new Expr.Unary(unary.operator(), operand);
  }

  private Expr invoke(Expr.Invoke invoke) {
    if (lacks("LAMBDA")) {
      Optional<Expr> opened = Substitution.invoke(invoke);
      if (opened.isPresent()) {
        rewritten.add("LAMBDA");
        return fitted(opened.get());
      }
    }
    return new Expr.Invoke(fitted(invoke.callee()), all(invoke.arguments()));
  }

  private Expr call(Expr.Call call) {
    Optional<Expr> other = other(call);
    if (other.isPresent()) {
      return fitted(other.get());
    } else if (lacks(call.function())) {
      missing.add(new Missing(call.function(), since(call.function())));
    }
    return new Expr.Call(call.function(), all(call.arguments()));
  }

  private Optional<Expr> other(Expr.Call call) {
    String lacking = call.function();
    Optional<Expr> other = Optional.empty();
    if (lacks(lacking)) {
      other =
          lacking.equals("LET")
              ? Substitution.let(call)
              : Optional.ofNullable(REWRITES.get(lacking)).flatMap(r -> r.apply(call));
    } else if (AROUND.containsKey(lacking)
        && !call.arguments().isEmpty()
        && call.arguments().getFirst() instanceof Expr.Call inner
        && lacks(inner.function())) {
      lacking = inner.function();
      other = Optional.ofNullable(AROUND.get(call.function())).flatMap(r -> r.apply(call));
    } else if (isArraySum(call)) {
      other = Optional.of(new Expr.Call("SUMPRODUCT", call.arguments()));
    }
    if (other.isPresent()) {
      rewritten.add(lacking);
    }
    return other;
  }

  /** A SUM over computed arrays works without being told so as SUMPRODUCT. */
  private boolean isArraySum(Expr.Call call) {
    return call.function().equals("SUM")
        && call.arguments().size() == 1
        && !computesArrays()
        && ArrayEntry.isNeeded(call)
        && !ArrayEntry.isNeeded(new Expr.Call("SUMPRODUCT", call.arguments()));
  }

  /** Google Sheets spills what functions give but computes operators over arrays only if told. */
  private boolean computesArrays() {
    return spills(product) && product != Product.GOOGLE_SHEETS;
  }

  private List<Expr> all(List<Expr> exprs) {
    List<Expr> all = new ArrayList<>();
    exprs.forEach(expr -> all.add(fitted(expr)));
    return all;
  }

  private static String since(String function) {
    return FunctionCatalog.standard()
        .find(function)
        .map(FunctionInfo::since)
        .orElse(Excel.V365)
        .spoken();
  }

  private List<Remark> remarks(Expr fitted) {
    List<Remark> remarks = new ArrayList<>();
    if (!computesArrays() && ArrayEntry.isNeeded(fitted)) {
      remarks.add(
          product == Product.GOOGLE_SHEETS
              ? new Remark(
                  "in Google Sheets put the formula into ARRAYFORMULA( )",
                  "在 Google 表格中请将公式放入 ARRAYFORMULA( ) 中")
              : new Remark(
                  "enter it as an array formula, with Ctrl+Shift+Enter",
                  "请按 Ctrl+Shift+Enter 作为数组公式输入"));
    }
    if (rewritten.contains("XLOOKUP") || rewritten.contains("XMATCH")) {
      remarks.add(
          new Remark(
              "MATCH takes * ? ~ in the sought text for wildcards, XLOOKUP and XMATCH do not",
              "MATCH 会把查找文本中的 * ? ~ 当作通配符，XLOOKUP 和 XMATCH 则不会"));
    }
    return remarks;
  }
}
