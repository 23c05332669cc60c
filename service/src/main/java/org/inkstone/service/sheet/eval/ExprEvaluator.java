package org.inkstone.service.sheet.eval;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** Evaluates syntax trees; every error is a value. */
final class ExprEvaluator {
  private final Session session;
  private final Frame frame;
  private final ReferenceResolver references;
  private final CallEvaluator calls;

  ExprEvaluator(Session session, Frame frame, ReferenceResolver references) {
    this.session = session;
    this.frame = frame;
    this.references = references;
    this.calls = new CallEvaluator(session, frame, references, this);
  }

  /** The value of a whole formula. */
  Value root(Expr expr) {
    return traced(expr, null, true);
  }

  Value eval(Expr expr, @Nullable Scope scope) {
    return traced(expr, scope, false);
  }

  private Value traced(Expr expr, @Nullable Scope scope, boolean root) {
    session.effort().enter();
    Tracer tracer = session.underWay().tracer();
    if (expr instanceof Expr.Binary binary && !binary.operator().reference()) {
      Value value = run(binary, scope, root, tracer);
      session.effort().leave();
      return value;
    }
    if (tracer != null) {
      tracer.begin();
    }
    Value value;
    try {
      value = node(expr, scope);
    } catch (FunctionError error) {
      value = Value.of(error.scalar());
    }
    if (tracer != null) {
      tracer.end(expr, value);
    }
    session.effort().leave();
    return value;
  }

  private Value node(Expr expr, @Nullable Scope scope) {
    return switch (expr) {
      case Expr.NumberLiteral n -> Value.of(n.value());
      case Expr.TextLiteral t -> Value.of(Scalar.of(t.value()));
      case Expr.BoolLiteral b -> Value.of(Scalar.of(b.value()));
      case Expr.ErrorLiteral e -> Value.of(Scalar.of(e.code()));
      case Expr.Omitted o -> Scope.OMITTED;
      case Expr.ArrayLiteral a -> ArrayValue.of(a.rows());
      case Expr.CellRef c -> references.cell(c);
      case Expr.RangeRef r -> references.range(r);
      case Expr.ColumnsRef c -> references.columns(c);
      case Expr.RowsRef r -> references.rows(r);
      case Expr.TableRef t -> references.table(t);
      case Expr.NameRef n -> calls.name(n, scope);
      case Expr.Call call -> calls.call(call, scope);
      case Expr.Invoke invoke -> calls.invoke(invoke, scope);
      case Expr.Unary unary -> unary(unary, scope);
      case Expr.Binary binary -> reference(binary, scope);
    };
  }

  /** Operators that lean to the left are evaluated in a loop, so that long sums need no stack. */
  @SuppressWarnings("ReferenceEquality") // the node itself, not one like it
  private Value run(
      Expr.Binary outermost, @Nullable Scope scope, boolean root, @Nullable Tracer tracer) {
    boolean single =
        tracer == null
            && !(outermost.left() instanceof Expr.Binary inner && !inner.operator().reference());
    if (single) {
      session.effort().charge(1);
      Value left = eval(outermost.left(), scope);
      return combine(outermost.operator(), left, eval(outermost.right(), scope), root);
    }
    Deque<Expr.Binary> run = new ArrayDeque<>();
    Expr left = outermost;
    while (left instanceof Expr.Binary binary && !binary.operator().reference()) {
      run.push(binary);
      left = binary.left();
      if (tracer != null) {
        tracer.begin();
      }
    }
    Value value = eval(left, scope);
    for (Expr.Binary binary : run) {
      session.effort().charge(1);
      Value right = eval(binary.right(), scope);
      value = combine(binary.operator(), value, right, root && binary == outermost);
      if (tracer != null) {
        tracer.end(binary, value);
      }
    }
    return value;
  }

  private Value combine(BinaryOperator operator, Value left, Value right, boolean last) {
    try {
      Value a = scalars(left);
      Value b = scalars(right);
      Value value = Operators.apply(operator, a, b, frame);
      return last ? Operators.snap(operator, a, b, value) : value;
    } catch (FunctionError error) {
      return Value.of(error.scalar());
    }
  }

  /** A reference to one cell as its value. */
  private static Value scalars(Value value) {
    if (value instanceof Reference reference) {
      Grid grid = reference.grid();
      return grid.isSingle() ? Value.of(grid.at(0, 0)) : reference;
    }
    return value;
  }

  private Value unary(Expr.Unary unary, @Nullable Scope scope) {
    Value operand = eval(unary.operand(), scope);
    return switch (unary.operator()) {
      case PLUS -> values(operand);
      case MINUS -> Operators.negate(operand, frame);
      case PERCENT -> Operators.percent(operand, frame);
      case INTERSECT -> intersect(operand);
      case SPILL -> spilled(operand);
      case ENCLOSED -> operand;
    };
  }

  /** What a reference holds: a plus makes values of it, as functions of the ToolPak need. */
  private Value values(Value operand) {
    Value value = scalars(operand);
    if (!(value instanceof Reference reference)) {
      return value;
    }
    Grid grid = reference.grid();
    session.effort().charge(grid.filledSize());
    return ArrayValue.copy(grid);
  }

  /** The one cell of a range that stands in the formula's row or column; the first of an array. */
  private Value intersect(Value operand) {
    if (!(operand instanceof Reference reference)) {
      return Value.of(operand.grid().at(0, 0));
    }
    CellRange range = reference.area().range();
    int row = references.at().row();
    int column = references.at().column();
    int atRow = range.rows() == 1 ? range.firstRow() : row;
    int atColumn = range.columns() == 1 ? range.firstColumn() : column;
    if (!range.contains(atRow, atColumn)) {
      throw FunctionError.value();
    }
    return Reference.of(
        new Area(reference.area().reader(), new CellRange(atRow, atColumn, atRow, atColumn)));
  }

  private static Value spilled(Value operand) {
    if (!(operand instanceof Reference reference)
        || Ranges.size(reference.area().range()) != 1
        || !(reference.area().reader() instanceof SheetView view)) {
      throw FunctionError.ref();
    }
    CellRange range = reference.area().range();
    view.reading(range);
    return view.spilled(range.firstRow(), range.firstColumn());
  }

  private Value reference(Expr.Binary binary, @Nullable Scope scope) {
    Value left = eval(binary.left(), scope);
    Value right = eval(binary.right(), scope);
    FunctionError.check(error(left));
    FunctionError.check(error(right));
    if (!(left instanceof Reference a) || !(right instanceof Reference b)) {
      throw FunctionError.value();
    }
    return switch (binary.operator()) {
      case RANGE -> References.around(a, b);
      case INTERSECTION -> References.both(a, b);
      default -> References.all(List.of(a, b));
    };
  }

  private static Scalar error(Value value) {
    return value instanceof Value.Single single ? single.scalar() : Scalar.blank();
  }
}
