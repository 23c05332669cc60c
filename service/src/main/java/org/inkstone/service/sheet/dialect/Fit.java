package org.inkstone.service.sheet.dialect;

import java.util.List;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.locale.Remark;

/** What became of a formula for a product. */
public sealed interface Fit {
  /**
   * The product computes it.
   *
   * @param formula the formula for the product
   * @param rewritten the functions that were written in another way; whoever has data must compute
   *     both formulas and compare, unless this is empty
   * @param remarks what a person must know or do
   */
  record Fitted(Expr formula, List<String> rewritten, List<Remark> remarks) implements Fit {
    public Fitted {
      rewritten = List.copyOf(rewritten);
      remarks = List.copyOf(remarks);
    }
  }

  /** The product lacks something. */
  record Refused(List<Missing> missing) implements Fit {
    public Refused {
      missing = List.copyOf(missing);
    }
  }
}
