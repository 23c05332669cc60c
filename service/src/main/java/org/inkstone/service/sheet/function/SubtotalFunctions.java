package org.inkstone.service.sheet.function;

import java.util.List;
import java.util.Locale;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.Broadcast;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.CellReader;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Value;

/** Totals that leave out other totals, and errors if asked. */
@InCategory(Category.MATH)
final class SubtotalFunctions {
  private SubtotalFunctions() {}

  @SheetFunction(
      value = "SUBTOTAL",
      en = "A total of a chosen kind that leaves out other subtotals.",
      zh = "返回列表中的分类汇总，忽略其他分类汇总。")
  static double subtotal(int functionNum, Reference... refs) {
    int kind = functionNum > 100 ? functionNum - 100 : functionNum;
    if (kind < 1 || kind > 11) {
      throw FunctionError.value();
    }
    // what a filter has hidden never counts
    Collected collected = new Collected(isCount(kind), functionNum > 100, true);
    for (Reference ref : refs) {
      collected.addAll(ref, true, false);
    }
    return total(kind, collected);
  }

  @SheetFunction(
      value = "AGGREGATE",
      since = Excel.V2010,
      notIn = Product.GOOGLE_SHEETS,
      en = "A total of a chosen kind that can leave out errors and other totals.",
      zh = "返回列表或数据库的聚合，可忽略错误值和其他汇总。")
  static Value aggregate(Calculation calculation, int functionNum, int options, Value... refs) {
    if (functionNum < 1 || functionNum > 19 || options < 0 || options > 7) {
      throw FunctionError.value();
    }
    boolean withoutErrors = options == 2 || options == 3 || options == 6 || options == 7;
    boolean withoutTotals = options <= 3;
    boolean ranked = functionNum >= 14;
    Collected collected = new Collected(isCount(functionNum), options % 2 == 1, false);
    if (!ranked) {
      for (Value ref : refs) {
        collected.addAll(reference(ref), withoutTotals, withoutErrors);
      }
      return Value.of(Convert.scalar(total(functionNum, collected)));
    } else if (refs.length != 2) {
      throw FunctionError.value();
    }
    collected.addAll(refs[0], withoutTotals, withoutErrors);
    double[] sorted = collected.numbers.sorted();
    return Broadcast.map(
        List.of(refs[1].grid()),
        calculation,
        k ->
            Convert.scalar(
                ranked(functionNum, sorted, Convert.number(k[0], calculation.dateSystem()))));
  }

  /** The functions that SUBTOTAL has too take no arrays. */
  private static Reference reference(Value value) {
    if (value instanceof Value.Single single) {
      FunctionError.check(single.scalar());
    }
    if (!(value instanceof Reference reference)) {
      throw FunctionError.value();
    }
    return reference;
  }

  /** COUNT and COUNTA, to which an error is no obstacle. */
  private static boolean isCount(int kind) {
    return kind == 2 || kind == 3;
  }

  private static final class Collected {
    private final Numbers numbers = new Numbers();
    private final boolean counting;
    private final boolean withoutHidden;
    private final boolean withoutFiltered;
    private int filled;

    Collected(boolean counting, boolean withoutHidden, boolean withoutFiltered) {
      this.counting = counting;
      this.withoutHidden = withoutHidden;
      this.withoutFiltered = withoutFiltered;
    }

    void addAll(Value value, boolean withoutTotals, boolean withoutErrors) {
      if (value instanceof Reference reference) {
        reference.areas().forEach(area -> addArea(area, withoutTotals, withoutErrors));
      } else {
        Numbers.cells(value.grid(), cell -> add(cell, withoutErrors));
      }
    }

    private void addArea(Area area, boolean withoutTotals, boolean withoutErrors) {
      Reference.of(area).grid();
      for (int row = 0; row < area.filledRows(); row++) {
        if (isLeftOut(area.reader(), area.range().firstRow() + row)) {
          continue;
        }
        for (int column = 0; column < area.filledColumns(); column++) {
          if (!withoutTotals || !isTotal(area, row, column)) {
            add(area.at(row, column), withoutErrors);
          }
        }
      }
    }

    private boolean isLeftOut(CellReader sheet, int row) {
      return withoutHidden && sheet.isHidden(row) || withoutFiltered && sheet.isFiltered(row);
    }

    private static boolean isTotal(Area area, int row, int column) {
      String formula =
          area.reader()
              .cell(area.range().firstRow() + row, area.range().firstColumn() + column)
              .formula();
      if (formula == null) {
        return false;
      }
      String upper = formula.toUpperCase(Locale.ROOT);
      return upper.contains("SUBTOTAL(") || upper.contains("AGGREGATE(");
    }

    private void add(Scalar cell, boolean withoutErrors) {
      if (cell instanceof Scalar.Err && withoutErrors) {
        return;
      }
      if (!counting) {
        FunctionError.check(cell);
      }
      filled += cell instanceof Scalar.Blank ? 0 : 1;
      if (cell instanceof Scalar.Num n) {
        numbers.add(n.value());
      }
    }
  }

  private static double total(int kind, Collected collected) {
    Numbers numbers = collected.numbers;
    return switch (kind) {
      case 1 -> numbers.mean();
      case 2 -> numbers.size();
      case 3 -> collected.filled;
      case 4 -> CountFunctions.max(numbers);
      case 5 -> CountFunctions.min(numbers);
      case 6 -> product(numbers);
      case 7 -> Math.sqrt(StatisticFunctions.variance(numbers, 1));
      case 8 -> Math.sqrt(StatisticFunctions.variance(numbers, 0));
      case 9 -> numbers.sum();
      case 10 -> StatisticFunctions.variance(numbers, 1);
      case 11 -> StatisticFunctions.variance(numbers, 0);
      case 12 -> Quantiles.inclusive(numbers.sorted(), 0.5);
      default -> StatisticFunctions.mode(numbers);
    };
  }

  static double product(Numbers numbers) {
    double product = numbers.size() == 0 ? 0 : 1;
    for (int i = 0; i < numbers.size(); i++) {
      product *= numbers.get(i);
    }
    return product;
  }

  private static double ranked(int kind, double[] sorted, double k) {
    return switch (kind) {
      case 14 -> at(sorted, sorted.length - Math.ceil(k));
      case 15 -> at(sorted, Math.floor(k) - 1);
      case 16 -> Quantiles.inclusive(sorted, k);
      case 17 -> Quantiles.inclusive(sorted, Math.floor(k) / 4);
      case 18 -> Quantiles.exclusive(sorted, k);
      default -> Quantiles.exclusive(sorted, Math.floor(k) / 4);
    };
  }

  private static double at(double[] sorted, double index) {
    if (index < 0 || index >= sorted.length) {
      throw FunctionError.num();
    }
    return sorted[(int) index];
  }

  @SheetFunction(
      value = "PERCENTOF",
      since = Excel.V365,
      notIn = {Product.GOOGLE_SHEETS, Product.LIBREOFFICE},
      en = "The share that the sum of a part has in the sum of all.",
      zh = "返回子集之和占总体之和的比例。")
  static double share(Calculation calculation, Value dataSubset, Value dataAll) {
    DateSystem dates = calculation.dateSystem();
    double all = Numbers.of(new Value[] {dataAll}, dates).sum();
    double part = Numbers.of(new Value[] {dataSubset}, dates).sum();
    if (all == 0) {
      throw FunctionError.divisionByZero();
    }
    return part / all;
  }
}
