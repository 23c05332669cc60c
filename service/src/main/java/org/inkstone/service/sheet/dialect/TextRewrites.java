package org.inkstone.service.sheet.dialect;

import static org.inkstone.service.sheet.dialect.Exprs.LONGEST_TEXT;
import static org.inkstone.service.sheet.dialect.Exprs.binary;
import static org.inkstone.service.sheet.dialect.Exprs.call;
import static org.inkstone.service.sheet.dialect.Exprs.concat;
import static org.inkstone.service.sheet.dialect.Exprs.equal;
import static org.inkstone.service.sheet.dialect.Exprs.number;
import static org.inkstone.service.sheet.dialect.Exprs.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;

/** Joining and cutting texts without CONCAT, TEXTJOIN, TEXTBEFORE and TEXTAFTER. */
final class TextRewrites {
  /** So many cells may be written out one by one. */
  private static final int MOST_CELLS = 24;

  static final Map<String, Rewrite> ALL =
      Map.of(
          "CONCAT", TextRewrites::concatAll,
          "TEXTJOIN", TextRewrites::join,
          "TEXTBEFORE", TextRewrites::before,
          "TEXTAFTER", TextRewrites::after);

  private TextRewrites() {}

  private static Optional<Expr> concatAll(Expr.Call call) {
    return pieces(call.arguments()).map(pieces -> joining(text(""), pieces));
  }

  private static Optional<List<Expr>> pieces(List<Expr> arguments) {
    List<Expr> pieces = new ArrayList<>();
    for (Expr argument : arguments) {
      Optional<List<Expr>> cells = Exprs.cells(argument, MOST_CELLS - pieces.size());
      if (cells.isEmpty()) {
        return Optional.empty();
      }
      pieces.addAll(cells.get());
    }
    return pieces.isEmpty() ? Optional.empty() : Optional.of(pieces);
  }

  /** With empty ones left out, each piece brings the separator before it; the first one is cut. */
  private static Optional<Expr> join(Expr.Call join) {
    if (join.arguments().size() < 3
        || Exprs.isRange(join.arguments().getFirst())
        || !(join.arguments().get(1) instanceof Expr.BoolLiteral skip)) {
      return Optional.empty();
    }
    Expr separator = join.arguments().getFirst();
    return pieces(join.arguments().subList(2, join.arguments().size()))
        .map(pieces -> skip.value() ? skipping(separator, pieces) : joining(separator, pieces));
  }

  private static Expr joining(Expr separator, List<Expr> pieces) {
    Expr joined = pieces.size() == 1 ? concat(pieces.getFirst(), text("")) : pieces.getFirst();
    for (Expr piece : pieces.subList(1, pieces.size())) {
      joined = separator.equals(text("")) ? joined : concat(joined, separator);
      joined = concat(joined, piece);
    }
    return joined;
  }

  private static Expr skipping(Expr separator, List<Expr> pieces) {
    Expr joined = null;
    for (Expr piece : pieces) {
      Expr part = call("IF", equal(piece, text("")), text(""), concat(separator, piece));
      joined = joined == null ? part : concat(joined, part);
    }
    Expr behind = binary(BinaryOperator.ADD, call("LEN", separator), number(1));
    return call("MID", joined == null ? text("") : joined, behind, LONGEST_TEXT);
  }

  private static Optional<Expr> before(Expr.Call call) {
    return cut(
        call,
        (text, at, separator) ->
            call("LEFT", text, binary(BinaryOperator.SUBTRACT, at, number(1))));
  }

  private static Optional<Expr> after(Expr.Call call) {
    return cut(
        call,
        (text, at, separator) ->
            call(
                "MID", text, binary(BinaryOperator.ADD, at, call("LEN", separator)), LONGEST_TEXT));
  }

  private interface Cut {
    Expr of(Expr text, Expr at, Expr separator);
  }

  private static Optional<Expr> cut(Expr.Call call, Cut cut) {
    if (call.arguments().size() != 2 || call.arguments().stream().anyMatch(Exprs::isRange)) {
      return Optional.empty();
    }
    Expr text = call.arguments().get(0);
    Expr separator = call.arguments().get(1);
    Expr at = call("FIND", separator, text);
    return Optional.of(call("IF", call("ISERROR", at), call("NA"), cut.of(text, at, separator)));
  }
}
