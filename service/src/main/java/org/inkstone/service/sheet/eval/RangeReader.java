package org.inkstone.service.sheet.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.CellVisitor;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.BlockTallies;
import org.inkstone.service.sheet.value.Blocks;
import org.inkstone.service.sheet.value.Tally;
import org.jspecify.annotations.Nullable;

/** Walks over ranges of one sheet during a calculation. */
final class RangeReader {
  /** Where at least one cell in so many is filled, all are walked. */
  private static final int DENSE = 4;

  private static final int BLOCK_OF_FEW = 64;

  private static final String PLAIN = "plain";

  private final Session session;
  private final SheetView view;
  private final Sheet sheet;
  private final Results results;

  RangeReader(Session session, SheetView view) {
    this.session = session;
    this.view = view;
    this.sheet = view.content();
    this.results = view.results();
  }

  /** Visits all cells by row. */
  void each(CellRange range, Consumer<Scalar> consumer) {
    for (int row = range.firstRow(); row <= range.lastRow(); row++) {
      for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
        consumer.accept(view.value(row, column));
      }
    }
  }

  /** Visits the numbers by row and in between others; blanks may be left out. */
  void eachNumber(CellRange range, DoubleConsumer numbers, Consumer<Scalar> others) {
    if (view.isPlain()) {
      sheet.each(range, (row, column, at) -> pass(row, column, at, numbers, others));
    } else {
      eachFilled(range, (row, column, at) -> pass(view.value(row, column), numbers, others));
    }
  }

  private void pass(int row, int column, int at, DoubleConsumer numbers, Consumer<Scalar> others) {
    double number = results.number(at);
    if (!Double.isNaN(number)) {
      numbers.accept(number);
      return;
    }
    Scalar cell = view.stored(row, column, at);
    if (cell instanceof Scalar.Num n && !session.helps() && view.isLasting(at)) {
      results.keepNumber(at, n.value());
    }
    pass(cell, numbers, others);
  }

  private static void pass(Scalar cell, DoubleConsumer numbers, Consumer<Scalar> others) {
    if (cell instanceof Scalar.Num n) {
      numbers.accept(n.value());
    } else {
      others.accept(cell);
    }
  }

  /** How many cells are walked to see all that are filled, at most. */
  long walked(CellRange range) {
    CellRange seen = seen(range);
    if (seen == null) {
      return 0;
    }
    long blocks = seen.rows() / Blocks.height(range.columns());
    return Math.min(Ranges.size(seen), (sheet.size() + view.others()) * DENSE + blocks);
  }

  private @Nullable CellRange seen(CellRange range) {
    CellRange used = view.used();
    return used == null ? null : Ranges.both(range, used);
  }

  /** Visits the cells that may be filled, by row. */
  private void eachFilled(CellRange range, CellVisitor visitor) {
    if (Ranges.size(range) <= BLOCK_OF_FEW + (sheet.size() + view.others()) * DENSE) {
      for (int row = range.firstRow(); row <= range.lastRow(); row++) {
        for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
          visitor.visit(row, column, -1);
        }
      }
      return;
    }
    List<Long> keys = new ArrayList<>();
    sheet.each(range, (row, column, at) -> keys.add(SheetView.key(row, column)));
    view.eachOther(range, keys::add);
    long last = -1;
    for (long key : keys.stream().mapToLong(Long::longValue).sorted().toArray()) {
      if (key != last) {
        visitor.visit(SheetView.row(key), SheetView.column(key), -1);
      }
      last = key;
    }
  }

  /** Adds cells to a tally; of a range of several blocks the blocks' tallies, which are kept. */
  void tally(CellRange range, Tally into) {
    CellRange seen = seen(range);
    int height = Blocks.height(range.columns());
    if (seen == null) {
      return;
    } else if (range.rows() <= height) {
      add(seen, into);
      return;
    }
    // ranges with the same first row share their blocks
    CellRange down =
        new CellRange(
            range.firstRow(), range.firstColumn(), CellAddress.MAX_ROWS - 1, range.lastColumn());
    BlockTallies kept = session.tallies().of(PLAIN, List.of(new Area(view, down)));
    int last = (seen.lastRow() - range.firstRow()) / height;
    for (int block = (seen.firstRow() - range.firstRow()) / height; block <= last; block++) {
      int top = range.firstRow() + block * height;
      int bottom = top + height - 1;
      if (bottom > range.lastRow()) {
        into.add(tally(top, Math.min(range.lastRow(), bottom), seen));
      } else {
        into.add(kept.of(block, () -> tally(top, bottom, seen)));
      }
    }
  }

  private Tally tally(int top, int bottom, CellRange seen) {
    Tally tally = new Tally();
    CellRange rows = new CellRange(top, seen.firstColumn(), bottom, seen.lastColumn());
    CellRange part = Ranges.both(rows, seen);
    if (part != null) {
      add(part, tally);
    }
    return tally;
  }

  private void add(CellRange range, Tally into) {
    eachNumber(range, into::add, into::add);
  }
}
