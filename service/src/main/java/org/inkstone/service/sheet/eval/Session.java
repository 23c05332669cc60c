package org.inkstone.service.sheet.eval;

import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.DefinedName;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaSyntaxException;
import org.inkstone.service.sheet.formula.ReferenceShift;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.CellReader;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.LimitException;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Tally;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** One calculation over one workbook: each formula is computed once, in the order of need. */
final class Session {
  /** Nested parts beyond this number wait until the cells that they need are computed. */
  private static final int NESTED = 150;

  /** Nesting beyond this is {@code #NUM!}. */
  static final int DEEPEST_OF_ALL = 40_000;

  private static final int MOST_WARNINGS = 20;

  private static final int MOST_CIRCLES = 1_000;

  private final EvaluationContext context;
  private int deepest;
  private final List<SheetView> views = new ArrayList<>();
  private final Map<String, SheetView> viewsByName = new HashMap<>();
  private final Map<String, Expr> parsed = new HashMap<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Set<String> circles = new LinkedHashSet<>();
  private LocalDateTime now;
  private final Map<CellAddress, ReadLog> logs = new HashMap<>();
  private @Nullable ReadLog log;
  private @Nullable Tracer tracer;
  private final Map<String, Expr> intersecting = new HashMap<>();
  private final Map<String, List<DefinedName>> names = new HashMap<>();
  private final @Nullable WorkbookFormulas formulas;
  private final boolean keepsStored;
  private final KeptTallies tallies = new KeptTallies(this);
  private long time;

  /** Whether this computes single cells for another calculation. */
  private boolean helps;

  private @Nullable SheetView target;
  private int targetRow;
  private int targetColumn;
  private long steps;
  private int depth;
  private int attempts;
  private boolean unstable;
  private @Nullable String gap;

  Session(EvaluationContext context, int deepest) {
    this(context, deepest, false, null);
  }

  /**
   * A calculation.
   *
   * @param keepsStored whether a cell that can't be computed here keeps its stored value
   * @param formulas the workbook's formulas if they were read already
   */
  Session(
      EvaluationContext context,
      int deepest,
      boolean keepsStored,
      @Nullable WorkbookFormulas formulas) {
    this.formulas = formulas;
    this.context = context;
    this.keepsStored = keepsStored;
    this.deepest = deepest;
    this.now = LocalDateTime.now(context.clock());
    for (DefinedName name : context.workbook().names()) {
      names.computeIfAbsent(name.name().toLowerCase(Locale.ROOT), n -> new ArrayList<>()).add(name);
    }
    context
        .workbook()
        .sheets()
        .forEach(sheet -> {
          SheetView view = new SheetView(this, sheet, views.size());
          views.add(view);
          viewsByName.putIfAbsent(sheet.name().toLowerCase(Locale.ROOT), view);
        });
  }

