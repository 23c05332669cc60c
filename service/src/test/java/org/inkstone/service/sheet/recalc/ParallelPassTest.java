package org.inkstone.service.sheet.recalc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.Budget;
import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParallelPassTest {
  private static final int ROWS = 900;

  /** Formulas of a row: # is its number, < the row above. */
  private static final List<String> COLUMNS =
      List.of(
          "A#*1.1",
          "B#+IF(#>1,N(C<),0)",
          "VLOOKUP(A#,$A$1:$B$900,2,FALSE)+$L$1",
          "SUMIF($A$1:$A$900,A#,$B$1:$B$900)",
          "IF(MOD(A#,7)=0,NOSUCH(A#),TEXT(A#,\"0.00\"))",
          "IF(MOD(A#,5)=0,RAND(),NOW()+A#)",
          "OFFSET(A#,0,1)+G#*0",
          "IFERROR(F#&\"x\",\"none\")",
          "SUM(B$1:B#)+LEN(I#)",
          "IF(MOD(A#,11)=0,SUM(SEQUENCE(40)*A#),1/(A#-3))");

  private final ExecutorService threads = Executors.newFixedThreadPool(3);

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  private static Workbook workbook(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<CellAddress, SheetCell> cells = new HashMap<>();
    for (int row = 0; row < ROWS; row++) {
      cells.put(new CellAddress(row, 0), SheetCell.of(Scalar.of(random.nextInt(300))));
      for (int i = 0; i < COLUMNS.size(); i++) {
        String formula =
            COLUMNS
                .get(i)
                .replace("#", String.valueOf(row + 1))
                .replace("<", String.valueOf(Math.max(1, row)));
        cells.put(new CellAddress(row, i + 1), new SheetCell(Scalar.blank(), formula, null));
      }
    }
    cells.put(CellAddress.parse("L1"), SheetCell.of(Scalar.of(2)));
    cells.put(CellAddress.parse("M1"), new SheetCell(Scalar.blank(), "SUM(C1:K900)", null));
    cells.put(CellAddress.parse("M2"), new SheetCell(Scalar.blank(), "SUM(D1:E900)", null));
    cells.put(CellAddress.parse("N1"), new SheetCell(Scalar.blank(), "N2+1", null));
    cells.put(CellAddress.parse("N2"), new SheetCell(Scalar.blank(), "N1+M2", null));
    return Workbook.of(new Sheet("S", cells, List.of()));
  }

  private static Recalculation open(int seed, Budget budget) {
    return Recalculation.of(workbook(seed), Check.CLOCK, new SplittableRandom(9), budget);
  }

  private static List<Scalar> values(Recalculation recalculation) {
    List<Scalar> values = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS.size() + 4; column++) {
        values.add(recalculation.value("S", new CellAddress(row, column)));
      }
    }
    return values;
  }

  private static void assertSame(Recalculation alone, Recalculation helped, String when) {
    assertEquals(values(alone), values(helped), when);
    assertEquals(alone.warnings(), helped.warnings(), when);
    assertEquals(alone.circles(), helped.circles(), when);
  }

  private static void change(Recalculation recalculation, int step) {
    switch (step) {
      case 0 -> recalculation.set("S", CellAddress.parse("L1"), Scalar.of(5));
      case 1 -> recalculation.setFormula("S", CellAddress.parse("D7"), "$L$1*A7");
      case 2 -> recalculation.set("S", CellAddress.parse("A3"), Scalar.of(77));
      case 3 -> recalculation.setFormula("S", CellAddress.parse("L1"), "SUM(B1:B9)+A2000");
      case 4 -> recalculation.set("S", CellAddress.parse("A2000"), Scalar.of(4));
      default -> recalculation.all();
    }
  }

  @Test
  void helpersChangeNoValue() {
    AtomicInteger begun = new AtomicInteger();
    Helpers helpers =
        new Helpers(
            task -> {
              begun.incrementAndGet();
              threads.execute(task);
            },
            3);
    for (int seed = 0; seed < 3; seed++) {
      Recalculation alone = open(seed, Budget.DEFAULT);
      Recalculation helped = open(seed, Budget.DEFAULT).with(helpers);
      assertEquals(alone.all(), helped.all());
      assertSame(alone, helped, "seed " + seed);
      for (int step = 0; step <= 5; step++) {
        change(alone, step);
        change(helped, step);
        assertSame(alone, helped, "seed " + seed + ", step " + step);
      }
    }
    assertTrue(begun.get() > 20, "helpers were hardly asked: " + begun);
  }

  @Test
  void aSpentBudgetIsTheSameWhoeverSpendsIt() {
    Budget small = new Budget(700);
    Recalculation alone = open(1, small);
    Recalculation helped = open(1, small).with(new Helpers(threads, 3));
    alone.all();
    helped.all();
    assertSame(alone, helped, "a small budget");
  }

  @Test
  void itGoesOnWithoutHelpersThatDoNotCome() {
    Recalculation alone = open(4, Budget.DEFAULT);
    Recalculation dropped = open(4, Budget.DEFAULT).with(new Helpers(task -> {}, 2));
    Recalculation refused =
        open(4, Budget.DEFAULT)
            .with(
                new Helpers(
                    task -> {
                      throw new RejectedExecutionException("busy");
                    },
                    2));
    alone.all();
    dropped.all();
    refused.all();
    assertSame(alone, dropped, "dropped");
    assertSame(alone, refused, "refused");
  }

  @Test
  void levelsFollowWhatRunsRead() {
    Map<CellAddress, SheetCell> cells = new HashMap<>();
    for (int row = 1; row <= 4; row++) {
      cells.put(CellAddress.parse("A" + row), SheetCell.of(Scalar.of(row)));
      cells.put(CellAddress.parse("B" + row), formula("A" + row + "+1"));
      cells.put(CellAddress.parse("C" + row), formula("SUM(B$1:B" + row + ")"));
      cells.put(CellAddress.parse("D" + row), formula(row == 1 ? "C1" : "D" + (row - 1) + "+1"));
      cells.put(CellAddress.parse("E" + row), formula("F" + row));
      cells.put(CellAddress.parse("F" + row), formula("E" + row));
      cells.put(CellAddress.parse("G" + row), formula("E" + row + "+A1"));
      cells.put(CellAddress.parse("H" + row), formula("RAND()"));
    }
    Workbook workbook = Workbook.of(new Sheet("S", cells, List.of()));
    DependencyGraph graph =
        DependencyGraph.of(workbook, org.inkstone.service.sheet.eval.WorkbookFormulas.of(workbook));
    Levels levels = Levels.of(graph);
    List<String> columns = new ArrayList<>();
    for (List<Integer> level : levels.levels()) {
      columns.add(
          String.join(
              "",
              level.stream()
                  .map(run -> graph.run(run))
                  .map(run -> CellAddress.letters(run.column()) + (run.firstRow() + 1))
                  .sorted()
                  .toList()));
    }
    assertEquals(List.of("B1", "C1", "D1", "D2"), columns);
    int last = levels.levels().getLast().getFirst();
    assertTrue(levels.readsItself(last));
  }

  private static SheetCell formula(String text) {
    return new SheetCell(Scalar.blank(), text, null);
  }
}
