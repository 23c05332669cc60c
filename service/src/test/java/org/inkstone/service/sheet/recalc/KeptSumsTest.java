package org.inkstone.service.sheet.recalc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.Budget;
import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** Totals over long ranges keep parts of themselves between changes; none may differ for it. */
class KeptSumsTest {
  private static final int ROWS = 2_600;

  /** Column A has keys, B numbers, C formulas of both, D what is filled later. */
  private static final List<String> TOTALS =
      List.of(
          "SUM(B1:B2600)",
          "SUM(B:B)",
          "SUM(B2:C2599)",
          "SUM(C:D,1,B7)",
          "AVERAGE(C1:C2600)",
          "MIN(B:B)",
          "MAX(B1:B2600)",
          "COUNT(B:D)",
          "COUNTA(A1:D2600)",
          "SUMIF(A:A,\"k3\",B:B)",
          "SUMIF(A1:A2600,\"K7\",B1)",
          "SUMIF(B:B,\">0.5\")",
          "COUNTIF(A:A,\"k1*\")",
          "COUNTIF(A:A,\"\")",
          "COUNTIF(B1:B2600,\"<>\")",
          "COUNTIFS(A:A,\"k2\",B:B,\">0.25\",C:C,\"<0.9\")",
          "SUMIFS(C1:C2600,A1:A2600,\"k5\",B1:B2600,\"<0.5\")",
          "AVERAGEIF(A:A,\"k4\",C:C)",
          "MAXIFS(B:B,A:A,\"k6\")",
          "MINIFS(B:B,A:A,\"k6\",C:C,\">0.1\")",
          "MATCH(\"k9\",A1:A2600,0)",
          "COUNTIF(A:A,A17)",
          "SUM(B1:B1500)-SUM(B1:B1400)",
          "SUM(F1:F2,SUM(B:B))",
          "SUM(OFFSET(B1,0,0,2000,1))");

  private static final int TOTALS_COLUMN = 6;

  private static Sheet sheet(SplittableRandom random) {
    Map<CellAddress, SheetCell> cells = new HashMap<>();
    for (int row = 0; row < ROWS; row++) {
      cells.put(new CellAddress(row, 0), SheetCell.of(Scalar.of("k" + random.nextInt(12))));
      cells.put(new CellAddress(row, 1), SheetCell.of(Scalar.of(random.nextDouble())));
      String copy = "B" + (row + 1) + "*(1+" + random.nextInt(3) + "%)";
      cells.put(new CellAddress(row, 2), new SheetCell(Scalar.blank(), copy, null));
    }
    for (int i = 0; i < TOTALS.size(); i++) {
      cells.put(
          new CellAddress(i, TOTALS_COLUMN), new SheetCell(Scalar.blank(), TOTALS.get(i), null));
    }
    return new Sheet("S", cells, List.of());
  }

  private static Recalculation open(Sheet sheet) {
    Recalculation recalculation =
        Recalculation.of(Workbook.of(sheet), Check.CLOCK, new SplittableRandom(5), Budget.DEFAULT);
    recalculation.all();
    return recalculation;
  }

  private static List<String> totals(Recalculation recalculation) {
    List<String> totals = new ArrayList<>();
    for (int i = 0; i < TOTALS.size(); i++) {
      Scalar total = recalculation.value("S", new CellAddress(i, TOTALS_COLUMN));
      String shown =
          total instanceof Scalar.Num n ? Double.toHexString(n.value()) : String.valueOf(total);
      totals.add(TOTALS.get(i) + " -> " + shown);
    }
    return totals;
  }

  private static SheetCell content(int column, int row, SplittableRandom random) {
    int kind = random.nextInt(12);
    if (column == 0) {
      return SheetCell.of(kind == 0 ? Scalar.blank() : Scalar.of("k" + random.nextInt(14)));
    } else if (column == 2 && kind > 3) {
      return new SheetCell(Scalar.blank(), "B" + (row + 1) + "/" + (1 + kind), null);
    } else if (kind == 0) {
      return SheetCell.of(Scalar.of("no number"));
    } else if (kind == 1) {
      return SheetCell.of(Scalar.blank());
    } else if (kind == 2 && random.nextInt(3) == 0) {
      return SheetCell.of(Scalar.of(ErrorCode.NA));
    } else if (kind == 3 && column == 3) {
      return new SheetCell(Scalar.blank(), "SEQUENCE(2,1,0.1)", null);
    }
    return SheetCell.of(Scalar.of(random.nextDouble()));
  }

  @Test
  void totalsAfterChangesAreThoseOfAFullCalculationToTheLastBit() {
    int numbers = 0;
    for (int seed = 0; seed < 3; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Sheet now = sheet(random);
      Recalculation changing = open(now);
      List<CellAddress> errors = new ArrayList<>();
      for (int change = 0; change < 20; change++) {
        int row = random.nextInt(8) == 0 ? random.nextInt(5_000) : random.nextInt(ROWS);
        int column = random.nextInt(4);
        CellAddress cell = new CellAddress(row, column);
        SheetCell content = content(column, row, random);
        if (!errors.isEmpty() && random.nextInt(2) == 0) {
          cell = errors.removeLast(); // or all totals stay errors
          content = SheetCell.of(Scalar.of(random.nextDouble()));
        }
        if (content.value() instanceof Scalar.Err) {
          errors.add(cell);
        }
        if (content.formula() == null) {
          changing.set("S", cell, content.value());
        } else {
          changing.setFormula("S", cell, content.formula());
        }
        now = now.with(Map.of(cell, content));
        List<String> expected = totals(open(now));
        assertEquals(expected, totals(changing), "seed " + seed + ", change " + change);
        numbers += (int) expected.stream().filter(total -> total.contains("0x")).count();
      }
    }
    assertTrue(numbers > 500, "too few totals without an error: " + numbers);
  }

  @Test
  void aLongSumIsTheSumOfTheSumsOfItsBlocks() {
    Map<CellAddress, SheetCell> cells = new HashMap<>();
    double[] blocks = new double[3];
    for (int row = 0; row < 2_500; row++) {
      double number = 0.1 * row;
      cells.put(new CellAddress(row, 0), SheetCell.of(Scalar.of(number)));
      blocks[row / 1024] += number;
    }
    double sum = blocks[0] + blocks[1] + blocks[2];
    Check check = Check.on(new Sheet("S", cells, List.of()));
    for (String formula :
        List.of("SUM(A1:A2500)", "SUM(A:A)", "SUM(A1:A2500*1)", "SUMIF(A:A,\">=0\")")) {
      assertEquals(Scalar.of(sum), check.value(formula).scalar(), formula);
    }
  }
}
