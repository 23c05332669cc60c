package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Broadcast;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Compare;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Lazy;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** Conditions and choices; what is not chosen is not computed. */
@InCategory(Category.LOGICAL)
final class LogicalFunctions {
  private LogicalFunctions() {}

  @SheetFunction(
      value = "IF",
      en = "Gives one value if a condition holds and another if not.",
      zh = "条件成立时返回一个值，否则返回另一个值。")
  static Value choose(
      Calculation calculation,
      Value logicalTest,
      @Default(required = true) @Nullable Lazy valueIfTrue,
      @Default @Nullable Lazy valueIfFalse) {
    Grid test = logicalTest.grid();
    if (test.isSingle()) {
      boolean holds = Convert.bool(test.at(0, 0));
      return holds ? branch(valueIfTrue, true) : branch(valueIfFalse, false);
    }
    List<Grid> grids =
        List.of(test, branch(valueIfTrue, true).grid(), branch(valueIfFalse, false).grid());
    return Broadcast.map(grids, calculation, v -> Convert.bool(v[0]) ? v[1] : v[2]);
  }

  private static Value branch(@Nullable Lazy lazy, boolean otherwise) {
    return lazy == null ? Value.of(Scalar.of(otherwise)) : lazy.get();
  }

  @SheetFunction(
      value = "IFS",
      since = Excel.V2019,
      en = "Gives the value behind the first condition that holds.",
      zh = "返回第一个成立的条件所对应的值。")
  static Value ifs(Calculation calculation, Lazy... conditionsAndValues) {
    if (conditionsAndValues.length % 2 != 0) {
      throw FunctionError.value();
    }
    List<Grid> grids = new ArrayList<>();
    for (int i = 0; i < conditionsAndValues.length; i += 2) {
      Grid test = conditionsAndValues[i].get().grid();
      boolean decided = grids.isEmpty() && test.isSingle();
      if (decided && Convert.bool(test.at(0, 0))) {
        return conditionsAndValues[i + 1].get();
      } else if (!decided) {
        grids.add(test);
        grids.add(conditionsAndValues[i + 1].get().grid());
      }
    }
    if (grids.isEmpty()) {
      throw FunctionError.notAvailable();
    }
    return Broadcast.map(grids, calculation, LogicalFunctions::firstThatHolds);
  }

  private static Scalar firstThatHolds(Scalar[] testsAndValues) {
    for (int i = 0; i < testsAndValues.length; i += 2) {
      if (Convert.bool(testsAndValues[i])) {
        return testsAndValues[i + 1];
      }
    }
    throw FunctionError.notAvailable();
  }

  @SheetFunction(
      value = "SWITCH",
      since = Excel.V2019,
      en = "Gives the value behind the first case that equals an expression.",
      zh = "将表达式与各个值比较，返回首个匹配值对应的结果。")
  static Value choose(Calculation calculation, Value expression, Lazy... casesAndValues) {
    Grid subject = expression.grid();
    if (!subject.isSingle()) {
      List<Grid> grids = new ArrayList<>(List.of(subject));
      for (Lazy lazy : casesAndValues) {
        grids.add(lazy.get().grid());
      }
      return Broadcast.map(grids, calculation, LogicalFunctions::caseOf);
    }
    Scalar value = subject.at(0, 0);
    FunctionError.check(value);
    for (int i = 0; i + 1 < casesAndValues.length; i += 2) {
      Scalar label = casesAndValues[i].get().grid().at(0, 0);
      FunctionError.check(label);
      if (isCase(value, label)) {
        return casesAndValues[i + 1].get();
      }
    }
    if (casesAndValues.length % 2 == 0) {
      throw FunctionError.notAvailable();
    }
    return casesAndValues[casesAndValues.length - 1].get();
  }

  private static Scalar caseOf(Scalar[] v) {
    FunctionError.check(v[0]);
    for (int i = 1; i + 1 < v.length; i += 2) {
      FunctionError.check(v[i]);
      if (isCase(v[0], v[i])) {
        return v[i + 1];
      }
    }
    if (v.length % 2 != 0) {
      throw FunctionError.notAvailable();
    }
    return v[v.length - 1];
  }

