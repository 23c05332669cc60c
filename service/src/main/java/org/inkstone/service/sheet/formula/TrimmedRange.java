package org.inkstone.service.sheet.formula;

import java.util.List;

/** Ranges with dots beside their colon, which are calls of TRIMRANGE. */
final class TrimmedRange {
  private static final int START = 1;
  private static final int END = 2;

  private TrimmedRange() {}

  /** The range, trimmed on the sides where the colon has a dot. */
  static Expr of(Token colon, Expr range) {
    int trim = (colon.text().startsWith(".") ? START : 0) + (colon.text().endsWith(".") ? END : 0);
    return trim == 0 ? range : call(range, trim);
  }

  /** The call that files have for it: {@code _TRO_ALL}, {@code _TRO_LEADING} or the rest. */
  static Expr stored(String name, Expr range) {
    return switch (name) {
      case "_TRO_ALL" -> call(range, START + END);
      case "_TRO_LEADING" -> call(range, START);
      case "_TRO_TRAILING" -> call(range, END);
      default -> new Expr.Call(name, List.of(range));
    };
  }

  private static Expr call(Expr range, int trim) {
    Expr sides = new Expr.NumberLiteral(trim);
    return new Expr.Call("TRIMRANGE", List.of(range, sides, sides));
  }
}
