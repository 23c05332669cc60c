package org.inkstone.service.sheet.eval;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.BlockTallies;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.CellReader;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Value;

/** The evaluation of one cell's formula, as its functions see it. */
final class Frame implements Calculation {
  private final Session session;
  private final SheetView view;
  private final CellAddress cell;
  private final ExprEvaluator evaluator;
  private final boolean moved;

  /**
   * The evaluation of a formula.
   *
   * @param base the cell that it was written for
   */
  Frame(Session session, SheetView view, CellAddress cell, CellAddress base) {
    this.session = session;
    this.view = view;
    this.cell = cell;
    int down = cell.row() - base.row();
    int right = cell.column() - base.column();
    this.moved = down != 0 || right != 0;
    this.evaluator =
        new ExprEvaluator(session, this, new ReferenceResolver(session, view, cell, down, right));
  }

  /** Evaluates what is written for this very cell. */
  ExprEvaluator here() {
    return moved
        ? new ExprEvaluator(session, this, new ReferenceResolver(session, view, cell, 0, 0))
        : evaluator;
  }

  /**
   * The value of the formula. What a reference leads to is read here, while the value is under way:
   * later nobody would notice that it leads back.
   */
  Value run(Expr expr) {
    Value value = evaluator.root(expr);
    return value instanceof Reference reference ? read(reference) : value;
  }

  private Value read(Reference reference) {
    try {
      Grid grid = reference.grid();
      if (grid.isSingle()) {
        return Value.of(grid.at(0, 0));
      }
      charge(grid.filledSize());
      return ArrayValue.copy(grid);
    } catch (FunctionError error) {
      return Value.of(error.scalar());
    }
  }

  @Override
  public LocalDateTime now() {
    return session.now();
  }

  @Override
  public RandomGenerator random() {
    return session.context().random();
  }

  @Override
  public DateSystem dateSystem() {
    return session.dateSystem();
  }

  @Override
  public CellAddress cell() {
    return cell;
  }

  @Override
  public CellReader sheet() {
    return view;
  }

  @Override
  public List<CellReader> sheets() {
    return List.copyOf(session.views());
  }

  @Override
  public Optional<Reference> reference(String text, boolean a1) {
    try {
      Expr expr = a1 ? IndirectText.a1(text) : IndirectText.r1c1(text, cell);
      return expr != null && here().eval(expr, null) instanceof Reference reference
          ? Optional.of(reference)
          : Optional.empty();
    } catch (FunctionError e) {
      return Optional.empty();
    }
  }

  @Override
  public Scalar copied(CellReader sheet, CellAddress at, int rows) {
    return session.underWay().copied(session.view(sheet.index()), at, rows);
  }

  @Override
  public BlockTallies tallies(Object what, List<Area> areas) {
    return session.tallies().of(what, areas);
  }

  @Override
  public void charge(long steps) {
    session.effort().charge(steps);
  }
}
