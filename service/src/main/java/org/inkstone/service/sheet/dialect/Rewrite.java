package org.inkstone.service.sheet.dialect;

import java.util.Optional;
import org.inkstone.service.sheet.formula.Expr;

/** A call of a function in other words; none where no other words mean the same. */
interface Rewrite {
  Optional<Expr> apply(Expr.Call call);
}
