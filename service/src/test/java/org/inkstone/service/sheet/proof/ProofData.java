package org.inkstone.service.sheet.proof;

import java.util.List;
import java.util.SplittableRandom;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;

/**
 * The sheet that generated formulas refer to: each column of one kind, so that formulas can be
 * written which mean something.
 */
final class ProofData {
  /** Rows of data, from the first. */
  static final int ROWS = 30;

  /** The name of the sheet with data and formulas. */
  static final String SHEET = "Data";

  /** Columns of numbers: positive, whole, of both signs, ascending. */
  static final String NUMBERS = "ABCI";

  static final String WHOLE = "B";
  static final String ASCENDING = "I";
  static final String DATES = "D";
  static final String ENGLISH = "E";
  static final String CHINESE = "F";
  static final String BOOLS = "G";
  static final String MIXED = "H";
  static final String SPARSE = "J";
  static final String TEXT_NUMBERS = "K";
  static final String PROBABILITIES = "L";
  static final String ERRORS = "M";
  static final String BLANK = "N";

  /** A table with a header, for the database functions; their criteria stand in U1:W3. */
  static final String DATABASE = "P1:S16";

  private static final int DATABASE_COLUMN = 15;
  private static final int CRITERIA_COLUMN = 20;

  private static final List<String> ENGLISH_TEXTS =
      List.of(
          "Alpha",
          "beta",
          "gamma ray",
          "DELTA",
          " epsilon ",
          "North",
          "South-West",
          "north",
          "it's",
          "a,b;c",
          "100% cotton",
          "x*y",
          "why?",
          "tilde~",
          "Résumé",
          "ALPHA",
          "item-007",
          "Widget A",
          "widget b",
          "red green blue");
  private static final List<String> CHINESE_TEXTS =
      List.of(
          "北京", "上海", "广州分公司", "北京市朝阳区", "苹果", "苹果手机", "销售额（元）", "第1季度", "张三", "李四", "２０２４年",
          "abc中文", "中文abc", "ｆｕｌｌ", "日本語");
  private static final List<String> NUMBER_TEXTS =
      List.of(
          "12",
          "3.5",
          "-7",
          "1e3",
          "50%",
          "2024-03-15",
          "1,234",
          "10:30",
          " 8 ",
          "abc",
          "007",
          "3/4/2023",
          "(5)",
          "$9.50",
          "12abc");

  private ProofData() {}

  /** The sheet of this seed. */
  static Sheet sheet(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Sheet.Builder sheet = Sheet.builder(SHEET);
    double ascending = -3;
    for (int row = 0; row < ROWS; row++) {
      ascending += random.nextInt(1, 5);
      put(sheet, row, 0, Scalar.of(random.nextInt(1, 40_000) / 64.0));
      put(sheet, row, 1, Scalar.of(random.nextInt(0, 25)));
      put(sheet, row, 2, Scalar.of(random.nextInt(-50_000, 50_000) / 100.0));
      put(sheet, row, 3, Scalar.of(random.nextInt(42_000, 46_500)));
      put(sheet, row, 4, Scalar.of(pick(ENGLISH_TEXTS, random)));
      put(sheet, row, 5, Scalar.of(pick(CHINESE_TEXTS, random)));
      put(sheet, row, 6, Scalar.of(random.nextBoolean()));
      put(sheet, row, 7, mixed(random));
      put(sheet, row, 8, Scalar.of(ascending));
      put(sheet, row, 9, random.nextInt(3) == 0 ? Scalar.blank() : Scalar.of(random.nextInt(90)));
      put(sheet, row, 10, Scalar.of(pick(NUMBER_TEXTS, random)));
      put(sheet, row, 11, Scalar.of(random.nextInt(1, 1000) / 1000.0));
      put(sheet, row, 12, random.nextInt(6) == 0 ? error(random) : Scalar.of(random.nextInt(50)));
    }
    putDatabase(sheet, random);
    return sheet.build();
  }

  private static void putDatabase(Sheet.Builder sheet, SplittableRandom random) {
    List<String> headers = List.of("Name", "Region", "Units", "Price");
    for (int i = 0; i < headers.size(); i++) {
      put(sheet, 0, DATABASE_COLUMN + i, Scalar.of(headers.get(i)));
    }
    for (int row = 1; row <= 15; row++) {
      put(sheet, row, DATABASE_COLUMN, Scalar.of(pick(ENGLISH_TEXTS, random)));
      put(sheet, row, DATABASE_COLUMN + 1, Scalar.of(pick(List.of("North", "South"), random)));
      put(sheet, row, DATABASE_COLUMN + 2, Scalar.of(random.nextInt(1, 12)));
      put(sheet, row, DATABASE_COLUMN + 3, Scalar.of(random.nextInt(100, 900) / 8.0));
    }
    List<List<String>> criteria =
        List.of(
            List.of("Region", "Units", "Name"),
            List.of("North", ">4", "b*"),
            List.of("South", "<=9", ""));
    for (int row = 0; row < criteria.size(); row++) {
      for (int i = 0; i < criteria.get(row).size(); i++) {
        String text = criteria.get(row).get(i);
        put(sheet, row, CRITERIA_COLUMN + i, text.isEmpty() ? Scalar.blank() : Scalar.of(text));
      }
    }
  }

  private static void put(Sheet.Builder sheet, int row, int column, Scalar value) {
    if (!(value instanceof Scalar.Blank)) {
      sheet.put(row, column, SheetCell.of(value));
    }
  }

  private static Scalar mixed(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> Scalar.of(random.nextInt(-20, 60) / 4.0);
      case 2 -> Scalar.of(pick(ENGLISH_TEXTS, random));
      case 3 -> Scalar.of(pick(NUMBER_TEXTS, random));
      case 4 -> Scalar.of(random.nextBoolean());
      case 5 -> Scalar.of(pick(CHINESE_TEXTS, random));
      default -> Scalar.blank();
    };
  }

  private static Scalar error(SplittableRandom random) {
    return Scalar.of(
        pick(
            List.of(ErrorCode.NA, ErrorCode.DIV_0, ErrorCode.VALUE, ErrorCode.NUM, ErrorCode.REF),
            random));
  }

  private static <T> T pick(List<T> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }
}
