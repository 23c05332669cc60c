package org.inkstone.service.task.formula;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.inkstone.service.sheet.formula.Expr;

/** Work over deeply nested formulas, which a usual thread's stack does not bear. */
final class LargeStack {
  /** Nesting that every thread bears. */
  private static final int USUAL_DEPTH = 200;

  private static final long BYTES = 512L << 20;

  private LargeStack() {}

  /** Does the work here, or where a deep formula needs it, on a thread of its own. */
  static <T> T run(Expr formula, Supplier<T> work) {
    if (depth(formula) <= USUAL_DEPTH) {
      return work.get();
    }
    FutureTask<T> task = new FutureTask<>(work::get);
    new Thread(null, task, "deep-formula", BYTES).start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a deep formula was checked", e);
    }
  }

  private record Node(Expr expr, int depth) {}

  private static int depth(Expr formula) {
    int deepest = 0;
    Deque<Node> open = new ArrayDeque<>();
    open.push(new Node(formula, 1));
    while (!open.isEmpty()) {
      Node node = open.pop();
      deepest = Math.max(deepest, node.depth());
      ExprTree.children(node.expr()).forEach(e -> open.push(new Node(e, node.depth() + 1)));
    }
    return deepest;
  }
}
