package org.inkstone.service.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Clock;
import java.util.Collection;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.Budget;
import org.inkstone.service.sheet.recalc.Recalculation;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Our recalculation beside POI's on one ledger, in one run:
 *
 * <pre>
 * mvn -Dquick -Pbenchmark -pl service -am test -Dtest=RecalculationBenchmark \
 *     -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 *
 * POI gets its faster kind of workbook (.xls, whose formulas it keeps parsed). A change of one cell
 * ends with reading everything that depends on it, so that both have done the same.
 */
public class RecalculationBenchmark {
  /** Both ledgers, computed once. */
  @State(Scope.Benchmark)
  public static class Ledgers {
    private static final int ROWS = 20_000;
    private static final CellAddress QUANTITY = new CellAddress(ROWS / 2, 1);

    private final Recalculation ours = open(new LedgerWorkbook(ROWS, 0).ours());
    private final HSSFWorkbook poi = new LedgerWorkbook(ROWS, 0).poi(new HSSFWorkbook());
    private final FormulaEvaluator evaluator = poi.getCreationHelper().createFormulaEvaluator();
    private int quantity;

    private static Recalculation open(Workbook workbook) {
      return Recalculation.of(workbook, Clock.systemUTC(), new SplittableRandom(1), Budget.DEFAULT);
    }

    /** Computes both and sees that they agree. */
    @Setup
    public void compute() {
      ours.all();
      double theirs = allOfPoi();
      Scalar total = ours.value("Products", CellAddress.parse("F2"));
      assertEquals(theirs, ((Scalar.Num) total).value(), 1e-6 * theirs);
    }

    private double allOfPoi() {
      evaluator.clearAllCachedResultValues();
      for (var sheet : poi) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.FORMULA) {
              evaluator.evaluate(cell);
            }
          }
        }
      }
      return evaluator.evaluate(poi.getSheet("Products").getRow(1).getCell(5)).getNumberValue();
    }

    private double dependentsOfPoi() {
      Row changed = poi.getSheet("Sales").getRow(QUANTITY.row());
      for (int column = 5; column <= 8; column++) {
        evaluator.evaluate(changed.getCell(column));
      }
      var products = poi.getSheet("Products");
      for (int row = 0; row < 100; row++) {
        evaluator.evaluate(products.getRow(row).getCell(2));
      }
      double last = 0;
      for (int row = 1; row <= 6; row++) {
        last = evaluator.evaluate(products.getRow(row).getCell(5)).getNumberValue();
      }
      return last;
    }
  }

  /** All formulas, ours. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Fork(1)
  @Warmup(iterations = 3, time = 3)
  @Measurement(iterations = 5, time = 3)
  public long everythingByInkstone(Ledgers ledgers) {
    return ledgers.ours.all().computed();
  }

  /** All formulas, POI. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Fork(1)
  @Warmup(iterations = 2, time = 3)
  @Measurement(iterations = 3, time = 3)
  public double everythingByPoi(Ledgers ledgers) {
    return ledgers.allOfPoi();
  }

  /** One quantity changes, ours. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Fork(1)
  @Warmup(iterations = 3, time = 2)
  @Measurement(iterations = 5, time = 2)
  public long oneCellByInkstone(Ledgers ledgers) {
    Scalar quantity = Scalar.of(1 + ledgers.quantity++ % 40);
    return ledgers.ours.set("Sales", Ledgers.QUANTITY, quantity).computed();
  }

  /** One quantity changes, POI. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Fork(1)
  @Warmup(iterations = 2, time = 3)
  @Measurement(iterations = 3, time = 3)
  public double oneCellByPoi(Ledgers ledgers) {
    Cell cell = ledgers.poi.getSheet("Sales").getRow(Ledgers.QUANTITY.row()).getCell(1);
    cell.setCellValue(1 + ledgers.quantity++ % 40);
    ledgers.evaluator.notifyUpdateCell(cell);
    return ledgers.dependentsOfPoi();
  }

  @Test
  void measuresBothSides() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder().include(RecalculationBenchmark.class.getSimpleName()).build())
            .run();
    assertFalse(results.isEmpty());
  }
}
