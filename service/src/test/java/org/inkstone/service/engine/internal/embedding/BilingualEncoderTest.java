package org.inkstone.service.engine.internal.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inkstone.service.engine.internal.onnx.OnnxRuntime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BilingualEncoderTest {
  /** Column names, and words that mean the same. */
  private static final Map<String, List<String>> ENGLISH =
      Map.ofEntries(
          Map.entry("Revenue", List.of("total sales income", "sales amount earned")),
          Map.entry("Customer", List.of("clients", "who bought it", "buyers")),
          Map.entry("Order date", List.of("when it was purchased", "day of the order")),
          Map.entry("Units", List.of("how many pieces", "quantity")),
          Map.entry("Discount", List.of("price reduction", "rebate")),
          Map.entry("City", List.of("town", "place")),
          Map.entry("Salesperson", List.of("sales rep", "seller")),
          Map.entry("Product", List.of("item", "goods")),
          Map.entry("Delivery status", List.of("shipped or not", "shipping state")),
          Map.entry("Invoice number", List.of("bill id", "invoice no.")),
          Map.entry("Unit price", List.of("price per piece", "price each")),
          Map.entry("Department", List.of("division", "team")));

  private static final Map<String, List<String>> CHINESE =
      Map.ofEntries(
          Map.entry("收入", List.of("销售收入", "营业额", "赚了多少钱")),
          Map.entry("客户", List.of("顾客", "买家", "客人")),
          Map.entry("下单日期", List.of("购买时间", "订购的日期")),
          Map.entry("数量", List.of("件数", "多少个")),
          Map.entry("折扣", List.of("优惠", "打折")),
          Map.entry("城市", List.of("所在城市", "地点")),
          Map.entry("销售员", List.of("业务员", "销售人员", "卖的人")),
          Map.entry("产品", List.of("商品", "货物")),
          Map.entry("发货状态", List.of("是否发货", "物流状态")),
          Map.entry("发票号码", List.of("票据编号", "发票编号")),
          Map.entry("单价", List.of("每件价格", "单位价格")),
          Map.entry("部门", List.of("科室", "哪个团队")));

  private static BilingualEncoder encoder;

  @BeforeAll
  static void load() {
    encoder = new BilingualEncoder(new OnnxRuntime(1));
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @Test
  void findsMostColumnsThatMeanTheSameInEnglish() {
    assertTrue(shareFound(ENGLISH) >= 0.75, () -> "found " + shareFound(ENGLISH));
  }

  @Test
  void findsMostColumnsThatMeanTheSameInChinese() {
    assertTrue(shareFound(CHINESE) >= 0.85, () -> "found " + shareFound(CHINESE));
  }

  @Test
  void givesVectorsOfLengthOne() {
    for (String text : List.of("Revenue", "客户 ID", "", "a much longer text ".repeat(300))) {
      float[] vector = encoder.encode(text);
      assertEquals(BilingualEncoder.DIMENSION, vector.length);
      assertEquals(1, dot(vector, vector), 1e-5, text);
    }
  }

  @Test
  void givesTheSameVectorWhateverWasAskedBefore() {
    float[] first = encoder.encode("amount due");
    encoder.encode("something else entirely, and longer");
    try (BilingualEncoder fresh = new BilingualEncoder(new OnnxRuntime(1))) {
      assertArrayEquals(first, fresh.encode("amount due"));
    }
  }

  @Test
  void keepsItsOwnCopyOfAVector() {
    float[] first = encoder.encode("mine");
    first[0] = 7;
    assertTrue(encoder.encode("mine")[0] < 1);
  }

  private static double shareFound(Map<String, List<String>> wordsOfColumn) {
    int found = 0;
    int asked = 0;
    for (Map.Entry<String, List<String>> entry : wordsOfColumn.entrySet()) {
      for (String words : entry.getValue()) {
        asked++;
        found += nearest(words, wordsOfColumn.keySet()).equals(entry.getKey()) ? 1 : 0;
      }
    }
    return (double) found / asked;
  }

  private static String nearest(String words, Set<String> columns) {
    float[] query = encoder.encode(words);
    return columns.stream()
        .max((a, b) -> Float.compare(dot(query, encoder.encode(a)), dot(query, encoder.encode(b))))
        .orElseThrow();
  }

  private static float dot(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
