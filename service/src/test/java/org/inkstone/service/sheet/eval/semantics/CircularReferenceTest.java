package org.inkstone.service.sheet.eval.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.inkstone.service.sheet.eval.Check;
import org.inkstone.service.sheet.eval.Evaluation;
import org.junit.jupiter.api.Test;

/** Formulas that need themselves. */
class CircularReferenceTest {
  private static void circular(Check check, String formula) {
    Evaluation value = check.value(formula);
    assertTrue(value.warnings().toString().contains("circular"), () -> formula + value);
  }

  @Test
  void aCircleCountsAsZeroAndIsNamed() {
    Check circle = Check.on("=B1+1|=A1+1");
    circular(circle, "=A1");
    circle.all("=B1*0 -> 0");
    circular(Check.on("1").at("A1"), "=A1+1");
    circular(Check.on("1\n2").at("A3"), "=SUM(A1:A3)");
    circular(Check.on("=A3|\n=A1|\n=A2|"), "=A2");
    assertTrue(
        circle.value("=A1").warnings().getFirst().matches("circular .* Sheet1![AB]1"),
        () -> circle.value("=A1").warnings().toString());
  }

  @Test
  void askingForThePlaceIsNoCircle() {
    Check own = Check.on("5|6").at("A1");
    own.all(
        """
        =ROW(A1) -> 1
        =SUM(COLUMN(A1:B1)) -> 3
        =ROWS(A1:A9)+COLUMNS(A1:C1) -> 12
        =SUM(B1:B1) -> 6
        """);
    assertEquals(List.of(), own.value("=ROW(A1)+ROWS(A1:A3)").warnings());
  }

  @Test
  void formulasBesideACircleAreComputed() {
    Check.on("=B1+1|=A1+1|=D1*2|4").all("=C1 -> 8");
  }
}
