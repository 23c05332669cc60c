package org.inkstone.service.plan.algebra;

import java.util.List;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;

/** Prints what is made of texts. */
final class TextPrinter {
  private TextPrinter() {}

  static Expr print(TextFunction function, Expr of, List<Expr> arguments) {
    return switch (function) {
      case TRIM -> Exprs.call("TRIM", of);
      case UPPER -> Exprs.call("UPPER", of);
      case LOWER -> Exprs.call("LOWER", of);
      case PROPER -> Exprs.call("PROPER", of);
      case LENGTH -> Exprs.call("LEN", of);
      case LEFT -> Exprs.call("LEFT", of, arguments.getFirst());
      case RIGHT -> Exprs.call("RIGHT", of, arguments.getFirst());
      case MIDDLE -> Exprs.call("MID", of, arguments.getFirst(), arguments.getLast());
      case BEFORE -> before(of, arguments.getFirst());
      case AFTER -> after(of, arguments.getFirst());
      case LAST_WORD -> lastWord(of);
      case REPLACE -> Exprs.call("SUBSTITUTE", of, arguments.getFirst(), arguments.getLast());
      case OCCURRENCES -> occurrences(of, arguments.getFirst());
      case NUMBER -> Exprs.call("VALUE", of);
    };
  }

  /** The sign is added behind, so that a text without it stays whole. */
  private static Expr before(Expr of, Expr sign) {
    Expr at = Exprs.call("FIND", sign, Exprs.binary(BinaryOperator.CONCAT, of, sign));
    return Exprs.call("LEFT", of, Exprs.minus(at, Exprs.number(1)));
  }

  private static Expr after(Expr of, Expr sign) {
    Expr behind =
        Exprs.plus(
            Exprs.call("FIND", sign, of),
            sign instanceof Expr.TextLiteral text
                ? Exprs.number(text.value().length())
                : Exprs.call("LEN", sign));
    return Exprs.call("MID", of, behind, Exprs.call("LEN", of));
  }

  private static Expr lastWord(Expr of) {
    Expr wide =
        Exprs.call(
            "SUBSTITUTE",
            Exprs.call("TRIM", of),
            Exprs.text(" "),
            Exprs.call("REPT", Exprs.text(" "), Exprs.number(100)));
    return Exprs.call("TRIM", Exprs.call("RIGHT", wide, Exprs.number(100)));
  }

  private static Expr occurrences(Expr of, Expr part) {
    Expr without = Exprs.call("LEN", Exprs.call("SUBSTITUTE", of, part, Exprs.text("")));
    Expr difference = Exprs.minus(Exprs.call("LEN", of), without);
    boolean single = part instanceof Expr.TextLiteral text && text.value().length() == 1;
    return single ? difference : Exprs.divided(difference, Exprs.call("LEN", part));
  }
}
