package org.inkstone.service.sheet.recalc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.DefinedName;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.FormulaArea;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.Budget;
import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

class RecalculationTest {
  private final Map<CellAddress, SheetCell> cells = new HashMap<>();

  private RecalculationTest put(String address, Object content) {
    cells.put(CellAddress.parse(address), cell(content));
    return this;
  }

  private static SheetCell cell(Object content) {
    return content instanceof String text && text.startsWith("=")
        ? new SheetCell(Scalar.blank(), text.substring(1), null)
        : SheetCell.of(
            content instanceof String text
                ? Scalar.of(text)
                : Scalar.of(((Number) content).doubleValue()));
  }

  private Recalculation open() {
    return open(Workbook.of(new Sheet("S", cells, List.of())));
  }

  private static Recalculation open(Workbook workbook) {
    Recalculation recalculation =
        Recalculation.of(workbook, Check.CLOCK, new SplittableRandom(5), Budget.DEFAULT);
    recalculation.all();
    return recalculation;
  }

  private static Object at(Recalculation recalculation, String address) {
    return plain(recalculation.value("S", CellAddress.parse(address)));
  }

  private static Object plain(Scalar scalar) {
    return switch (scalar) {
      case Scalar.Num n -> n.value();
      case Scalar.Text t -> t.value();
      case Scalar.Bool b -> b.value();
      case Scalar.Err e -> e.code().literal();
      case Scalar.Blank b -> "";
    };
  }

  private static long set(Recalculation recalculation, String address, double value) {
    return recalculation.set("S", CellAddress.parse(address), Scalar.of(value)).computed();
  }

  @Test
  void computesOnlyWhatDependsOnAChange() {
    for (int row = 1; row <= 100; row++) {
      put("A" + row, row).put("B" + row, "=A" + row + "*2").put("C" + row, "=$E$1+B" + row);
    }
    put("E1", 1).put("D1", "=SUM(B1:B100)").put("D2", "=SUM(B:B)");
    Recalculation recalculation = open();
    assertEquals(2.0 * 5050, at(recalculation, "D1"));
    assertEquals(4, set(recalculation, "A50", 0));
    assertEquals(2.0 * 5000, at(recalculation, "D2"));
    assertEquals(1.0, at(recalculation, "C50"));
    assertEquals(100, set(recalculation, "E1", 3));
    assertEquals(4, recalculation.runs());
    assertEquals(5, recalculation.edges());
  }

  @Test
  void followsRunningTotalsAndChangedFormulas() {
    put("A1", 1).put("B1", "=A1");
    for (int row = 2; row <= 500; row++) {
      put("A" + row, 1).put("B" + row, "=B" + (row - 1) + "+A" + row);
    }
    Recalculation recalculation = open();
    assertEquals(500.0, at(recalculation, "B500"));
    assertEquals(401, set(recalculation, "A100", 11));
    assertEquals(510.0, at(recalculation, "B500"));
    recalculation.setFormula("S", CellAddress.parse("B250"), "A250*1000");
    assertEquals(1250.0, at(recalculation, "B500"));
    assertEquals(1, set(recalculation, "B400", 0) - 99);
    assertEquals(100.0, at(recalculation, "B500"));
    assertEquals(150, set(recalculation, "A250", 2));
    assertEquals(100.0, at(recalculation, "B500"));
  }

  @Test
  void followsReferencesThatOnlyTheCalculationKnows() {
    put("A1", 1).put("A2", 2).put("A3", 3).put("B1", 1);
    put("C1", "=OFFSET(A1,B1,0)").put("C2", "=INDIRECT(\"A\"&B1)").put("C3", "=C1+C2");
    Recalculation recalculation = open();
    assertEquals(3.0, at(recalculation, "C3"));
    set(recalculation, "A2", 20);
    assertEquals(21.0, at(recalculation, "C3"));
    set(recalculation, "B1", 2);
    assertEquals(23.0, at(recalculation, "C3"));
  }

  @Test
  void letsArraysGrowAndShrink() {
    put("A1", 3).put("B1", "=SEQUENCE(A1)").put("C1", "=SUM(B1:B9)").put("D1", "=COUNT(B1#)");
    put("E5", "=B5&\"!\"");
    Recalculation recalculation = open();
    assertEquals(6.0, at(recalculation, "C1"));
    set(recalculation, "A1", 5);
    assertEquals(15.0, at(recalculation, "C1"));
    assertEquals(5.0, at(recalculation, "D1"));
    assertEquals("5!", at(recalculation, "E5"));
    set(recalculation, "A1", 2);
    assertEquals(3.0, at(recalculation, "C1"));
    assertEquals("!", at(recalculation, "E5"));
    set(recalculation, "B2", 7);
    assertEquals("#SPILL!", at(recalculation, "B1"));
    assertEquals("#SPILL!", at(recalculation, "C1"));
    recalculation.set("S", CellAddress.parse("B2"), Scalar.blank());
    set(recalculation, "A1", 4);
    assertEquals(10.0, at(recalculation, "C1"));
  }

  @Test
  void findsCircles() {
    put("A1", "=A2+1").put("A2", "=A1+1").put("B1", "=1+1");
    assertEquals(Set.of("S!A1"), open().circles());
  }

