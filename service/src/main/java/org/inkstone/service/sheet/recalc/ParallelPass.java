package org.inkstone.service.sheet.recalc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.inkstone.service.sheet.eval.CellWorker;
import org.inkstone.service.sheet.eval.WorkbookEvaluation;
import org.jspecify.annotations.Nullable;

/**
 * Computes dirty cells level by level in several threads, as far as helpers can. What is left is
 * computed afterwards in the usual order, and values do not depend on who computed them.
 */
final class ParallelPass {
  private static final int CHUNK = 256;

  private final DependencyGraph graph;
  private final Levels levels;
  private final WorkbookEvaluation evaluation;
  private final Helpers helpers;
  private final Queue<CellWorker> idle = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable Error> failure = new AtomicReference<>();

  /** Rows of a run, counted from its first. */
  private record Chunk(int run, int from, int to) {}

  ParallelPass(
      DependencyGraph graph, Levels levels, WorkbookEvaluation evaluation, Helpers helpers) {
    this.graph = graph;
    this.levels = levels;
    this.evaluation = evaluation;
    this.helpers = helpers;
  }

  void compute(DirtyCells dirty) {
    for (List<Integer> level : levels.levels()) {
      List<Chunk> chunks = new ArrayList<>();
      for (int run : level) {
        BitSet rows = dirty.rows(run);
        if (rows != null) {
          cut(run, rows, chunks);
        }
      }
      compute(chunks);
    }
    Error failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  private void cut(int run, BitSet rows, List<Chunk> chunks) {
    int most = levels.readsItself(run) ? Integer.MAX_VALUE : CHUNK;
    int last = rows.length() - 1;
    for (int from = rows.nextSetBit(0); from >= 0; ) {
      int to = (int) Math.min(last, (long) from + most - 1);
      chunks.add(new Chunk(run, from, to));
      from = rows.nextSetBit(to + 1);
    }
  }

  private void compute(List<Chunk> chunks) {
    AtomicInteger next = new AtomicInteger();
    CountDownLatch open = new CountDownLatch(chunks.size());
    Runnable work = () -> work(chunks, next, open);
    int wanted = Math.min(helpers.most(), chunks.size() - 1);
    try {
      for (int i = 0; i < wanted; i++) {
        helpers.executor().execute(work);
      }
    } catch (RejectedExecutionException e) {
      // nobody helps
    }
    work.run();
    await(open);
  }

  /** Waits for the chunks that helpers have begun, interrupted or not: they work on its values. */
  private static void await(CountDownLatch open) {
    boolean interrupted = false;
    while (open.getCount() > 0) {
      try {
        open.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(List<Chunk> chunks, AtomicInteger next, CountDownLatch open) {
    CellWorker known = idle.poll();
    CellWorker helper = known == null ? evaluation.helper() : known;
    for (int i = next.getAndIncrement(); i < chunks.size(); i = next.getAndIncrement()) {
      try {
        compute(chunks.get(i), helper);
      } catch (Error e) {
        failure.compareAndSet(null, e);
      } finally {
        open.countDown();
      }
    }
    idle.add(helper);
  }

  private void compute(Chunk chunk, CellWorker helper) {
    FormulaRun run = graph.run(chunk.run);
    for (int row = run.firstRow() + chunk.from; row <= run.firstRow() + chunk.to; row++) {
      if (graph.isCurrent(chunk.run, row)) {
        helper.compute(run.sheet(), row, run.column());
      }
    }
  }
}