  private static boolean isCase(Scalar value, Scalar label) {
    return value instanceof Scalar.Blank || label instanceof Scalar.Blank
        ? Compare.order(value, label) == 0
        : Compare.same(value, label);
  }

  @SheetFunction(
      value = "IFERROR",
      since = Excel.V2007,
      en = "Gives a value, or another one if it is an error.",
      zh = "值为错误时返回指定的值，否则返回该值。")
  static Value ifError(Calculation calculation, Value value, Lazy valueIfError) {
    return replace(calculation, value, valueIfError, false);
  }

  @SheetFunction(
      value = "IFNA",
      since = Excel.V2013,
      en = "Gives a value, or another one if it is #N/A.",
      zh = "值为 #N/A 时返回指定的值，否则返回该值。")
  static Value ifNa(Calculation calculation, Value value, Lazy valueIfNa) {
    return replace(calculation, value, valueIfNa, true);
  }

  private static Value replace(
      Calculation calculation, Value value, Lazy otherwise, boolean onlyMissing) {
    Grid grid = value.grid();
    if (grid.isSingle()) {
      return isReplaced(grid.at(0, 0), onlyMissing) ? otherwise.get() : Value.of(grid.at(0, 0));
    }
    return Broadcast.map(
        List.of(grid, otherwise.get().grid()),
        calculation,
        v -> isReplaced(v[0], onlyMissing) ? v[1] : v[0]);
  }

  private static boolean isReplaced(Scalar scalar, boolean onlyMissing) {
    return scalar instanceof Scalar.Err error && (!onlyMissing || error.code() == ErrorCode.NA);
  }

  @SheetFunction(value = "NOT", en = "Turns true into false and false into true.", zh = "对逻辑值求反。")
  static boolean not(boolean logical) {
    return !logical;
  }

  @SheetFunction(value = "TRUE", en = "The value TRUE.", zh = "返回逻辑值 TRUE。")
  static boolean yes() {
    return true;
  }

  @SheetFunction(value = "FALSE", en = "The value FALSE.", zh = "返回逻辑值 FALSE。")
  static boolean no() {
    return false;
  }

  @SheetFunction(value = "AND", en = "Whether all conditions hold.", zh = "所有条件都成立时返回 TRUE。")
  static boolean all(Value... logicals) {
    boolean all = true;
    for (boolean logical : logicals(logicals)) {
      all &= logical;
    }
    return all;
  }

  @SheetFunction(value = "OR", en = "Whether any condition holds.", zh = "任一条件成立时返回 TRUE。")
  static boolean any(Value... logicals) {
    return logicals(logicals).contains(true);
  }

  @SheetFunction(
      value = "XOR",
      since = Excel.V2013,
      en = "Whether an odd number of conditions holds.",
      zh = "成立的条件个数为奇数时返回 TRUE。")
  static boolean odd(Value... logicals) {
    boolean odd = false;
    for (boolean logical : logicals(logicals)) {
      odd ^= logical;
    }
    return odd;
  }

  /** The truth values: of ranges and arrays numbers and booleans count, of single values all. */
  private static List<Boolean> logicals(Value[] values) {
    List<Boolean> logicals = new ArrayList<>();
    for (Value value : values) {
      if (value instanceof Value.Single single) {
        logicals.add(Convert.bool(single.scalar()));
      } else {
        Numbers.cells(value.grid(), cell -> addLogical(cell, logicals));
      }
    }
    if (logicals.isEmpty()) {
      throw FunctionError.value();
    }
    return logicals;
  }

  private static void addLogical(Scalar cell, List<Boolean> logicals) {
    switch (cell) {
      case Scalar.Bool b -> logicals.add(b.value());
      case Scalar.Num n -> logicals.add(n.value() != 0);
      case Scalar.Err e -> throw FunctionError.of(e.code());
      case Scalar.Text t -> {}
      case Scalar.Blank b -> {}
    }
  }
}
