package org.inkstone.service.plan.algebra;

import java.time.LocalDate;
import java.util.List;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be computed over tables. It has one meaning ({@link PlanMeaning}), one idiom
 * as a formula ({@link PlanPrinter}) and one sentence in each language ({@link PlanSentence}).
 */
public sealed interface Plan {
  /** Of how many values a plan is. */
  enum Shape {
    /** One value. */
    ONE,
    /** One value for each row of a table. */
    ROW,
    /** A list that is as long as it needs to be. */
    LIST
  }

  /** A fixed value. */
  record Literal(Scalar value) implements Plan {
    /** A number. */
    public static Literal of(double number) {
      return new Literal(Scalar.of(number));
    }

    /** A text. */
    public static Literal of(String text) {
      return new Literal(Scalar.of(text));
    }
  }

  /** A fixed day. */
  record Day(LocalDate date) implements Plan {}

  /**
   * A column's cell in the row that is looked at.
   *
   * @param outer inside an aggregate: of the row that the formula stands in, not of its own rows
   */
  record Field(ColumnView column, boolean outer) implements Plan {
    /** A cell of the row that is looked at. */
    public static Field of(ColumnView column) {
      return new Field(column, false);
    }

    /** Whether it prints as a range of cells, not as what is read from them. */
    boolean isRange() {
      return !outer && column.reading() == null;
    }
  }

  /** An operation of two numbers. */
  record Arithmetic(Operator operator, Plan left, Plan right) implements Plan {}

  /** The sum, mean and so on of several values of the same row; what is no number is left out. */
  record Across(AggregateFunction function, List<ColumnView> columns) implements Plan {
    public Across {
      columns = List.copyOf(columns);
    }
  }

  /**
   * One value out of the rows that meet a condition.
   *
   * @param of the value of a row; null only for {@link AggregateFunction#COUNT}
   */
  record Aggregate(AggregateFunction function, TableView table, @Nullable Plan of, Condition filter)
      implements Plan {}

  /** The mean of values, each as important as its weight. */
  record WeightedMean(TableView table, Plan value, Plan weight, Condition filter) implements Plan {}

  /** The second largest value and the like; the first is 1. */
  record Nth(TableView table, Plan of, int position, boolean largest, Condition filter)
      implements Plan {}

  /** What stands in the row with the largest, second largest, smallest … value. */
  record ExtremeRow(
      TableView table, Plan result, Plan by, int position, boolean largest, Condition filter)
      implements Plan {}

  /**
   * What stands in the first or last row that meets a condition.
   *
   * @param fallback what to give where there is none; null is an error
   */
  record Lookup(TableView table, Plan result, Condition keys, boolean last, @Nullable Plan fallback)
      implements Plan {}

  /** What stands so many rows below the first row that meets a condition; above it if negative. */
  record Beside(TableView table, Plan result, Condition keys, int offset) implements Plan {
    public Beside {
      if (offset == 0) {
        throw new IllegalArgumentException("a row beside another is at least one row away, was 0");
      }
    }
  }

  /**
   * What stands in a row by its place in the table, among the rows that meet a condition.
   *
   * @param position 1 is the first, 2 the second; -1 the last, -2 the last but one
   */
  record AtPlace(TableView table, Plan result, Condition filter, int position) implements Plan {
    public AtPlace {
      if (position == 0) {
        throw new IllegalArgumentException("places are counted from 1 or from -1, was 0");
      }
    }
  }

  /** How many rows in a row meet a condition, at the most. */
  record LongestRun(TableView table, Condition of) implements Plan {}

  /**
   * The place of a row's number among all of them, or among those of its group.
   *
   * @param within null is all rows
   */
  record Rank(TableView table, ColumnView of, boolean descending, @Nullable ColumnView within)
      implements Plan {}

  /**
   * An aggregate of the rows down to this one.
   *
   * @param within only rows of the same group; null is all
   */
  record Running(
      AggregateFunction function, TableView table, ColumnView of, @Nullable ColumnView within)
      implements Plan {}

  /** The difference to the row above, an empty text in the first one. */
  record Change(TableView table, ColumnView of, boolean relative) implements Plan {}

  /** The value of the first case whose condition holds. */
  record Choose(List<Case> cases, Plan otherwise) implements Plan {
    public Choose {
      cases = List.copyOf(cases);
    }
  }

  /** A condition and what it leads to. */
  record Case(Condition when, Plan then) {}

  /** A number at so many decimals. */
  record Rounded(Plan of, int digits, Direction direction) implements Plan {
    /** Where to. */
    public enum Direction {
      NEAREST,
      UP,
      DOWN
    }
  }

  /** A number at a multiple of a step, such as 50; the step is above 0. */
  record Stepped(Plan of, double step, Rounded.Direction direction) implements Plan {}

  /** The number without its sign. */
  record Absolute(Plan of) implements Plan {}

  /** What is made of a text. */
  record TextOf(TextFunction function, Plan of, List<Plan> arguments) implements Plan {
    public TextOf {
      arguments = List.copyOf(arguments);
    }
  }

  /** Texts behind each other. */
  record Joined(List<Plan> parts) implements Plan {
    public Joined {
      parts = List.copyOf(parts);
    }
  }

  /** A part of a day's date. */
  record DateOf(DatePart part, Plan of) implements Plan {}

  /** A day, so much later. */
  record Shifted(Plan day, Plan amount, SpanUnit unit) implements Plan {}

  /** How long it is from one day to another. */
  record Span(Plan from, Plan to, SpanUnit unit) implements Plan {}

  /** The monthly payment of a loan, from its yearly rate and its months; above 0. */
  record Payment(Plan yearlyRate, Plan months, Plan principal) implements Plan {}

  /** Another value where it is an error. */
  record IfError(Plan of, Plan otherwise) implements Plan {}

  /**
   * Rows of a table: those that meet a condition, in an order, without repetition, the first few.
   *
   * @param take 0 is all
   */
  record Select(
      TableView table,
      List<Plan> fields,
      Condition filter,
      List<Order> order,
      boolean distinct,
      int take)
      implements Plan {
    public Select {
      fields = List.copyOf(fields);
      order = List.copyOf(order);
      if (fields.isEmpty()) {
        throw new IllegalArgumentException("a list needs at least one field");
      }
    }
  }

  /** By what rows are sorted. */
  record Order(Plan by, boolean descending) {}

  /** Each different key beside the aggregate of its rows. */
  record Groups(TableView table, Plan key, Aggregate each, boolean sorted, boolean descending)
      implements Plan {}

  /** The key whose rows have the largest or smallest aggregate. */
  record BestGroup(TableView table, Plan key, Aggregate each, boolean largest) implements Plan {}

  /** Of how many values it is. */
  default Shape shape() {
    return PlanShape.of(this);
  }
}
