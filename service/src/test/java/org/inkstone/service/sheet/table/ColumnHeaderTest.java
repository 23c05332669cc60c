package org.inkstone.service.sheet.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnHeaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Amount (USD) ~ Amount ~ USD",
        "Amount (USD thousands) ~ Amount ~ USD thousands",
        "Price [EUR/t] ~ Price ~ EUR/t",
        "Weight kg ~ Weight ~ kg",
        "Weight, kg ~ Weight ~ kg",
        "Weight in kg ~ Weight ~ kg",
        "Revenue (€m) ~ Revenue ~ €m",
        "Duration (min) ~ Duration ~ min",
        "Discount % ~ Discount ~ %",
        "金额（万元） ~ 金额 ~ 万元",
        "金额(单位:万元) ~ 金额 ~ 单位:万元",
        "单价（元/件） ~ 单价 ~ 元/件",
        "重量(kg) ~ 重量 ~ kg",
        "面积（平方米） ~ 面积 ~ 平方米"
      })
  void takesUnitsOffHeaders(String text, String name, String unit) {
    assertEquals(new ColumnHeader(text, name, unit), ColumnHeader.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Amount",
        "Order (new)",
        "Customer A",
        "Team T",
        "Vitamin K",
        "Name (first)",
        "订单（已发货）",
        "日期",
        "Plan A",
        "生日",
        "kg",
        "Minutes of meeting"
      })
  void leavesOtherHeadersWhole(String text) {
    assertEquals(text, ColumnHeader.of(text).name());
    assertNull(ColumnHeader.of(text).unit());
  }
}
