package org.inkstone.service.benchmark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.SplittableRandom;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.Budget;
import org.inkstone.service.sheet.recalc.Recalculation;
import org.junit.jupiter.api.Test;

/**
 * A workbook of a million cells with 200,000 formulas: seconds and bytes a cell. Run it with
 *
 * <pre>
 * mvn -Dquick -pl service -am test -Dtest=LargeWorkbookBenchmark \
 *     -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class LargeWorkbookBenchmark {
  private static final int ROWS = 33_400;
  private static final int CONSTANT_COLUMNS = 20;

  @Test
  void computesAMillionCells() {
    LedgerWorkbook ledger = new LedgerWorkbook(ROWS, CONSTANT_COLUMNS);
    assertTrue(ledger.cells() > 1_000_000 && ledger.formulas() > 200_000, "too small");
    long empty = used();
    Workbook workbook = ledger.ours();
    long held = used();
    System.out.printf("%d cells, %d formulas%n", ledger.cells(), ledger.formulas());
    System.out.printf("the workbook: %d bytes a cell%n", (held - empty) / ledger.cells());
    long start = System.nanoTime();
    Recalculation recalculation =
        Recalculation.of(workbook, Clock.systemUTC(), new SplittableRandom(1), Budget.DEFAULT);
    System.out.printf("formulas read, graph built: %d ms%n", millis(start));
    System.out.printf("%d runs, %d edges%n", recalculation.runs(), recalculation.edges());
    for (int i = 0; i < 5; i++) {
      start = System.nanoTime();
      long computed = recalculation.all().computed();
      System.out.printf("all computed: %d ms, %d formulas%n", millis(start), computed);
    }
    System.out.printf(
        "with values and graph: %d bytes a cell%n", (used() - empty) / ledger.cells());
    CellAddress quantity = new CellAddress(ROWS / 2, 1);
    for (int i = 0; i < 5; i++) {
      start = System.nanoTime();
      for (int n = 0; n < 20; n++) {
        recalculation.set("Sales", quantity, Scalar.of(1 + n));
      }
      System.out.printf("one cell changed: %.2f ms%n", (System.nanoTime() - start) / 20e6);
    }
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
