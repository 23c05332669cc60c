package org.inkstone.service.sheet.eval.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** Time and chance come from outside; all of one calculation share them. */
class VolatileFunctionTest {
  @Test
  void theClockIsTheCalculations() {
    Check.on("=NOW()|=TODAY()")
        .all(
            """
            =TODAY()=DATE(2026,3,11) -> TRUE
            =TEXT(NOW(),"yyyy-mm-dd hh:mm:ss") -> "2026-03-11 15:30:45"
            =NOW()-TODAY() -> 0.646354166671517
            =NOW()-NOW() -> 0
            =A1=NOW() -> TRUE
            =B1=TODAY() -> TRUE
            =WEEKDAY(TODAY()) -> 4
            """);
  }

  @Test
  void chanceIsTheCallers() {
    Check check = Check.on("1");
    for (String formula : List.of("=RAND()", "=RANDBETWEEN(1,1000000)", "=SUM(RANDARRAY(3,3))")) {
      assertEquals(check.value(formula).rows(), check.value(formula).rows(), formula);
    }
    check.all(
        """
        =RAND()=RAND() -> FALSE
        =LET(x,RAND(),x=x) -> TRUE
        =AND(RANDARRAY(50)>=0,RANDARRAY(50)<1) -> TRUE
        =AND(RANDARRAY(50,1,3,5,TRUE)>=3,RANDARRAY(50,1,3,5,TRUE)<=5) -> TRUE
        =ROWS(RANDARRAY(4,2)) -> 4
        =RANDBETWEEN(5,5) -> 5
        =RANDBETWEEN(6,5) -> #NUM!
        """);
  }

  @Test
  void aCellOfChanceIsDrawnOnce() {
    Check.on("=RAND()|=A1|=A1").all("=AND(A1=B1,B1=C1) -> TRUE");
  }
}
