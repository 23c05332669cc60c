package org.inkstone.service.sheet.eval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What was computed on one sheet. A slot stands for a cell: the number of a filled cell, or one
 * behind those for a cell that the sheet leaves blank.
 */
final class Results {
  /** Stands in the place of a value while it is computed. */
  private record UnderWay(int since) {}

  private final int filled;
  private final Map<Long, Integer> blank = new HashMap<>();
  private @Nullable Object[] values = new @Nullable Object[0];
  private double[] numbers = new double[0];
  private boolean[] unstable = new boolean[0];
  private final Map<Integer, String> gaps = new HashMap<>();

  Results(int filled) {
    this.filled = filled;
  }

  /** The slot of a cell. */
  int slot(int index, long key) {
    return index >= 0 ? index : blank.computeIfAbsent(key, k -> filled + blank.size());
  }

  @Nullable Value value(int slot) {
    return slot < values.length && values[slot] instanceof Value value ? value : null;
  }

  /** A known single value that does not change with time or chance; null if there is none. */
  @Nullable Scalar stable(int slot) {
    boolean stable = slot < values.length && (slot >= unstable.length || !unstable[slot]);
    return stable
            && values[slot] instanceof Value.Single single
            && !(single.scalar() instanceof Scalar.Blank)
        ? single.scalar()
        : null;
  }

  /** The number in a filled cell if it was kept; NaN if it was not. */
  double number(int slot) {
    return slot < numbers.length ? numbers[slot] : Double.NaN;
  }

  /** Keeps the number of a filled cell, so that ranges are added up without a look at objects. */
  void keepNumber(int slot, double number) {
    if (numbers.length == 0) {
      numbers = new double[filled];
      Arrays.fill(numbers, Double.NaN);
    }
    numbers[slot] = number;
  }

  /** Makes room for the values of all filled cells, so that several threads may put them. */
  void makeRoom() {
    if (values.length < filled) {
      values = Arrays.copyOf(values, filled);
    }
  }

  /** At which attempt the computing of a slot began; -1 if it is not under way. */
  int underWaySince(int slot) {
    return slot < values.length && values[slot] instanceof UnderWay way ? way.since : -1;
  }

  void begin(int slot, int attempts) {
    if (slot >= values.length) {
      values = Arrays.copyOf(values, Math.max(filled, slot + slot / 2) + 1);
    }
    values[slot] = new UnderWay(attempts);
  }

  void put(int slot, Value value) {
    if (slot >= values.length) {
      begin(slot, 0);
    }
    values[slot] = value;
  }

  /** Forgets a value, so that it is computed anew. */
  void clear(int slot) {
    if (slot < values.length) {
      values[slot] = null;
    }
    if (slot < unstable.length) {
      unstable[slot] = false;
    }
    if (slot < numbers.length) {
      numbers[slot] = Double.NaN;
    }
    gaps.remove(slot);
  }

  /** Leaves no trace of a computing that was broken off. */
  void end(int slot) {
    if (values[slot] instanceof UnderWay) {
      values[slot] = null;
    }
  }

  void markUnstable(int slot) {
    if (slot >= unstable.length) {
      unstable = Arrays.copyOf(unstable, Math.max(filled, slot + slot / 2) + 1);
    }
    unstable[slot] = true;
  }

  boolean isUnstable(int slot) {
    return slot < unstable.length && unstable[slot];
  }

  void gap(int slot, String reason) {
    gaps.put(slot, reason);
  }

  @Nullable String gap(int slot) {
    return gaps.get(slot);
  }
}
