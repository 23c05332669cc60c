package org.inkstone.service.sheet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.formula.Expr;
import org.jspecify.annotations.Nullable;

/**
 * A look-up that a formula makes.
 *
 * @param sought what is looked for
 * @param keys one row or one column of cells in which it is looked for
 * @param byDefault whether the mode comes from an argument that was left out
 */
record Lookup(Expr.Call call, Expr sought, Area keys, Mode mode, boolean byDefault) {
  /** How the keys are compared. */
  enum Mode {
    EXACT,
    /** The nearest key, found in any order. */
    NEAREST,
    /** The last key not above; wrong unless the keys ascend. */
    ASCENDING,
    /** The last key not below; wrong unless the keys descend. */
    DESCENDING
  }

  /** A key and where it stands. */
  record Key(CellAddress at, Scalar value) {}

  /** The look-up of a call; empty if it is none, or its keys are computed. */
  static Optional<Lookup> of(Expr.Call call, FormulaSubject subject) {
    List<Expr> arguments = call.arguments();
    if (arguments.size() < 2) {
      return Optional.empty();
    }
    Area whole = subject.area(arguments.get(1)).flatMap(subject::filled).orElse(null);
    Mode mode = mode(call, subject);
    if (whole == null || mode == null) {
      return Optional.empty();
    }
    boolean wide = whole.range().columns() > whole.range().rows();
    Area keys =
        switch (call.function()) {
          case "VLOOKUP" -> whole.firstColumn();
          case "HLOOKUP" -> whole.firstRow();
          default -> wide ? whole.firstRow() : whole.firstColumn();
        };
    int decisive = decisive(call.function());
    boolean byDefault = decisive > 0 && arguments.size() <= decisive;
    return Optional.of(new Lookup(call, arguments.getFirst(), keys, mode, byDefault));
  }

  private static int decisive(String function) {
    return switch (function) {
      case "VLOOKUP", "HLOOKUP" -> 3;
      case "MATCH" -> 2;
      default -> -1;
    };
  }

  private static @Nullable Mode mode(Expr.Call call, FormulaSubject subject) {
    return switch (call.function()) {
      case "VLOOKUP", "HLOOKUP" -> number(call, 3, 1, subject) == 0 ? Mode.EXACT : Mode.ASCENDING;
      case "MATCH" -> bySign(number(call, 2, 1, subject));
      case "LOOKUP" -> Mode.ASCENDING;
      case "XLOOKUP" -> modern(number(call, 4, 0, subject), number(call, 5, 1, subject));
      case "XMATCH" -> modern(number(call, 2, 0, subject), number(call, 3, 1, subject));
      default -> null;
    };
  }

  private static Mode bySign(double type) {
    return type == 0 ? Mode.EXACT : type > 0 ? Mode.ASCENDING : Mode.DESCENDING;
  }

  /** XLOOKUP and XMATCH need an order for the binary search only. */
  private static Mode modern(double match, double search) {
    if (Math.abs(search) == 2) {
      return bySign(search);
    }
    return Math.abs(match) == 1 ? Mode.NEAREST : Mode.EXACT;
  }

  /** The number of an argument: one that is left empty is 0, one that is not there a default. */
  private static double number(Expr.Call call, int index, double absent, FormulaSubject subject) {
    if (call.arguments().size() <= index) {
      return absent;
    }
    Expr argument = call.arguments().get(index);
    return switch (argument) {
      case Expr.Omitted omitted -> 0;
      case Expr.NumberLiteral literal -> literal.value();
      case Expr.BoolLiteral literal -> literal.value() ? 1 : 0;
      default ->
          switch (subject.value(argument)) {
            case Scalar.Num number -> number.value();
            case Scalar.Bool bool -> bool.value() ? 1 : 0;
            default -> 0;
          };
    };
  }

  /** The filled keys in their order. */
  List<Key> entries(FormulaSubject subject) {
    List<Key> entries = new ArrayList<>();
    var range = keys.range();
    for (int row = range.firstRow(); row <= range.lastRow(); row++) {
      for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
        Scalar value = subject.value(keys, row, column);
        if (!(value instanceof Scalar.Blank) && !(value instanceof Scalar.Err)) {
          entries.add(new Key(new CellAddress(row, column), value));
        }
      }
    }
    return entries;
  }
}
