package org.inkstone.service.sheet.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.formula.Axis;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.ExprMapping;

/** References whose rows move with the formula although what they name stays where it is. */
final class LooseReferences {
  private static final Set<String> FIRST = Set.of("INDEX");
  private static final Set<String> SECOND =
      Set.of(
          "VLOOKUP",
          "HLOOKUP",
          "MATCH",
          "XMATCH",
          "RANK",
          "RANK.EQ",
          "RANK.AVG",
          "PERCENTRANK",
          "PERCENTRANK.INC",
          "PERCENTRANK.EXC");
  private static final Set<String> SECOND_AND_THIRD = Set.of("XLOOKUP", "LOOKUP");

  private final FormulaSubject subject;
  private final Set<Expr> found = new LinkedHashSet<>();

  private LooseReferences(FormulaSubject subject) {
    this.subject = subject;
  }

  static Set<Expr> of(FormulaSubject subject) {
    LooseReferences references = new LooseReferences(subject);
    subject.calls().forEach(references::visit);
    Parts.of(subject.formula(), Expr.Binary.class).forEach(references::visit);
    return references.found;
  }

  private void visit(Expr.Call call) {
    List<Expr> arguments = call.arguments();
    String name = call.function();
    if (FIRST.contains(name) && !arguments.isEmpty()) {
      addRange(arguments.getFirst());
    }
    if ((SECOND.contains(name) || SECOND_AND_THIRD.contains(name)) && arguments.size() > 1) {
      addRange(arguments.get(1));
    }
    if (SECOND_AND_THIRD.contains(name) && arguments.size() > 2) {
      addRange(arguments.get(2));
    }
    List<FunctionKinds.Criterion> criteria = FunctionKinds.criteria(call);
    criteria.forEach(pair -> addRange(pair.range()));
    if (!criteria.isEmpty()) {
      FunctionKinds.numbers(call).forEach(this::addRange);
    } else {
      FunctionKinds.rows(call).forEach(this::addWholeColumn);
    }
  }

  private void visit(Expr.Binary binary) {
    if (binary.operator() == BinaryOperator.DIVIDE
        || binary.operator() == BinaryOperator.MULTIPLY) {
      addParameter(binary.right());
      if (binary.operator() == BinaryOperator.MULTIPLY) {
        addParameter(binary.left());
      }
    }
  }

  private void addRange(Expr expr) {
    if (expr instanceof Expr.RangeRef range && moves(range) && rows(range) > 1) {
      found.add(range);
    }
  }

  private static boolean moves(Expr.RangeRef range) {
    return !range.firstRow().absolute() && !range.lastRow().absolute();
  }

  private static int rows(Expr.RangeRef range) {
    return range.lastRow().index() - range.firstRow().index() + 1;
  }

  /** All data of a table's column: no window that is meant to move. */
  private void addWholeColumn(Expr expr) {
    if (expr instanceof Expr.RangeRef range && moves(range) && rows(range) > 3) {
      subject
          .area(range)
          .filter(area ->
              subject.tables(area).stream()
                  .anyMatch(t ->
                      t.data().firstRow() == area.range().firstRow()
                          && t.data().lastRow() <= area.range().lastRow()))
          .ifPresent(area -> found.add(range));
    }
  }

  /** A single number outside the rows, such as a rate or a total, with no number below it. */
  private void addParameter(Expr expr) {
    if (!(expr instanceof Expr.CellRef ref)
        || ref.row().absolute()
        || (ref.sheet() == null && ref.row().index() == subject.cell().row())) {
      return;
    }
    subject
        .area(ref)
        .filter(area -> {
          CellRange at = area.range();
          boolean inData =
              subject.tables(area).stream()
                  .anyMatch(t ->
                      t.data().rows() > 1 && t.data().contains(at.firstRow(), at.firstColumn()));
          boolean number =
              subject.value(area, at.firstRow(), at.firstColumn()) instanceof Scalar.Num;
          boolean alone =
              at.firstRow() + 1 >= CellAddress.MAX_ROWS
                  || !(subject.value(area, at.firstRow() + 1, at.firstColumn())
                      instanceof Scalar.Num);
          return number && alone && !inData;
        })
        .ifPresent(area -> found.add(ref));
  }

  /** The formula with the rows of some references held by {@code $}. */
  static Expr anchored(Expr formula, Set<Expr> loose) {
    return ExprMapping.map(formula, node -> loose.contains(node) ? anchored(node) : node);
  }

  private static Expr anchored(Expr node) {
    return switch (node) {
      case Expr.RangeRef r ->
          new Expr.RangeRef(
              r.sheet(),
              Axis.absolute(r.firstRow().index()),
              Axis.absolute(r.firstColumn().index()),
              Axis.absolute(r.lastRow().index()),
              Axis.absolute(r.lastColumn().index()));
      case Expr.CellRef c ->
          new Expr.CellRef(
              c.sheet(), Axis.absolute(c.row().index()), Axis.absolute(c.column().index()));
      default -> node;
    };
  }
}
