package org.inkstone.service.sheet.proof;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** Where fuzzing broke the engine: one line a bug. */
class FuzzFindingsTest {
  @Test
  void numbersBeyondAllBoundsAreErrors() {
    Check.formulas(
        """
        OFFSET(K5,1E+308,256,2,5) -> #REF!
        OFFSET(K5,-1E+308,0) -> #REF!
        OFFSET(K5,0,0,2147483648,-2147483648) -> #REF!
        ISO.CEILING(5,1E-320) -> #NUM!
        FLOOR(5,1E-320) -> #NUM!
        """);
  }
}