  /** A helper of another calculation, over what that has computed. */
  Session(Session calculation) {
    this.formulas = calculation.formulas;
    this.context = calculation.context;
    this.keepsStored = calculation.keepsStored;
    this.deepest = FormulaEvaluator.DEEPEST;
    this.now = calculation.now;
    this.helps = true;
    names.putAll(calculation.names);
    for (SheetView view : calculation.views) {
      SheetView same = new SheetView(this, view);
      views.add(same);
      viewsByName.putIfAbsent(same.sheet().toLowerCase(Locale.ROOT), same);
    }
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
    steps = 0;
    depth = 0;
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

  private void requireCalculation() {
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

  /** Sets how deep parts of formulas may nest on this stack. */
  void deepest(int levels) {
    deepest = levels;
    depth = 0;
    attempts = 0;
  }

  /** Cells that wait for themselves. */
  Set<String> circles() {
    return circles;
  }

  EvaluationContext context() {
    return context;
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

  /** The defined name, one of a sheet before one of the workbook; null if there is none. */
  @Nullable DefinedName name(String name, String sheet) {
    DefinedName global = null;
    for (DefinedName found : names.getOrDefault(name.toLowerCase(Locale.ROOT), List.of())) {
      if (found.sheet() == null) {
        global = found;
      } else if (found.sheet().equalsIgnoreCase(sheet)) {
        return found;
      }
    }
    return global;
  }

  /**
   * The syntax tree of a text, read once.
   *
   * @throws FormulaSyntaxException if it is no formula
   */
  Expr parsed(String text) {
    return parsed.computeIfAbsent(text, FormulaParser::parse);
  }

  /** What the formula that was put into a cell has read. */
  CellsRead reads(CellAddress cell) {
    return logs.getOrDefault(cell, new ReadLog()).result();
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

  /** Whether values that were read stay as they are: none waits for itself, none is an attempt. */
  boolean isSettled() {
    return circles.isEmpty() && attempts == 0;
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

  void charge(long count) {
    long most = context.budget().steps();
    // no sum of steps and count, which might overflow
    if (count > most - steps) {
      steps = most;
      throw new LimitException("the formula takes more than " + most + " steps");
    }
    steps += count;
  }

  void enter() {
    charge(1);
    if (depth >= DEEPEST_OF_ALL) {
      throw FunctionError.num();
    } else if (depth >= deepest) {
      throw new DepthExceeded();
    }
    depth++;
  }

  void leave() {
    depth--;
  }

  boolean isNested() {
    return depth > NESTED && attempts == 0;
  }

  /** How many attempts are under way, one in the other. */
  int attempts() {
    return attempts;
  }

  /**
   * Computes a cell that may be needed. If it comes back to a cell whose value is under way, it was
   * not: the attempt leaves no trace.
   */
  void attempt(SheetView view, int row, int column) {
    int depthBefore = depth;
    attempts++;
    try {
      view.whole(row, column);
    } catch (Circle circle) {
      depth = depthBefore;
    } finally {
      attempts--;
    }
  }

  /** The value of a cell that is needed for itself. */
  Value circle(SheetView view, int row, int column, int since) {
    requireCalculation();
    if (since < attempts) {
      throw new Circle();
    }
    warnOfCircle(view, row, column);
    return before(view, row, column);
  }

  /** What a cell that waits for itself counts as: its value before this calculation, or 0. */
  Value before(SheetView view, int row, int column) {
    Scalar stored = keepsStored ? view.cell(row, column).value() : Scalar.blank();
    return Value.of(stored instanceof Scalar.Blank ? Scalar.of(0) : stored);
  }

  /** Notes that the cell under way depends on another one. */
  void depend(Results results, int slot) {
    if (results.isUnstable(slot)) {
      markUnstable();
    }
  }

  void depend(SheetView view, int row, int column) {
    depend(
        view.results(),
        view.results().slot(view.content().indexOf(row, column), SheetView.key(row, column)));
  }

  /** Notes that the value under way changes with time or chance. */
  void markUnstable() {
    requireCalculation();
    unstable = true;
  }

  /**
   * Computes a part of the value under way.
   *
   * @param changing takes whether the part changes with time or chance
   */
  Tally watching(Supplier<Tally> part, boolean[] changing) {
    boolean before = unstable;
    unstable = false;
    try {
      return part.get();
    } finally {
      changing[0] = unstable;
      unstable |= before;
    }
  }

  /** Counts changes of cells. */
  long tick() {
    return ++time;
  }

  /** How many changes of cells there were. */
  long time() {
    return time;
  }

  KeptTallies tallies() {
    return tallies;
  }

  /** Notes that the value under way can't be known here. */
  void gap(String reason) {
    requireCalculation();
    gap = reason;
  }

  /** A new budget for the next cell. */
  void resetSteps() {
    steps = 0;
  }

  void reading(SheetView view, CellRange range) {
    if (log != null) {
      log.add(view, range);
    }
  }

  @Nullable Tracer tracer() {
    return tracer;
  }

  /** The value of a formula that is put into a cell, with all its parts noted if asked. */
  Value demand(SheetView view, int row, int column, @Nullable Tracer parts) {
    tracer = parts;
    return demand(view, row, column);
  }

  private Value demand(SheetView view, int row, int column) {
    try {
      return view.whole(row, column);
    } catch (Pending first) {
      return deep(view, row, column);
    }
  }

  private Value deep(SheetView view, int row, int column) {
    if (tracer != null) {
      tracer.reset();
    }
    Deque<Pending> waiting = new ArrayDeque<>();
    waiting.push(new Pending(view, row, column));
    Set<String> places = new LinkedHashSet<>();
    while (true) {
      Pending next = waiting.getFirst();
      try {
        Value value = next.view().whole(next.row(), next.column());
        waiting.pop();
        places.remove(place(next));
        if (waiting.isEmpty()) {
          return value;
        }
      } catch (Pending first) {
        if (tracer != null) {
          tracer.reset();
        }
        if (places.add(place(first))) {
          waiting.push(first);
        } else {
          first.view().settle(first.row(), first.column());
        }
      }
    }
  }

  /** Reads cells outside of any formula. */
  <T> T reading(Supplier<T> read) {
    while (true) {
      try {
        return read.get();
      } catch (Pending cell) {
        demand(cell.view(), cell.row(), cell.column(), null);
      }
    }
  }

  private static String place(Pending cell) {
    return cell.view().index() + "!" + cell.row() + "," + cell.column();
  }

  /** Computes a cell's formula; one that was put there is logged and traced. */
  Value compute(SheetView view, int row, int column, int slot) {
    ReadLog logBefore = log;
    Tracer tracerBefore = tracer;
    int depthBefore = depth;
    // of a workbook's cells each has the whole budget, whoever asks for it first
    long stepsBefore = steps;
    steps = keepsStored ? 0 : steps;
    boolean unstableBefore = unstable;
    String gapBefore = gap;
    CellAddress cell = new CellAddress(row, column);
    Expr placed = view.placed(row, column);
    log = placed == null ? null : new ReadLog();
    tracer = placed == null ? null : tracer;
    unstable = false;
    gap = null;
    if (log != null) {
      logs.put(cell, log);
    }
    try {
      FormulaTemplate shared = placed == null ? template(view, row, column) : null;
      Expr expr = placed != null ? placed : shared != null ? shared.expr() : parsed(view, cell);
      CellAddress base = shared == null ? cell : shared.base();
      if (expr == null) {
        return kept(view, row, column, slot, Value.of(view.cell(row, column).value()));
      }
      Value value = held(new Frame(this, view, cell, base).run(expr));
      if (helps && !(value instanceof Value.Single)) {
        throw new NotReady();
      }
      return kept(view, row, column, slot, view.spills().spill(row, column, value));
    } finally {
      steps = keepsStored ? stepsBefore : steps;
      log = logBefore;
      tracer = tracerBefore;
      depth = depthBefore;
      unstable |= unstableBefore;
      gap = gapBefore;
    }
  }

  /** What a reference holds now, so that a formula's value is read while it is under way. */
  private static Value held(Value value) {
    if (!(value instanceof Reference reference)) {
      return value;
    }
    try {
      Grid grid = reference.grid();
      return grid.isSingle() ? Value.of(grid.at(0, 0)) : ArrayValue.copy(grid);
    } catch (FunctionError error) {
      return Value.of(error.scalar());
    }
  }

  /** The value of a cell's formula with its relative references moved down. */
  Scalar copied(int sheet, CellAddress cell, int rows) {
    SheetView view = views.get(sheet);
    SheetCell stored = view.cell(cell.row(), cell.column());
    Expr expr = stored.formula() == null ? null : parsed(view, cell);
    if (expr == null) {
      return stored.value();
    }
    Tracer paused = tracer;
    tracer = null;
    try {
      return SheetView.shown(
          new Frame(this, view, cell, cell).run(ReferenceShift.move(expr, rows, 0)));
    } finally {
      tracer = paused;
    }
  }

  private Value kept(SheetView view, int row, int column, int slot, Value value) {
    if (unstable) {
      view.results().markUnstable(slot);
    }
    Scalar stored = view.cell(row, column).value();
    if (gap == null || !keepsStored || SheetView.shown(value).equals(stored)) {
      return value;
    }
    view.results().gap(slot, gap);
    return stored instanceof Scalar.Blank ? value : Value.of(stored);
  }

  /** A cell's formula as it or its first copy is written; null if it can't be read. */
  @Nullable Expr expr(SheetView view, CellAddress at) {
    FormulaTemplate shared = template(view, at.row(), at.column());
    return shared == null ? parsed(view, at) : shared.expr();
  }

  private @Nullable FormulaTemplate template(SheetView view, int row, int column) {
    FormulaTemplate written = view.written(row, column);
    if (written != null) {
      return written;
    }
    int index = formulas == null ? -1 : view.content().indexOf(row, column);
    return formulas == null || index < 0 ? null : formulas.at(view.index(), index);
  }

  /** The syntax tree of a cell's formula; null if it can't be read and its stored value counts. */
  @Nullable Expr parsed(SheetView view, CellAddress at) {
    SheetCell cell = view.cell(at.row(), at.column());
    String text = cell.formula() == null ? "" : cell.formula();
    try {
      Expr expr = parsed(text);
      return view.isIntersecting(at.row(), at.column())
          ? intersecting.computeIfAbsent(text, t -> ImplicitIntersection.written(expr))
          : expr;
    } catch (FormulaSyntaxException e) {
      boolean cached = !(cell.value() instanceof Scalar.Blank);
      gap("the formula can't be read: " + e.getMessage());
      warn(
          "the formula of "
              + view.sheet()
              + "!"
              + at
              + " can't be read, "
              + (cached ? "its stored value is used: " : "it counts as #NAME?: ")
              + e.getMessage());
      return cached ? null : new Expr.ErrorLiteral(ErrorCode.NAME);
    }
  }
}
