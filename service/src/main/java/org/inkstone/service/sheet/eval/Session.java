package org.inkstone.service.sheet.eval;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.CellReader;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** One calculation over one workbook: each formula is computed once, in the order of need. */
final class Session {
  private static final int MOST_WARNINGS = 20;

  private static final int MOST_CIRCLES = 1_000;

  private final EvaluationContext context;
  private final Effort effort;
  private final CellFormulas formulas;
  private final ValueUnderWay underWay;
  private final Demand demand = new Demand(this);
  private final KeptTallies tallies = new KeptTallies(this);
  private final List<SheetView> views = new ArrayList<>();
  private final Map<String, SheetView> viewsByName = new HashMap<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Set<String> circles = new LinkedHashSet<>();
  private LocalDateTime now;
  private long time;

  /** Whether this computes single cells for another calculation. */
  private final boolean helps;

  private @Nullable SheetView target;
  private int targetRow;
  private int targetColumn;

  Session(EvaluationContext context, int deepest) {
    this(context, deepest, false, null);
  }

  /**
   * A calculation.
   *
   * @param keepsStored whether a cell that can't be computed here keeps its stored value
   * @param read the workbook's formulas if they were read already
   */
  Session(
      EvaluationContext context,
      int deepest,
      boolean keepsStored,
      @Nullable WorkbookFormulas read) {
    this.context = context;
    this.effort = new Effort(context.budget(), deepest);
    this.formulas = new CellFormulas(this, context.workbook(), read);
    this.underWay = new ValueUnderWay(this, keepsStored);
    this.now = LocalDateTime.now(context.clock());
    this.helps = false;
    context.workbook().sheets().forEach(sheet -> add(new SheetView(this, sheet, views.size())));
  }

  /** A helper of another calculation, over what that has computed. */
  Session(Session calculation) {
    this.context = calculation.context;
    this.effort = new Effort(context.budget(), FormulaEvaluator.DEEPEST);
    this.formulas = new CellFormulas(this, calculation.formulas);
    this.underWay = new ValueUnderWay(this, calculation.underWay.keepsStored());
    this.now = calculation.now;
    this.helps = true;
    calculation.views.forEach(view -> add(new SheetView(this, view)));
  }

  private void add(SheetView view) {
    views.add(view);
    viewsByName.putIfAbsent(view.sheet().toLowerCase(Locale.ROOT), view);
  }

  /** Makes ready for helpers; whether they can be of use. */
  boolean readyForHelpers() {
    for (SheetView view : views) {
      if (view.spills().mayFill()) {
        return false;
      }
      view.results().makeRoom();
    }
    return true;
  }

  /** Begins a helper's work at a cell. */
  void begin(SheetView view, int row, int column) {
    effort.reset();
    effort.depth(0);
    target = view;
    targetRow = row;
    targetColumn = column;
  }

  /** Whether this is a helper that must not compute a cell, since it is not the one it is at. */
  @SuppressWarnings("ReferenceEquality") // one view a sheet
  boolean isForOthers(SheetView view, int row, int column) {
    return helps && (view != target || row != targetRow || column != targetColumn);
  }

  boolean helps() {
    return helps;
  }

  /** Ends the attempt of a helper at what only the calculation itself can do. */
  void requireCalculation() {
    if (helps) {
      throw new NotReady();
    }
  }

  /** Begins a calculation anew at another moment; what was computed stays. */
  void begin() {
    now = LocalDateTime.now(context.clock());
    warnings.clear();
    circles.clear();
  }

  EvaluationContext context() {
    return context;
  }

  Effort effort() {
    return effort;
  }

  CellFormulas formulas() {
    return formulas;
  }

  ValueUnderWay underWay() {
    return underWay;
  }

  Demand demand() {
    return demand;
  }

  KeptTallies tallies() {
    return tallies;
  }

  LocalDateTime now() {
    return now;
  }

  DateSystem dateSystem() {
    return context.workbook().dateSystem();
  }

  List<? extends CellReader> views() {
    return views;
  }

  SheetView view(int sheet) {
    return views.get(sheet);
  }

  @Nullable SheetView view(String sheet) {
    return viewsByName.get(sheet.toLowerCase(Locale.ROOT));
  }

  /** Counts changes of cells. */
  long tick() {
    return ++time;
  }

  /** How many changes of cells there were. */
  long time() {
    return time;
  }

  Set<String> warnings() {
    return warnings;
  }

  void warn(String warning) {
    requireCalculation();
    if (warnings.size() < MOST_WARNINGS) {
      warnings.add(warning);
    }
  }

  /** Cells that wait for themselves. */
  Set<String> circles() {
    return circles;
  }

  /** Whether values that were read stay as they are: none waits for itself, none is an attempt. */
  boolean isSettled() {
    return circles.isEmpty() && effort.attempts() == 0;
  }

  void warnOfCircle(SheetView view, int row, int column) {
    requireCalculation();
    views.forEach(SheetView::changed);
    String place = view.sheet() + "!" + new CellAddress(row, column);
    if (circles.size() < MOST_CIRCLES) {
      circles.add(place);
    }
    warn("circular reference through " + place);
  }

  /** The value of a cell that is needed for itself. */
  Value circle(SheetView view, int row, int column, int since) {
    requireCalculation();
    if (since < effort.attempts()) {
      throw new Circle();
    }
    warnOfCircle(view, row, column);
    return before(view, row, column);
  }

  /** What a cell that waits for itself counts as: its value before this calculation, or 0. */
  Value before(SheetView view, int row, int column) {
    Scalar stored = underWay.keepsStored() ? view.cell(row, column).value() : Scalar.blank();
    return Value.of(stored instanceof Scalar.Blank ? Scalar.of(0) : stored);
  }
}
