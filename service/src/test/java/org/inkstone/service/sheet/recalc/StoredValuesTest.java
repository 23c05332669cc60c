package org.inkstone.service.sheet.recalc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.FormulaArea;
import org.inkstone.service.sheet.FormulaMode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.Check;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredValuesTest {
  private final Map<CellAddress, SheetCell> cells = new TreeMap<>();

  private StoredValuesTest put(String address, @Nullable String formula, Scalar value) {
    cells.put(CellAddress.parse(address), new SheetCell(value, formula, null));
    return this;
  }

  private WorkbookComparison compared(FormulaArea... areas) {
    Sheet.Builder sheet =
        Sheet.builder("Data").mode(FormulaMode.INTERSECTING).areas(List.of(areas));
    cells.forEach((address, cell) -> sheet.put(address.row(), address.column(), cell));
    return StoredValues.compare(Workbook.of(sheet.build()), Check.CLOCK);
  }

  private static FormulaArea area(String range, FormulaArea.Kind kind) {
    return new FormulaArea(CellRange.parse(range), kind);
  }

  @Test
  void namesTheCellsThatDiffer() {
    put("A1", null, Scalar.of(2));
    put("B1", "A1*2", Scalar.of(4 + 1e-12));
    put("B2", "A1*3", Scalar.of(7));
    put("B3", "A1&\"\"", Scalar.of(2));
    put("B4", "A1*4", Scalar.blank());
    WorkbookComparison found = compared();
    assertEquals(1, found.agree());
    assertEquals(3, found.cells());
    assertEquals(1, found.unstored());
    assertEquals(
        List.of("B2: the numbers differ by 1.0", "B3: expected a number but computed a text"),
        found.differing().stream().map(d -> d.cell() + ": " + d.reason()).toList());
  }

  @Test
  void leavesOutWhatChangesWithTimeAndWhatDependsOnIt() {
    put("A1", "NOW()", Scalar.of(1));
    put("A2", "A1+1", Scalar.of(2));
    put("A3", "SUM(A1:A2)", Scalar.of(3));
    put("A4", "IF(TRUE,1,A1)", Scalar.of(1));
    WorkbookComparison found = compared();
    assertEquals(3, found.unstable());
    assertEquals(1, found.agree());
  }

  @Test
  void goesOnWithTheStoredValueOfWhatCannotBeComputed() {
    put("A1", "[1]Other!A1", Scalar.of(5));
    put("A2", "A1*2", Scalar.of(10));
    put("A3", "MYFUNC(1)", Scalar.of("x"));
    put("A4", "MYFUNC(1)", Scalar.of(ErrorCode.NAME));
    put("C1", null, Scalar.of(8));
    WorkbookComparison found = compared(area("C1", FormulaArea.Kind.DATA_TABLE));
    assertEquals(2, found.agree());
    assertEquals(
        List.of(
            "the other workbook [1] is not opened",
            "no function is called MYFUNC",
            "it is a cell of a what-if table, which is not computed"),
        found.notComputed().stream().map(d -> d.reason()).toList());
    assertNull(found.notComputed().getFirst().ours());
  }

  @Test
  void comparesTheCellsThatAnArrayFills() {
    put("A1", null, Scalar.of(1)).put("A2", null, Scalar.of(2));
    put("B1", "A1:A2*10", Scalar.of(10)).put("B2", null, Scalar.of(20));
    put("B3", null, Scalar.of(ErrorCode.NA));
    put("C1", "A1:A2*10", Scalar.of(10)).put("C2", null, Scalar.of(21));
    WorkbookComparison found =
        compared(area("B1:B3", FormulaArea.Kind.FIXED), area("C1:C2", FormulaArea.Kind.SPILLED));
    assertEquals(4, found.agree());
    assertEquals("C2", found.differing().getFirst().cell().toString());
  }

  @Test
  void takesOneCellOfARangeWhereTheFileMeansOne() {
    put("A1", null, Scalar.of(1)).put("A2", null, Scalar.of(2)).put("A3", null, Scalar.of(3));
    put("B2", "A1:A3*10", Scalar.of(20));
    put("B3", "SUM(A1:A3*10)", Scalar.of(30));
    put("B4", "A1:A3", Scalar.of(ErrorCode.VALUE));
    put("C1", "SUMPRODUCT(A1:A3*10)", Scalar.of(60));
    put("C2", "SUM({1,2,3}*10)", Scalar.of(60));
    put("C3", "ROW(A2:A3)", Scalar.of(2));
    put("C4", "INDEX(A1:A3,0)", Scalar.of(ErrorCode.VALUE));
    put("D3", "IF(A1:A3>2,A1:A3,0)", Scalar.of(3));
    WorkbookComparison found = compared();
    assertEquals(List.of(), found.differing());
    assertEquals(8, found.agree());
  }

  @Test
  void leavesHiddenRowsOutOfTotalsThatSaySo() {
    put("A1", null, Scalar.of(1)).put("A2", null, Scalar.of(2)).put("A3", null, Scalar.of(4));
    put("B1", "SUBTOTAL(9,A1:A3)", Scalar.of(7));
    put("B2", "SUBTOTAL(109,A1:A3)", Scalar.of(5));
    put("B3", "AGGREGATE(9,5,A1:A3)", Scalar.of(5));
    put("B4", "AGGREGATE(9,4,A1:A3)", Scalar.of(7));
    put("C1", "INDEX(A1:B3,1)", Scalar.of(ErrorCode.REF));
    Sheet.Builder sheet = Sheet.builder("Data").mode(FormulaMode.INTERSECTING).hide(1);
    cells.forEach((address, cell) -> sheet.put(address.row(), address.column(), cell));
    WorkbookComparison found = StoredValues.compare(Workbook.of(sheet.build()), Check.CLOCK);
    assertEquals(List.of(), found.differing());
    assertEquals(5, found.agree());
  }

  @Test
  void leavesRowsThatAFilterHidOutOfEverySubtotal() {
    put("A1", null, Scalar.of("Amount"))
        .put("A2", null, Scalar.of(2))
        .put("A3", null, Scalar.of(4));
    put("A6", null, Scalar.of(16));
    put("B1", "SUBTOTAL(9,A1:A6)", Scalar.of(18));
    put("B2", "SUBTOTAL(109,A1:A6)", Scalar.of(2));
    put("B3", "SUBTOTAL(3,A1:A3)", Scalar.of(2));
    put("B4", "AGGREGATE(9,4,A1:A6)", Scalar.of(22));
    put("B5", "SUM(A1:A6)", Scalar.of(22));
    Sheet.Builder sheet = Sheet.builder("Data").mode(FormulaMode.INTERSECTING).hide(2).hide(5);
    cells.forEach((address, cell) -> sheet.put(address.row(), address.column(), cell));
    Sheet filtered = sheet.build().withFilter(CellRange.parse("A1:A4"));
    WorkbookComparison found = StoredValues.compare(Workbook.of(filtered), Check.CLOCK);
    assertEquals(List.of(), found.differing());
    assertEquals(5, found.agree());
  }

  @Test
  void beginsCirclesWithTheStoredValues() {
    put("A1", "A2*0.5+1", Scalar.of(2));
    put("A2", "A1", Scalar.of(2));
    WorkbookComparison found = compared();
    assertEquals(2, found.agree());
    assertTrue(found.differing().isEmpty());
  }
}
