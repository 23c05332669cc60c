package org.inkstone.service.sheet.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes random layouts of known tables and expects exactly those tables back. */
class TableLayoutTest {
  private static final int LAYOUTS = 400;
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  /** What was written, in the form in which the finder should report it. */
  private record Expected(String range, int headerRows, int totalsRows, List<String> columns) {
    static Expected of(Table table) {
      return new Expected(
          table.range().toString(), table.headerRows(), table.totalsRows(), table.columns());
    }
  }

  /** The words of one language. */
  private record Words(
      List<String> keys,
      List<String> numbers,
      List<String> dates,
      List<String> values,
      List<String> titles,
      List<String> totals,
      List<String> notes) {}

  private static final Words ENGLISH =
      new Words(
          List.of("Customer", "Product", "Region", "City"),
          List.of("Amount (USD)", "Units", "Weight kg", "Price", "Discount %", "Cost"),
          List.of("Order date", "Shipped", "Due"),
          List.of("Ann", "Bob", "Rome", "Oslo", "Pen", "Ink", "North", "South", "Box-7"),
          List.of("Sales report 2026", "Shipments by customer", "Overview"),
          List.of("Total", "Grand total", "Subtotal:"),
          List.of("Note: without tax", "Source: the warehouse", "* preliminary"));

  private static final Words CHINESE =
      new Words(
          List.of("客户", "产品", "地区", "城市"),
          List.of("金额（万元）", "数量", "重量(kg)", "单价", "折扣率", "成本"),
          List.of("订单日期", "发货日期", "到期日"),
          List.of("张三", "李四", "北京", "上海", "钢笔", "墨水", "华北", "华南", "箱7"),
          List.of("2026年销售明细表", "各客户发货情况", "汇总"),
          List.of("合计", "总计", "小计："),
          List.of("注：不含税", "资料来源：仓库", "备注：初步数据"));

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void findsExactlyTheTablesThatWereWritten(boolean chinese) {
    for (int seed = 0; seed < LAYOUTS; seed++) {
      Layout layout = new Layout(new Random(seed), chinese ? CHINESE : ENGLISH);
      layout.write();
      layout.expected.sort(
          Comparator.comparingInt((Expected table) -> CellRange.parse(table.range).firstRow())
              .thenComparingInt(table -> CellRange.parse(table.range).firstColumn()));
      List<Expected> found =
          TableFinder.find(layout.grid.build()).stream().map(Expected::of).toList();
      int shown = seed;
      assertEquals(layout.expected, found, () -> "layout with seed " + shown);
    }
  }

  /** One sheet with one to four tables. */
  private static final class Layout {
    private final Random random;
    private final Words words;
    private final Grid grid = new Grid("Sheet1");
    private final List<Expected> expected = new ArrayList<>();

    Layout(Random random, Words words) {
      this.random = random;
      this.words = words;
    }

    void write() {
      int top = random.nextInt(4);
      int bands = 1 + random.nextInt(2);
      for (int band = 0; band < bands; band++) {
        int left = random.nextInt(3);
        int bottom = top;
        int beside = 1 + random.nextInt(2);
        for (int i = 0; i < beside; i++) {
          CellRange used = table(top, left);
          left = used.lastColumn() + 2 + random.nextInt(2);
          bottom = Math.max(bottom, used.lastRow());
        }
        top = bottom + 4 + random.nextInt(3);
      }
    }

    /** Writes one table with what stands around it; returns the area that it took. */
    private CellRange table(int firstRow, int left) {
      int row = firstRow;
      int width = 3 + random.nextInt(3);
      if (random.nextBoolean()) {
        grid.row(row, left, pick(words.titles));
        if (random.nextBoolean()) {
          grid.merge(new CellRange(row, left, row, left + width - 1).toString());
        }
        row += 1 + random.nextInt(2);
      }
      int top = row;
      List<String> columns = columns(width);
      boolean grouped = random.nextInt(4) == 0;
      if (grouped) {
        columns = groupHeader(row++, left, columns);
      } else {
        grid.row(row, left, columns.toArray());
      }
      row = data(row + 1, left, columns, width);
      int totals = random.nextInt(3) == 0 ? totals(row, left, width) : 0;
      row += totals;
      expected.add(
          new Expected(
              new CellRange(top, left, row - 1, left + width - 1).toString(),
              grouped ? 2 : 1,
              totals,
              columns));
      if (random.nextInt(4) == 0) {
        grid.row(row++, left, pick(words.notes));
      }
      return new CellRange(firstRow, left, row, left + width - 1);
    }

    /** A key, then numbers and dates, each name once. */
    private List<String> columns(int width) {
      List<String> columns = new ArrayList<>();
      columns.add(pick(words.keys));
      columns.add(pick(words.numbers));
      while (columns.size() < width) {
        String next = pick(random.nextInt(3) == 0 ? words.dates : words.numbers);
        if (!columns.contains(next)) {
          columns.add(next);
        }
      }
      return columns;
    }

    /** A merged group over all columns but the first; returns the joined names. */
    private List<String> groupHeader(int row, int left, List<String> columns) {
      String group = pick(words.titles);
      int last = left + columns.size() - 1;
      grid.row(row, left, columns.getFirst(), group)
          .row(row + 1, left + 1, columns.subList(1, columns.size()).toArray())
          .merge(new CellRange(row, left, row + 1, left).toString())
          .merge(new CellRange(row, left + 1, row, last).toString());
      List<String> joined = new ArrayList<>();
      joined.add(columns.getFirst());
      columns.subList(1, columns.size()).forEach(name -> joined.add(group + " " + name));
      return joined;
    }

    /** Returns the row after the data. */
    private int data(int firstRow, int left, List<String> columns, int width) {
      int rows = 3 + random.nextInt(6);
      int gapAfter = rows > 4 && random.nextInt(3) == 0 ? 1 + random.nextInt(rows - 3) : -1;
      int row = firstRow;
      for (int i = 0; i < rows; i++) {
        grid.row(row++, left, pick(words.values));
        for (int c = 1; c < width; c++) {
          boolean skipped = i > 0 && c > 1 && random.nextInt(8) == 0;
          grid.row(row - 1, left + c, skipped ? null : value(columns.get(c)));
        }
        row += i == gapAfter ? 1 : 0;
      }
      return row;
    }

    private @Nullable Object value(String column) {
      boolean date = words.dates.stream().anyMatch(column::endsWith);
      return date ? DAY.plusDays(random.nextInt(300)) : (Object) (random.nextInt(9000) / 10.0);
    }

    private int totals(int row, int left, int width) {
      grid.row(row, left, pick(words.totals));
      for (int c = 1; c < width; c++) {
        grid.row(row, left + c, 100.5 + random.nextInt(9000));
      }
      return 1;
    }

    private String pick(List<String> from) {
      return from.get(random.nextInt(from.size()));
    }
  }
}
