package org.inkstone.service.sheet.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.inkstone.service.sheet.eval.Check;
import org.inkstone.service.sheet.eval.EvaluationException;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.formula.FormulaSyntaxException;
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
        MROUND(5,1E-320) -> #NUM!
        """);
  }

  @Test
  void quantilesOfHugeCountsEnd() {
    assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> {
          Check.on("1").value("BINOM.INV(1E+308,0.5,0.3)");
          Check.on("1").value("BINOM.INV(1E+308,1,0.01)");
          Check.on("1").value("BINOM.INV(9007199254740993,0.9,0.5)");
          Check.on("1").value("CRITBINOM(1E+15,0.01,0.25)");
        });
  }

  @Test
  void aBudgetThatIsOverdrawnByFarIsSpent() {
    for (String formula :
        List.of("VDB(89.5625,16384,1E+308,1,1E+308,2)", "VDB(1,0.9,1E+308,1E+308,1E+308)")) {
      assertTimeoutPreemptively(
          Duration.ofMinutes(1),
          () -> {
            Check check = Check.on("1");
            assertThrows(EvaluationException.class, () -> check.value(formula), formula);
          });
    }
  }

  @Test
  void aWideBracketThatDoesNotCloseIsNoFormula() {
    for (String text : List.of("\uff3b\u26a4\ub104", "\uff3b", "Orders\uff3b", "[", "Orders[[")) {
      assertThrows(FormulaSyntaxException.class, () -> FormulaParser.parse(text), text);
    }
    assertEquals(
        FormulaParser.parse("Orders[Amount]"), FormulaParser.parse("Orders\uff3bAmount\uff3d"));
  }

  @Test
  void distributionsThatCanNotBeComputedAreErrors() {
    Check.formulas("POISSON.DIST(1E+308,1E+308,TRUE) -> #NUM!");
  }

  @Test
  void aReferenceThatLeadsBackToItselfIsACircleAndNoEndlessWay() {
    Check.on("=B1|=A1").all("A1 -> 0\nA1+1 -> 1");
    Check.on("=B1|=C1|=A1").all("SUM(A1:C1) -> 0");
    Check.on("=A:A").all("A1 -> 0");
    Check.on("=OFFSET(B1,0,0)|=INDIRECT(\"A1\")").all("B1 -> 0");
    Check.on("1")
        .all(
            """
            Z99 -> 0
            @99:99 -> 0
            IF(TRUE,Z99) -> 0
            INDEX(Z:Z,99) -> 0
            CHOOSE(1,Z99,1) -> 0
            """);
  }

  @Test
  void aFunctionInBracketsIsPrintedSoThatItReadsBack() {
    for (String formula :
        List.of(
            "(FALS)()",
            "((SUM))(1,2)",
            "LET(x,1,(x)())",
            "q+(q)(1)",
            "X:(M)(M)",
            "M(M)",
            "I. :I15")) {
      Expr expr = FormulaParser.parse(formula);
      assertEquals(expr, FormulaParser.parse(FormulaPrinter.print(expr)), formula);
    }
    Check.formulas("((SUM))(1,2) -> 3");
  }
}
