package org.inkstone.service.sheet.eval;

import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.LimitException;

/** How much a calculation has worked, and how deep it is in the parts of formulas. */
final class Effort {
  /** Nested parts beyond this number wait until the cells that they need are computed. */
  private static final int NESTED = 150;

  /** Nesting beyond this is {@code #NUM!}. */
  static final int DEEPEST_OF_ALL = 40_000;

  private final long most;
  private int deepest;
  private long steps;
  private int depth;
  private int attempts;

  Effort(Budget budget, int deepest) {
    this.most = budget.steps();
    this.deepest = deepest;
  }

  /** Sets how deep parts of formulas may nest on this stack. */
  void deepest(int levels) {
    deepest = levels;
    depth = 0;
    attempts = 0;
  }

  /** A new budget for the next cell. */
  void reset() {
    steps = 0;
  }

  void charge(long count) {
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

  int depth() {
    return depth;
  }

  void depth(int levels) {
    depth = levels;
  }

  long steps() {
    return steps;
  }

  void steps(long count) {
    steps = count;
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
}
