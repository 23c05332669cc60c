package org.inkstone.service.sheet.eval.semantics;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** What {@code @} leaves of a range or an array. */
class ImplicitIntersectionTest {
  @Test
  void aColumnGivesTheCellOfTheFormulasRow() {
    Check.on("1|10\n2|20\n3|30")
        .at("D2")
        .all(
            """
            =@A1:A3 -> 2
            =@A:A*@B:B -> 40
            =SUM(@A1:A3,1) -> 3
            =IF(@A1:A3>1,"more","less") -> "more"
            """);
  }

  @Test
  void aRowGivesTheCellOfTheFormulasColumn() {
    Check.on("1|2|3\n4|5|6")
        .at("B9")
        .all(
            """
            =@A1:C1 -> 2
            =@2:2 -> 5
            """);
  }

  @Test
  void outsideOfTheRangeThereIsNoCell() {
    Check.on("1\n2\n3")
        .at("D9")
        .all(
            """
            =@A1:A3 -> #VALUE!
            =@A1:B3 -> #VALUE!
            =SUM(@A1:A3) -> #VALUE!
            """);
  }

  @Test
  void oneCellIsItselfWhereverTheFormulaStands() {
    Check.on("7")
        .at("D9")
        .all(
            """
            =@A1 -> 7
            =@A1:A1 -> 7
            """);
  }

  @Test
  void anArrayGivesItsFirstValue() {
    Check.on("1\n2\n3")
        .at("D2")
        .all(
            """
            =@{5,6,7} -> 5
            =@SEQUENCE(3) -> 1
            =@(A1:A3*2) -> 2
            =@SORT(A1:A3,,-1) -> 3
            =@INDEX(A1:A3,0) -> 2
            """);
  }
}
