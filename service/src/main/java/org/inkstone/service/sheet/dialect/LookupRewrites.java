package org.inkstone.service.sheet.dialect;

import static org.inkstone.service.sheet.dialect.Exprs.argument;
import static org.inkstone.service.sheet.dialect.Exprs.call;
import static org.inkstone.service.sheet.dialect.Exprs.equal;
import static org.inkstone.service.sheet.dialect.Exprs.isMissingOr;
import static org.inkstone.service.sheet.dialect.Exprs.number;
import static org.inkstone.service.sheet.dialect.Exprs.over;

import java.util.Map;
import java.util.Optional;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.UnaryOperator;

/** Looking up without XLOOKUP, XMATCH and SORT. */
final class LookupRewrites {
  private static final double WILDCARDS = 2;
  private static final double LAST_FIRST = -1;

  static final Map<String, Rewrite> ALL =
      Map.of(
          "XLOOKUP", LookupRewrites::xlookup,
          "XMATCH", LookupRewrites::xmatch);

  /** Rewrites of functions around SORT. */
  static final Map<String, Rewrite> AROUND = Map.of("INDEX", LookupRewrites::index);

  private LookupRewrites() {}

  /**
   * INDEX and MATCH for the first equal value; LOOKUP over the reciprocals of truths for the last.
   * What is next smaller or larger in no order has no such form.
   */
  private static Optional<Expr> xlookup(Expr.Call xlookup) {
    if (xlookup.arguments().size() < 3) {
      return Optional.empty();
    }
    Expr wanted = xlookup.arguments().get(0);
    Expr keys = xlookup.arguments().get(1);
    Expr values = xlookup.arguments().get(2);
    boolean line =
        Exprs.isColumn(keys) && Exprs.isColumn(values) || Exprs.isRow(keys) && Exprs.isRow(values);
    boolean equals = isMissingOr(xlookup, 4, 0);
    if (!line || Exprs.isRange(wanted) || !equals && !isMissingOr(xlookup, 4, WILDCARDS)) {
      return Optional.empty();
    }
    Optional<Expr> otherwise = argument(xlookup, 3);
    if (isMissingOr(xlookup, 5, 1)) {
      Expr place = call("MATCH", wanted, keys, number(0));
      Expr found = call("INDEX", values, place);
      return Optional.of(
          otherwise.map(o -> call("IF", call("ISNA", place), o, found)).orElse(found));
    } else if (equals && isMissingOr(xlookup, 5, LAST_FIRST)) {
      Expr truths = over(number(1), equal(keys, wanted));
      Expr found = call("LOOKUP", number(2), truths, values);
      Expr none = call("ISNA", call("MATCH", wanted, keys, number(0)));
      return Optional.of(otherwise.map(o -> call("IF", none, o, found)).orElse(found));
    }
    return Optional.empty();
  }

  private static Optional<Expr> xmatch(Expr.Call xmatch) {
    boolean equals = isMissingOr(xmatch, 2, 0) || isMissingOr(xmatch, 2, WILDCARDS);
    if (xmatch.arguments().size() < 2 || !equals || !isMissingOr(xmatch, 3, 1)) {
      return Optional.empty();
    }
    return Optional.of(
        call("MATCH", xmatch.arguments().get(0), xmatch.arguments().get(1), number(0)));
  }

  /** The k-th of sorted numbers: {@code INDEX(SORT(range,,-1),k)} is {@code LARGE(range,k)}. */
  private static Optional<Expr> index(Expr.Call index) {
    boolean place = index.arguments().size() == 2 && !Exprs.isRange(index.arguments().get(1));
    if (!place
        || !(index.arguments().getFirst() instanceof Expr.Call sort)
        || !sort.function().equals("SORT")
        || sort.arguments().isEmpty()
        || !Exprs.isColumn(sort.arguments().getFirst())
        || !isMissingOr(sort, 1, 1)
        || argument(sort, 3).isPresent()) {
      return Optional.empty();
    }
    Expr descending = new Expr.Unary(UnaryOperator.MINUS, new Expr.NumberLiteral(1));
    boolean down = argument(sort, 2).map(descending::equals).orElse(false);
    if (!down && !isMissingOr(sort, 2, 1)) {
      return Optional.empty();
    }
    return Optional.of(
        call(down ? "LARGE" : "SMALL", sort.arguments().getFirst(), index.arguments().get(1)));
  }
}
