package org.inkstone.service.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;

/** Small sheets for tests, written as rows. */
final class SampleSheets {
  private SampleSheets() {}

  static Schema orders() {
    return schema(
        "Orders",
        List.of("Order", "Date", "Region", "Unit Price", "Amount (USD)", "Status"),
        List.of(1001, "d46027", "North", 120, 480, "Shipped"),
        List.of(1002, "d46031", "South", 45, 450, "Cancelled"),
        List.of(1003, "d46070", "north east", 30, 210, "Shipped"),
        List.of(1004, "d46101", "West", 60, 240, "Pending"));
  }

  static Schema stores() {
    return schema(
        "销售明细",
        List.of("日期", "门店", "产品", "数量", "金额(元)", "付款状态"),
        List.of("d46027", "人民路店", "绿茶", 24, 120, "已付"),
        List.of("d46031", "中山店", "牛奶", 30, 180, "未付"),
        List.of("d46070", "人民路店", "饼干", 12, 108, "已付"),
        List.of("d46101", "滨江店", "绿茶", 40, 200, "已付"));
  }

  static Schema schema(String name, List<?>... rows) {
    Map<CellAddress, SheetCell> cells = new HashMap<>();
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].size(); c++) {
        cells.put(new CellAddress(r, c), cell(rows[r].get(c)));
      }
    }
    return Schema.of(Workbook.of(new Sheet(name, cells, List.of())), name);
  }

  private static SheetCell cell(Object value) {
    if (value instanceof Number number) {
      return SheetCell.of(Scalar.of(number.doubleValue()));
    }
    String text = value.toString();
    return text.matches("d\\d+")
        ? new SheetCell(Scalar.of(Double.parseDouble(text.substring(1))), null, "yyyy-mm-dd")
        : SheetCell.of(Scalar.of(text));
  }
}
