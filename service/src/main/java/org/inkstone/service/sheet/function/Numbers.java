package org.inkstone.service.sheet.function;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Tally;
import org.inkstone.service.sheet.value.Value;

/** A growing list of numbers, and the rules by which functions such as SUM collect them. */
final class Numbers {
  private double[] values = new double[16];
  private int size;

  /** The numbers of arguments: of ranges and arrays only numbers count, single values convert. */
  static Numbers of(Value[] arguments, DateSystem dates) {
    Numbers numbers = new Numbers();
    each(arguments, dates, numbers::add);
    return numbers;
  }

  /** The numbers of one range or array; a single text or truth value must stand for one. */
  static Numbers of(Grid grid) {
    Numbers numbers = new Numbers();
    if (grid instanceof Value.Single single) {
      numbers.add(Convert.number(single.scalar(), DateSystem.FROM_1900));
      return numbers;
    }
    cells(
        grid,
        cell -> {
          if (cell instanceof Scalar.Num n) {
            numbers.add(n.value());
          } else {
            FunctionError.check(cell);
          }
        });
    return numbers;
  }

  /** The numbers of arguments where texts count as 0 and truth values as 0 or 1. */
  static Numbers withTexts(Value[] arguments, DateSystem dates) {
    Numbers numbers = new Numbers();
    for (Value argument : arguments) {
      if (argument instanceof Value.Single single) {
        numbers.add(Convert.number(single.scalar(), dates));
      } else {
        areas(
            argument,
            cell -> {
              switch (cell) {
                case Scalar.Num n -> numbers.add(n.value());
                case Scalar.Bool b -> numbers.add(b.value() ? 1 : 0);
                case Scalar.Text t -> numbers.add(0);
                case Scalar.Err e -> throw FunctionError.of(e.code());
                case Scalar.Blank b -> {}
              }
            });
      }
    }
    return numbers;
  }

  /** What arguments come to; of ranges and arrays only numbers count, single values convert. */
  static Tally tally(Value[] arguments, DateSystem dates) {
    Tally tally = new Tally();
    for (Value argument : arguments) {
      if (argument instanceof Value.Single single) {
        tally.add(Convert.number(single.scalar(), dates));
      } else {
        add(argument, tally);
        tally.check();
      }
    }
    return tally;
  }

  /** What the cells of ranges and arrays come to. */
  static Tally tally(Value cells) {
    Tally tally = new Tally();
    add(cells, tally);
    return tally;
  }

  private static void add(Value cells, Tally tally) {
    if (cells instanceof Reference reference) {
      reference.areas().forEach(area -> Reference.of(area).grid().tally(tally));
    } else {
      cells.grid().tally(tally);
    }
  }

  /** Visits the numbers of arguments. */
  static void each(Value[] arguments, DateSystem dates, DoubleConsumer consumer) {
    for (Value argument : arguments) {
      if (argument instanceof Value.Single single) {
        consumer.accept(Convert.number(single.scalar(), dates));
      } else {
        each(new Value[] {argument}, consumer, FunctionError::check);
      }
    }
  }

  /** Visits the cells of ranges and arrays, numbers and others apart. */
  static void each(Value[] arguments, DoubleConsumer numbers, Consumer<Scalar> others) {
    for (Value argument : arguments) {
      if (argument instanceof Reference reference) {
        for (Area area : reference.areas()) {
          Reference.of(area).grid().eachNumber(numbers, others);
        }
      } else {
        argument.grid().eachNumber(numbers, others);
      }
    }
  }

  /** Visits the cells of an argument, of all areas of a reference. */
  static void areas(Value argument, Consumer<Scalar> consumer) {
    if (argument instanceof Reference reference) {
      reference.areas().forEach(area -> cells(Reference.of(area).grid(), consumer));
    } else {
      cells(argument.grid(), consumer);
    }
  }

  /** Visits the cells of a grid by row; blanks outside its filled part are left out. */
  static void cells(Grid grid, Consumer<Scalar> consumer) {
    grid.each(consumer);
  }

  /** Takes two numbers. */
  @FunctionalInterface
  interface PairConsumer {
    void accept(double first, double second);
  }

  /**
   * Visits the places of two grids by row at which both hold numbers; an error ends it, and {@code
   * #N/A} if the grids differ in size.
   */
  static void pairs(Grid first, Grid second, PairConsumer consumer) {
    if (first.size() != second.size()) {
      throw FunctionError.notAvailable();
    }
    long end = Math.max(filledPlaces(first), filledPlaces(second));
    for (int i = 0; i < end; i++) {
      Scalar a = first.at(i / first.columns(), i % first.columns());
      Scalar b = second.at(i / second.columns(), i % second.columns());
      FunctionError.check(a);
      FunctionError.check(b);
      if (a instanceof Scalar.Num x && b instanceof Scalar.Num y) {
        consumer.accept(x.value(), y.value());
      }
    }
  }

  /** The places by row up to the last that may not be blank. */
  private static long filledPlaces(Grid grid) {
    return grid.fill() instanceof Scalar.Blank
        ? (long) grid.filledRows() * grid.columns()
        : grid.size();
  }

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  double get(int index) {
    return values[index];
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }

  double[] sorted() {
    double[] sorted = toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  double sum() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += values[i];
    }
    return sum;
  }

  /** These numbers, or {@code #NUM!} if there are none. */
  Numbers orNum() {
    if (size == 0) {
      throw FunctionError.num();
    }
    return this;
  }

  /** The mean, or {@code #DIV/0!} of nothing. */
  double mean() {
    if (size == 0) {
      throw FunctionError.divisionByZero();
    }
    return sum() / size;
  }

  /** The sum of squared distances from the mean. */
  double squares() {
    double mean = mean();
    double squares = 0;
    for (int i = 0; i < size; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return squares;
  }
}
