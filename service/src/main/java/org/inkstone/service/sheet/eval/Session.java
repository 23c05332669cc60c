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
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaSyntaxException;
import org.inkstone.service.sheet.formula.ReferenceShift;
import org.inkstone.service.sheet.value.CellReader;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.LimitException;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** One calculation over one workbook: each formula is computed once, in the order of need. */
final class Session {
  /** Nested parts beyond this number wait until the cells that they need are computed. */
  private static final int NESTED = 150;

  /** Nesting beyond this is {@code #NUM!}. */
  static final int DEEPEST_OF_ALL = 40_000;

  private static final int MOST_WARNINGS = 20;

  private final EvaluationContext context;
  private final int deepest;
  private final List<SheetView> views = new ArrayList<>();
  private final Map<String, SheetView> viewsByName = new HashMap<>();
  private final Map<String, Expr> parsed = new HashMap<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final LocalDateTime now;
  private final Map<CellAddress, ReadLog> logs = new HashMap<>();
  private @Nullable ReadLog log;
  private @Nullable Tracer tracer;
  private long steps;
  private int depth;

  Session(EvaluationContext context, int deepest) {
    this.context = context;
    this.deepest = deepest;
    this.now = LocalDateTime.now(context.clock());
    context
        .workbook()
        .sheets()
        .forEach(sheet -> {
          SheetView view = new SheetView(this, sheet, views.size());
          views.add(view);
          viewsByName.putIfAbsent(sheet.name().toLowerCase(Locale.ROOT), view);
        });
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

  @Nullable SheetView view(String sheet) {
    return viewsByName.get(sheet.toLowerCase(Locale.ROOT));
  }

  /** What the formula that was put into a cell has read. */
  CellsRead reads(CellAddress cell) {
    return logs.getOrDefault(cell, new ReadLog()).result();
  }

  Set<String> warnings() {
    return warnings;
  }

  void warn(String warning) {
    if (warnings.size() < MOST_WARNINGS) {
      warnings.add(warning);
    }
  }

  void warnOfCircle(SheetView view, int row, int column) {
    warn("circular reference through " + view.sheet() + "!" + new CellAddress(row, column));
  }

  void charge(long count) {
    steps += count;
    if (steps > context.budget().steps()) {
      throw new LimitException(
          "the formula takes more than " + context.budget().steps() + " steps");
    }
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
    return depth > NESTED;
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
  Value compute(SheetView view, int row, int column, @Nullable Expr placed) {
    ReadLog logBefore = log;
    Tracer tracerBefore = tracer;
    int depthBefore = depth;
    CellAddress cell = new CellAddress(row, column);
    log = placed == null ? null : new ReadLog();
    tracer = placed == null ? null : tracer;
    if (log != null) {
      logs.put(cell, log);
    }
    try {
      Expr expr = placed != null ? placed : parsed(view, cell);
      return expr == null
          ? Value.of(view.cell(row, column).value())
          : new Frame(this, view, cell).run(expr);
    } finally {
      log = logBefore;
      tracer = tracerBefore;
      depth = depthBefore;
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
      return SheetView.shown(new Frame(this, view, cell).run(ReferenceShift.move(expr, rows, 0)));
    } finally {
      tracer = paused;
    }
  }

  private @Nullable Expr parsed(SheetView view, CellAddress at) {
    SheetCell cell = view.cell(at.row(), at.column());
    String text = cell.formula() == null ? "" : cell.formula();
    try {
      return parsed.computeIfAbsent(text, FormulaParser::parse);
    } catch (FormulaSyntaxException e) {
      boolean cached = !(cell.value() instanceof Scalar.Blank);
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
