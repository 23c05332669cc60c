package org.inkstone.service.sheet.dialect;

import static org.inkstone.service.sheet.dialect.Exprs.call;
import static org.inkstone.service.sheet.dialect.Exprs.equal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkstone.service.sheet.formula.Expr;

/** Choosing without IFS and SWITCH. */
final class LogicRewrites {
  static final Map<String, Rewrite> ALL =
      Map.of("IFS", LogicRewrites::ifs, "SWITCH", LogicRewrites::choose);

  private LogicRewrites() {}

  private static Optional<Expr> ifs(Expr.Call ifs) {
    List<Expr> arguments = ifs.arguments();
    if (arguments.isEmpty() || arguments.size() % 2 != 0) {
      return Optional.empty();
    }
    Expr chain = call("NA");
    for (int i = arguments.size() - 2; i >= 0; i -= 2) {
      boolean always = arguments.get(i).equals(new Expr.BoolLiteral(true));
      chain =
          always ? arguments.get(i + 1) : call("IF", arguments.get(i), arguments.get(i + 1), chain);
    }
    return Optional.of(chain);
  }

  private static Optional<Expr> choose(Expr.Call choose) {
    List<Expr> arguments = choose.arguments();
    if (arguments.size() < 3) {
      return Optional.empty();
    }
    boolean otherwise = arguments.size() % 2 == 0;
    Expr chain = otherwise ? arguments.getLast() : call("NA");
    for (int i = arguments.size() - (otherwise ? 3 : 2); i > 0; i -= 2) {
      chain =
          call("IF", equal(arguments.getFirst(), arguments.get(i)), arguments.get(i + 1), chain);
    }
    return Optional.of(chain);
  }
}
