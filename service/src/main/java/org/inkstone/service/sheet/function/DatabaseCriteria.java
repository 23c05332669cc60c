package org.inkstone.service.sheet.function;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Criterion;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.NumberText;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Value;
import org.inkstone.service.sheet.value.Wildcard;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a criteria range: a record must fulfil all of one of its rows. A formula under
 * a header that the database lacks is computed for each record, its relative references written as
 * seen from the first one.
 */
final class DatabaseCriteria {
  private static final String OPERATORS = "<>=";

  private final Calculation calculation;
  private final Grid database;
  private final Grid criteria;
  private final @Nullable Area area;

  DatabaseCriteria(Calculation calculation, Grid database, Value criteria) {
    this.calculation = calculation;
    this.database = database;
    this.criteria = criteria.grid();
    this.area = criteria instanceof Reference reference ? reference.area() : null;
    if (this.criteria.rows() < 2) {
      throw FunctionError.value();
    }
  }

  /** The rows of the database whose records fulfil the conditions; the first record is row 1. */
  List<Integer> matching() {
    List<IntPredicate> alternatives = new ArrayList<>();
    boolean blankRows = criteria.filledRows() < criteria.rows();
    for (int row = 1; row < criteria.filledRows(); row++) {
      alternatives.add(conditions(row));
    }
    List<Integer> matching = new ArrayList<>();
    for (int row = 1; row < database.filledRows(); row++) {
      int at = row;
      calculation.charge(alternatives.size());
      if (blankRows || alternatives.stream().anyMatch(a -> a.test(at))) {
        matching.add(row);
      }
    }
    return matching;
  }

  private IntPredicate conditions(int row) {
    IntPredicate all = record -> true;
    for (int column = 0; column < criteria.filledColumns(); column++) {
      Scalar cell = criteria.at(row, column);
      int field = field(database, criteria.at(0, column));
      if (!(cell instanceof Scalar.Blank)) {
        all = all.and(field < 0 ? computed(row, column, cell) : stored(field, cell));
      }
    }
    return all;
  }

  /** The column with a label; -1 if none has it. */
  static int field(Grid database, Scalar label) {
    if (label instanceof Scalar.Text text) {
      for (int column = 0; column < database.filledColumns(); column++) {
        if (database.at(0, column) instanceof Scalar.Text t
            && t.value().equalsIgnoreCase(text.value())) {
          return column;
        }
      }
    }
    return -1;
  }

  private IntPredicate stored(int field, Scalar cell) {
    Predicate<Scalar> test = test(cell, calculation.dateSystem());
    return record -> test.test(database.at(record, field));
  }

  /** Plain text stands for all texts that begin with it. */
  private static Predicate<Scalar> test(Scalar cell, DateSystem dates) {
    if (!(cell instanceof Scalar.Text text)) {
      return Criterion.of(cell, dates);
    }
    String words = text.value();
    boolean plain =
        !words.isEmpty()
            && OPERATORS.indexOf(words.charAt(0)) < 0
            && NumberText.parse(words, dates).isEmpty()
            && !words.equalsIgnoreCase("TRUE")
            && !words.equalsIgnoreCase("FALSE")
            && ErrorCode.of(words).isEmpty();
    if (!plain) {
      return Criterion.of(cell, dates);
    }
    Wildcard beginning = Wildcard.of(words + "*");
    return value -> value instanceof Scalar.Text t && beginning.matches(t.value());
  }

  private IntPredicate computed(int row, int column, Scalar cell) {
    if (area != null) {
      CellAddress at =
          new CellAddress(area.range().firstRow() + row, area.range().firstColumn() + column);
      if (area.reader().cell(at.row(), at.column()).formula() != null) {
        Area known = area;
        return record -> holds(calculation.copied(known.reader(), at, record - 1));
      }
    }
    return record -> holds(cell);
  }

  private static boolean holds(Scalar value) {
    return switch (value) {
      case Scalar.Bool b -> b.value();
      case Scalar.Num n -> n.value() != 0;
      default -> false;
    };
  }
}