  @Test
  void refusesToChangeAPartOfAnArray() {
    put("A1", "=B1:B2*2").put("B1", 1).put("B2", 2);
    Sheet.Builder sheet = Sheet.builder("S");
    cells.forEach((address, cell) -> sheet.put(address.row(), address.column(), cell));
    sheet.areas(List.of(new FormulaArea(CellRange.parse("A1:A3"), FormulaArea.Kind.FIXED)));
    Recalculation recalculation = open(Workbook.of(sheet.build()));
    assertEquals(4.0, at(recalculation, "A2"));
    assertEquals("#N/A", at(recalculation, "A3"));
    set(recalculation, "B2", 5);
    assertEquals(10.0, at(recalculation, "A2"));
    assertThrows(IllegalArgumentException.class, () -> set(recalculation, "A2", 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> recalculation.set("Other", new CellAddress(0, 0), Scalar.of(1)));
  }

  @Test
  void givesTheWorkbookWithItsValues() {
    put("A1", 2).put("B1", "=A1*2");
    Recalculation recalculation = open();
    set(recalculation, "A1", 4);
    Sheet now = recalculation.workbook().sheets().getFirst();
    assertEquals(Scalar.of(4), now.cell(0, 0).value());
    assertEquals(new SheetCell(Scalar.of(8), "A1*2", null), now.cell(0, 1));
  }

  /** Formulas for a random workbook: L is a column to the left, # the row, $ any row. */
  private static final List<String> FORMULAS =
      List.of(
          "L#*2",
          "SUM(L$:L#)",
          "SUM(L:L)-L#",
          "IF(L#>L$,OWN,L#)",
          "IFERROR(VLOOKUP(L#,A:L,1,FALSE),0)",
          "OWN+L#",
          "SUMIF(L@1:L@9,\">3\",L@2)",
          "COUNTIF(L:L,L#)",
          "OFFSET(L#,1,0)+1",
          "INDIRECT(\"A\"&MOD(L#,9)+1)",
          "SUM(Rates)*L#",
          "SUM(A@1:INDEX(A:A,A#+1))",
          "L#&\"-\"&L$",
          "INDEX(L:L,MATCH(L#,L:L,0))",
          "SUMPRODUCT((L@1:L@12>4)*L@1:L@12)",
          "SUM(S:T!A#)",
          "T!E#+SUM(T!1:2)",
          "T!C$");

  private static String formula(SplittableRandom random, String sheet, int row, int column) {
    boolean below = sheet.equals("T");
    String text = FORMULAS.get(random.nextInt(FORMULAS.size() - (below ? 2 : 0)));
    while (text.matches("(?s).*L(?![A-Z]).*")) {
      text = text.replaceFirst("L(?![A-Z])", CellAddress.letters(random.nextInt(column)));
    }
    return text.replace("OWN", row == 0 ? "1" : CellAddress.letters(column) + row)
        .replace("#", String.valueOf(row + 1))
        .replace("$", String.valueOf(1 + random.nextInt(12)))
        .replace("@", "$");
  }

  private static Sheet random(String name, SplittableRandom random) {
    Map<CellAddress, SheetCell> cells = new HashMap<>();
    for (int row = 0; row < 12; row++) {
      cells.put(new CellAddress(row, 0), SheetCell.of(Scalar.of(random.nextInt(9))));
      for (int column = 1; column < 6; column++) {
        if (random.nextInt(4) > 0) {
          cells.put(new CellAddress(row, column), cell("=" + formula(random, name, row, column)));
        }
      }
    }
    return new Sheet(name, cells, List.of());
  }

  private static Map<String, Object> values(Recalculation recalculation) {
    Map<String, Object> values = new HashMap<>();
    for (String sheet : List.of("S", "T")) {
      for (int row = 0; row < 12; row++) {
        for (int column = 0; column < 6; column++) {
          CellAddress cell = new CellAddress(row, column);
          values.put(sheet + "!" + cell, plain(recalculation.value(sheet, cell)));
        }
      }
    }
    return values;
  }

  @Test
  void agreesWithAFullCalculationAfterAnyChanges() {
    int compared = 0;
    for (int seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Sheet> sheets = List.of(random("S", random), random("T", random));
      List<DefinedName> names = List.of(new DefinedName("Rates", null, "S!$A$2:$A$4"));
      Recalculation changing = open(new Workbook(sheets, names, List.of(), DateSystem.FROM_1900));
      List<Sheet> now = new ArrayList<>(sheets);
      for (int change = 0; change < 15; change++) {
        int sheet = random.nextInt(2);
        CellAddress cell = new CellAddress(random.nextInt(12), random.nextInt(6));
        String name = now.get(sheet).name();
        SheetCell content =
            random.nextInt(3) > 0 || cell.column() == 0
                ? SheetCell.of(Scalar.of(random.nextInt(9)))
                : cell("=" + formula(random, name, cell.row(), cell.column()));
        if (content.formula() == null) {
          changing.set(name, cell, content.value());
        } else {
          changing.setFormula(name, cell, content.formula());
        }
        now.set(sheet, now.get(sheet).with(Map.of(cell, content)));
        Recalculation fresh = open(new Workbook(now, names, List.of(), DateSystem.FROM_1900));
        if (!fresh.circles().isEmpty()) {
          break; // what a circle gives depends on where it is entered
        }
        assertEquals(values(fresh), values(changing), "seed " + seed + ", change " + change);
        compared++;
      }
    }
    assertTrue(compared > 100, "too few comparisons without a circle: " + compared);
  }

  @Test
  void keepsTheStoredValueOfWhatItCannotCompute() {
    cells.put(new CellAddress(0, 0), new SheetCell(Scalar.of(5), "[1]Other!A1", null));
    put("B1", "=A1*2");
    Recalculation recalculation = open();
    assertEquals(10.0, at(recalculation, "B1"));
    assertEquals(
        Scalar.of(ErrorCode.NAME), openWith("=NOSUCH(1)").value("S", CellAddress.parse("A1")));
  }

  private static Recalculation openWith(String formula) {
    return open(
        Workbook.of(new Sheet("S", Map.of(new CellAddress(0, 0), cell(formula)), List.of())));
  }
}
