package org.inkstone.service.sheet.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.NumberText;
import org.jspecify.annotations.Nullable;

/** Syntax trees by chance, of every kind that a formula can have. */
public final class RandomFormulas {
  private static final List<String> FUNCTIONS =
      List.of("SUM", "IF", "XLOOKUP", "STDEV.S", "LOG10", "TEXT", "INDEX", "LET", "NOW");
  private static final List<String> NAMES = List.of("total", "价格", "a.b", "rate_1", "x", "Z");
  private static final List<String> SHEETS =
      List.of("Sheet1", "My Sheet", "It's", "销售", "2024", "A1", "R1C1", "a-b", "TRUE");
  private static final List<String> COLUMNS =
      List.of("Amount", "Unit price", "金额（元）", "[x]", "#1", "it's", "a,b", " lead", "@", "a:b");
  private static final List<String> TEXTS = List.of("", "a", "say \"hi\"", "中文，。", "'", "{1}");

  private final RandomGenerator random;

  /** With a source of chance. */
  public RandomFormulas(RandomGenerator random) {
    this.random = random;
  }

  /** A tree of at most some levels. */
  public Expr tree(int levels) {
    if (levels == 0 || random.nextInt(5) == 0) {
      return leaf();
    }
    return switch (random.nextInt(8)) {
      case 0, 1 -> new Expr.Binary(operator(), tree(levels - 1), tree(levels - 1));
      case 2 -> new Expr.Unary(prefixOrPercent(), tree(levels - 1));
      case 3, 4 -> new Expr.Call(pick(FUNCTIONS), arguments(levels));
      case 5 -> reference(levels);
      case 6 -> new Expr.Unary(UnaryOperator.SPILL, cell());
      default ->
          new Expr.Invoke(
              new Expr.Call("LAMBDA", List.of(new Expr.NameRef(null, "q"), tree(levels - 1))),
              arguments(levels));
    };
  }

  private List<Expr> arguments(int levels) {
    List<Expr> arguments = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      arguments.add(random.nextInt(6) == 0 ? new Expr.Omitted() : tree(levels - 1));
    }
    return arguments;
  }

  private BinaryOperator operator() {
    BinaryOperator operator = pick(List.of(BinaryOperator.values()));
    return operator.reference() ? BinaryOperator.ADD : operator;
  }

  private UnaryOperator prefixOrPercent() {
    UnaryOperator operator = pick(List.of(UnaryOperator.values()));
    return operator.postfix() && operator != UnaryOperator.PERCENT ? UnaryOperator.MINUS : operator;
  }

  private Expr reference(int levels) {
    Expr left = random.nextBoolean() ? range() : new Expr.Call("INDEX", arguments(levels));
    Expr right = random.nextBoolean() ? cell() : new Expr.NameRef(null, pick(NAMES));
    return switch (random.nextInt(3)) {
      case 0 -> Expr.range(left, right);
      case 1 -> new Expr.Binary(BinaryOperator.UNION, left, right);
      default -> new Expr.Binary(BinaryOperator.INTERSECTION, left, right);
    };
  }

  private Expr leaf() {
    return switch (random.nextInt(10)) {
      case 0 -> new Expr.NumberLiteral(number());
      case 1 -> new Expr.TextLiteral(pick(TEXTS));
      case 2 -> new Expr.BoolLiteral(random.nextBoolean());
      case 3 -> new Expr.ErrorLiteral(pick(List.of(ErrorCode.values())));
      case 4 -> array();
      case 5 -> range();
      case 6 -> table();
      case 7 -> new Expr.NameRef(sheet(), pick(NAMES));
      case 8 -> whole();
      default -> cell();
    };
  }

  private double number() {
    double number =
        switch (random.nextInt(4)) {
          case 0 -> random.nextInt(1000);
          case 1 -> random.nextInt(100_000) / 100.0;
          case 2 -> random.nextDouble() * Math.pow(10, random.nextInt(-300, 300));
          default -> Double.longBitsToDouble(random.nextLong() & 0x7fe0_ffff_ffff_ffffL);
        };
    // formulas have no more than fifteen digits
    return NumberText.digits15(number);
  }

  private Expr array() {
    int columns = 1 + random.nextInt(3);
    List<List<Scalar>> rows = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      List<Scalar> row = new ArrayList<>();
      for (int c = 0; c < columns; c++) {
        row.add(constant());
      }
      rows.add(row);
    }
    return new Expr.ArrayLiteral(rows);
  }

  private Scalar constant() {
    return switch (random.nextInt(4)) {
      case 0 -> Scalar.of(random.nextInt(-50, 50));
      case 1 -> Scalar.of(pick(TEXTS));
      case 2 -> Scalar.of(random.nextBoolean());
      default -> Scalar.of(ErrorCode.NA);
    };
  }

  private Expr cell() {
    return new Expr.CellRef(sheet(), axis(1_048_576), axis(16_384));
  }

  private Expr range() {
    return new Expr.RangeRef(sheet(), axis(1_048_576), axis(16_384), axis(1_048_576), axis(16_384));
  }

  private Expr whole() {
    return random.nextBoolean()
        ? new Expr.ColumnsRef(sheet(), axis(16_384), axis(16_384))
        : new Expr.RowsRef(sheet(), axis(1_048_576), axis(1_048_576));
  }

  private Axis axis(int size) {
    return new Axis(random.nextInt(random.nextBoolean() ? 30 : size), random.nextBoolean());
  }

  private @Nullable SheetPrefix sheet() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> SheetPrefix.of(pick(SHEETS));
      case 2 -> new SheetPrefix(random.nextBoolean() ? "[1]" : null, pick(SHEETS), pick(SHEETS));
      default -> null;
    };
  }

  private Expr table() {
    List<TableSection> sections = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      sections.add(pick(List.of(TableSection.values())));
    }
    if (sections.contains(TableSection.THIS_ROW)) {
      sections = List.of(TableSection.THIS_ROW);
    }
    String first = random.nextInt(4) == 0 ? null : pick(COLUMNS);
    String last = first == null || random.nextBoolean() ? null : pick(COLUMNS);
    String table = random.nextInt(3) == 0 ? null : "Orders";
    return new Expr.TableRef(table, sections, first, last);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
