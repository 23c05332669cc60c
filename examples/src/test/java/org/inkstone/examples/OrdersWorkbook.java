package org.inkstone.examples;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code data/orders.xlsx}: 300 orders with dates, blanks and numbers typed as text, the
 * customers, and a budget in Chinese. The same each time.
 */
final class OrdersWorkbook {
  private static final List<String> REGIONS = List.of("North", "South", "East", "West");
  private static final List<String> STATUSES = List.of("Shipped", "Open", "Cancelled");
  private static final List<String> CUSTOMERS =
      List.of("Alder & Co", "Birch Ltd", "Cedar GmbH", "Dogwood Inc", "Elm SARL", "Fir KK");
  private static final List<String> PRODUCTS = List.of("Desk", "Chair", "Lamp", "Shelf", "Cabinet");
  private static final double[] PRICES = {249, 89.5, 34.9, 119, 179};

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final SplittableRandom random = new SplittableRandom(20261124);
  private final CellStyle dateStyle = workbook.createCellStyle();

  private OrdersWorkbook() {
    dateStyle.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
  }

  static XSSFWorkbook make() {
    OrdersWorkbook made = new OrdersWorkbook();
    made.orders();
    made.customers();
    made.budget();
    return made.workbook;
  }

  private void orders() {
    XSSFSheet sheet = workbook.createSheet("Orders");
    fill(
        sheet.createRow(0),
        "Order ID",
        "Order Date",
        "Customer",
        "Region",
        "Product",
        "Units",
        "Unit Price",
        "Amount",
        "Status",
        "Ship Date");
    for (int i = 1; i <= 300; i++) {
      LocalDate ordered = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
      String status = STATUSES.get(Math.min(2, random.nextInt(10) / 5 + random.nextInt(10) / 9));
      int product = random.nextInt(PRODUCTS.size());
      int units = 1 + random.nextInt(40);
      // One in thirty units was typed as text, as it happens in real sheets.
      Object typed = i % 30 == 7 ? String.valueOf(units) : units;
      fill(
          sheet.createRow(i),
          "O-" + (1000 + i),
          ordered,
          CUSTOMERS.get(random.nextInt(CUSTOMERS.size())),
          i % 41 == 0 ? null : REGIONS.get(random.nextInt(REGIONS.size())),
          PRODUCTS.get(product),
          typed,
          PRICES[product],
          Math.round(units * PRICES[product] * 100) / 100.0,
          status,
          status.equals("Shipped") ? ordered.plusDays(2 + random.nextInt(12)) : null);
    }
    XSSFTable table =
        sheet.createTable(
            new AreaReference(new CellReference("A1"), new CellReference("J301"), null));
    table.setName("Orders");
    table.setDisplayName("Orders");
  }

  private void customers() {
    Sheet sheet = workbook.createSheet("Customers");
    fill(sheet.createRow(0), "Customer", "Segment", "City", "Since");
    for (int i = 0; i < CUSTOMERS.size(); i++) {
      fill(
          sheet.createRow(i + 1),
          CUSTOMERS.get(i),
          i % 2 == 0 ? "Retail" : "Wholesale",
          List.of("Oslo", "Leeds", "Bonn", "Austin", "Lyon", "Osaka").get(i),
          LocalDate.of(2015 + i, 3, 1 + i));
    }
  }

  private void budget() {
    Sheet sheet = workbook.createSheet("预算");
    fill(sheet.createRow(0), "2026年部门预算");
    fill(sheet.createRow(2), "月份", "部门", "预算（万元）", "实际（万元）", "备注");
    int row = 3;
    for (int month = 1; month <= 12; month++) {
      for (String department : List.of("市场部", "研发部", "行政部")) {
        double planned = 20 + random.nextInt(30);
        Double actual = month > 10 ? null : Math.round(planned * (80 + random.nextInt(40))) / 100.0;
        fill(
            sheet.createRow(row++),
            month + "月",
            department,
            planned,
            actual,
            month == 6 ? "年中调整" : null);
      }
    }
  }

  private void fill(Row row, @Nullable Object... values) {
    for (int column = 0; column < values.length; column++) {
      Object value = values[column];
      if (value == null) {
        continue;
      }
      Cell cell = row.createCell(column);
      switch (value) {
        case String text -> cell.setCellValue(text);
        case LocalDate date -> {
          cell.setCellValue(date);
          cell.setCellStyle(dateStyle);
        }
        case Number number -> cell.setCellValue(number.doubleValue());
        default -> throw new IllegalArgumentException("no cell for " + value.getClass());
      }
    }
  }
}
