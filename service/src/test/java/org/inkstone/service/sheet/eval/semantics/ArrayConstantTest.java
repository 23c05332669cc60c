package org.inkstone.service.sheet.eval.semantics;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.inkstone.service.sheet.eval.Check;
import org.inkstone.service.sheet.formula.FormulaSyntaxException;
import org.junit.jupiter.api.Test;

/** Arrays that are written in a formula. */
class ArrayConstantTest {
  @Test
  void commasPartColumnsAndSemicolonsRows() {
    Check.formulas(
        """
        ={1,2;3,4} -> {1,2;3,4}
        =ROWS({1,2;3,4;5,6}) -> 3
        =COLUMNS({1,2,3}) -> 3
        =INDEX({1,2;3,4},2,1) -> 3
        ={5} -> 5
        =TYPE({5}) -> 64
        """);
  }

  @Test
  void theyHoldAllKindsOfConstants() {
    Check.formulas(
        """
        ={-1,+2,1.5E+3} -> {-1,2,1500}
        ={"a",TRUE,#N/A} -> {"a",TRUE,#N/A}
        =SUM({1,"2",TRUE}) -> 1
        =COUNTA({"",1}) -> 2
        ={"a;b","c,d"} -> {"a;b","c,d"}
        """);
  }

  @Test
  void theyCombineAsTables() {
    Check.formulas(
        """
        ={1;2}*{10,20} -> {10,20;20,40}
        ={1,2}&{"a";"b"} -> {"1a","2a";"1b","2b"}
        =SUM({1,2,3}*{1,2,3}) -> 14
        ={1,2,3}+{1;2} -> {2,3,4;3,4,5}
        ={1,2,3}+{1,2} -> {2,4,#N/A}
        =MMULT({1,2;3,4},{1;1}) -> {3;7}
        """);
  }

  @Test
  void theyHoldConstantsOnly() {
    for (String formula :
        List.of("={A1}", "={1+1}", "={50%}", "={1,2;3}", "={}", "={{1}}", "={1,}")) {
      assertThrows(FormulaSyntaxException.class, () -> Check.on("1").value(formula), () -> formula);
    }
  }
}
