package org.inkstone.service.sheet.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.Workbook;
import org.junit.jupiter.api.Test;

class TableFinderTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

  private static Table only(Sheet sheet) {
    List<Table> tables = TableFinder.find(sheet);
    assertEquals(1, tables.size(), () -> "found " + tables);
    return tables.getFirst();
  }

  private static void assertTable(
      Table table, String range, int headers, int totals, String... columns) {
    assertEquals(range, table.range().toString());
    assertEquals(headers, table.headerRows(), "header rows");
    assertEquals(totals, table.totalsRows(), "totals rows");
    assertEquals(List.of(columns), table.columns());
  }

  @Test
  void findsHeaderByContrastOfTypes() {
    Sheet sheet =
        new Grid("Orders")
            .row(0, 0, "Order", "Date", "Amount (USD)")
            .row(1, 0, "A-1", DAY, 120)
            .row(2, 0, "A-2", DAY, 99.5)
            .build();
    Table table = only(sheet);
    assertTable(table, "A1:C3", 1, 0, "Order", "Date", "Amount (USD)");
    assertEquals("Orders", table.name());
  }

  @Test
  void leavesTitleAndNotesOutside() {
    Sheet sheet =
        new Grid("Sheet1")
            .row(0, 0, "Sales report 2026")
            .row(1, 0, "Prepared by:", "Ann")
            .row(2, 0, "Region", "Month", "Units", "Price")
            .row(3, 0, "North", "Jan", 3, 9.5)
            .row(4, 0, "South", "Jan", 4, 9.5)
            .row(5, 0, "Note: prices without tax")
            .build();
    assertTable(only(sheet), "A3:D5", 1, 0, "Region", "Month", "Units", "Price");
  }

  @Test
  void findsTablesSideBySideAndStacked() {
    Grid grid = new Grid("Sheet1");
    for (int top : new int[] {0, 6}) {
      for (int left : new int[] {0, 4}) {
        grid.row(top, left, "Item" + top + left, "Units", "Price");
        for (int r = 1; r < 4; r++) {
          grid.row(top + r, left, "x" + r + "y", r, r * 2.5);
        }
      }
    }
    List<String> ranges =
        TableFinder.find(grid.build()).stream().map(t -> t.range().toString()).toList();
    assertEquals(List.of("A1:C4", "E1:G4", "A7:C10", "E7:G10"), ranges);
  }

  @Test
  void joinsMergedGroupHeaders() {
    Sheet sheet =
        new Grid("Plan")
            .row(0, 0, "Region", "Q1", null, "Q2", null)
            .row(1, 0, null, "Plan", "Actual", "Plan", "Actual")
            .row(2, 0, "North", 1, 2, 3, 4)
            .row(3, 0, "South", 1, 2, 3, 4)
            .merge("A1:A2")
            .merge("B1:C1")
            .merge("D1:E1")
            .build();
    assertTable(
        only(sheet), "A1:E4", 2, 0, "Region", "Q1 Plan", "Q1 Actual", "Q2 Plan", "Q2 Actual");
  }

  @Test
  void joinsGroupHeadersThatAreNotMerged() {
    Sheet sheet =
        new Grid("计划")
            .row(0, 0, "地区", "一季度", null, "二季度", null)
            .row(1, 0, null, "计划", "实际", "计划", "实际")
            .row(2, 0, "华北", 1, 2, 3, 4)
            .row(3, 0, "华南", 1, 2, 3, 4)
            .build();
    assertTable(only(sheet), "A1:E4", 2, 0, "地区", "一季度 计划", "一季度 实际", "二季度 计划", "二季度 实际");
  }

  @Test
  void joinsRowOfUnits() {
    Sheet sheet =
        new Grid("Shipments")
            .row(0, 0, "Parcel", "Weight", "Value")
            .row(1, 0, null, "kg", "(USD)")
            .row(2, 0, "P1", 2.5, 100)
            .row(3, 0, "P2", 3.5, 200)
            .build();
    Table table = only(sheet);
    assertTable(table, "A1:C4", 2, 0, "Parcel", "Weight (kg)", "Value (USD)");
    assertEquals("kg", ColumnProfile.of(sheet, table, 1).unit());
  }

  @Test
  void findsChineseHeadersTotalsAndNotes() {
    Sheet sheet =
        new Grid("销售")
            .row(0, 0, "2026年销售明细表")
            .row(1, 3, "单位：万元")
            .row(2, 0, "日期", "客户", "产品", "金额（万元）")
            .row(3, 0, DAY, "张三", "钢笔", 12)
            .row(4, 0, DAY, "李四", "墨水", 8)
            .row(5, 0, "合计", null, null, 20)
            .row(6, 0, "制表：王五")
            .merge("A1:D1")
            .build();
    Table table = only(sheet);
    assertTable(table, "A3:D6", 1, 1, "日期", "客户", "产品", "金额（万元）");
    assertEquals("销售", table.name());
  }

  @Test
  void takesSumFormulasForTotals() {
    Sheet sheet =
        new Grid("Sheet1")
            .row(0, 0, "Item", "Units", "Cost")
            .row(1, 0, "a", 1, 2)
            .row(2, 0, "b", 1, 2)
            .row(3, 0, "c", 1, 2)
            .row(4, 0, null, "=SUM(B2:B4)", "=SUM(C2:C4)")
            .build();
    assertTable(only(sheet), "A1:C5", 1, 1, "Item", "Units", "Cost");
  }

  @Test
  void keepsRowsThatSumAcrossAsData() {
    Sheet sheet =
        new Grid("Sheet1")
            .row(0, 0, "Item", "Jan", "Feb", "All")
            .row(1, 0, "a", 1, 2, "=SUM(B2:C2)")
            .row(2, 0, "b", 1, 2, "=SUM(B3:C3)")
            .build();
    assertEquals(0, only(sheet).totalsRows());
  }

  @Test
  void keepsProductThatIsCalledTotalAsData() {
    Sheet sheet =
        new Grid("Sheet1")
            .row(0, 0, "Product", "Price")
            .row(1, 0, "Basic Care", 30)
            .row(2, 0, "Plus Care", 40)
            .row(3, 0, "Total Care", 50)
            .build();
    assertEquals(0, only(sheet).totalsRows());
  }

  @Test
  void goesOnOverBlankRows() {
    Sheet sheet =
        new Grid("Sheet1")
            .row(0, 0, "Item", "Units")
            .row(1, 0, "a", 1)
            .row(2, 0, "b", 2)
            .row(4, 0, "c", 3)
            .row(5, 0, "d", 4)
            .row(7, 0, "Total", 10)
            .build();
    Table table = only(sheet);
    assertTable(table, "A1:B8", 1, 2, "Item", "Units");
    assertEquals("A2:B6", table.data().toString());
  }

  @Test
  void joinsHeaderWithDataAfterBlankRow() {
    Sheet sheet =
        new Grid("Sheet1").row(0, 0, "Item", "Units").row(2, 0, "a", 1).row(3, 0, "b", 2).build();
    assertTable(only(sheet), "A1:B4", 2, 0, "Item", "Units");
  }

  @Test
  void namesColumnsOfDataWithoutHeaders() {
    Sheet english =
        new Grid("Sheet1")
            .row(0, 0, "Ann", 3, DAY)
            .row(1, 0, "Bob", 4, DAY)
            .row(2, 0, "Cid", 5, DAY)
            .build();
    assertTable(only(english), "A1:C3", 0, 0, "Column1", "Column2", "Column3");
    Sheet chinese = new Grid("Sheet1").row(0, 0, "张三", 3).row(1, 0, "李四", 4).build();
    assertTable(only(chinese), "A1:B2", 0, 0, "列1", "列2");
  }

  @Test
  void makesRepeatedHeadersUnique() {
    Sheet sheet =
        new Grid("Sheet1")
            .row(0, 0, "Name", "Amount", "amount", null, "Amount2")
            .row(1, 0, "a", 1, 2, 3, 4)
            .row(2, 0, "b", 1, 2, 3, 4)
            .build();
    assertEquals(List.of("Name", "Amount", "amount3", "Column4", "Amount2"), only(sheet).columns());
  }

  @Test
  void takesYearsAndMonthsForHeaders() {
    Sheet years =
        new Grid("Sheet1")
            .row(0, 0, "Region", 2024, 2025, 2026)
            .row(1, 0, "North", 10.5, 11, 12)
            .row(2, 0, "South", 20, 21.5, 22)
            .build();
    assertTable(only(years), "A1:D3", 1, 0, "Region", "2024", "2025", "2026");
    Sheet days =
        new Grid("Sheet1")
            .row(0, 0, "Who", DAY, DAY.plusDays(1))
            .row(1, 0, "Ann", 8, 7.5)
            .row(2, 0, "Bob", 6, 8)
            .build();
    assertTable(only(days), "A1:C3", 1, 0, "Who", "2026-01-10", "2026-01-11");
  }

  @Test
  void findsHeaderAmongTextsOnly() {
    Sheet sheet =
        new Grid("Contacts")
            .row(0, 0, "Name", "City", "Mail")
            .row(1, 0, "Ann", "Rome", "ann@x.org")
            .row(2, 0, "Bob", "Paris", "bob@y.org")
            .row(3, 0, "Cid", "Rome", "cid@z.org")
            .build();
    assertEquals(1, only(sheet).headerRows());
  }

  @Test
  void returnsDeclaredTablesFirstAndNothingInsideThem() {
    Sheet sheet =
        new Grid("Sheet1")
            .row(0, 0, "Item", "Units")
            .row(1, 0, "a", 1)
            .row(2, 0, "b", 2)
            .row(4, 0, "Rate", "From")
            .row(5, 0, 0.1, DAY)
            .row(6, 0, 0.2, DAY)
            .build();
    Table declared =
        new Table("Stock", "Sheet1", CellRange.parse("A1:B3"), 1, 0, List.of("Item", "Units"));
    Workbook workbook =
        new Workbook(List.of(sheet), List.of(), List.of(declared), DateSystem.FROM_1900);
    List<Table> tables = TableFinder.find(workbook);
    assertEquals(declared, tables.get(0));
    assertTable(tables.get(1), "A5:B7", 1, 0, "Rate", "From");
    assertEquals(2, tables.size());
  }

  @Test
  void namesTablesByTitleOrNumber() {
    Sheet sheet =
        new Grid("Sheet1")
            .row(0, 0, "Stock list")
            .row(2, 0, "Item", "Units")
            .row(3, 0, "a", 1)
            .row(4, 0, "b", 2)
            .row(8, 0, "Item", "Price")
            .row(9, 0, "a", 1.5)
            .row(10, 0, "b", 2.5)
            .build();
    assertEquals(
        List.of("Stock_list", "Table1"),
        TableFinder.find(sheet).stream().map(Table::name).toList());
    Sheet quarter =
        new Grid("Q1").row(0, 0, "Item", "Units").row(1, 0, "a", 1).row(2, 0, "b", 2).build();
    assertEquals("Table_Q1", only(quarter).name());
  }

  @Test
  void findsNothingOnEmptySheetOrInNotes() {
    assertTrue(TableFinder.find(new Grid("Empty").build()).isEmpty());
    Sheet notes =
        new Grid("Notes")
            .row(0, 0, "Read me first")
            .row(2, 0, "Then call Ann")
            .row(5, 3, "x")
            .build();
    assertTrue(TableFinder.find(notes).isEmpty());
  }

  @Test
  void isNotTroubledByCellsFarAway() {
    Sheet sheet =
        new Grid("Sheet1")
            .row(0, 0, "Item", "Units")
            .row(1, 0, "a", 1)
            .row(2, 0, "b", 2)
            .row(1_048_575, 16_383, "far")
            .build();
    assertTable(TableFinder.find(sheet).getFirst(), "A1:B3", 1, 0, "Item", "Units");
  }
}
