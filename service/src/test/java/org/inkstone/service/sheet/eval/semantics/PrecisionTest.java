package org.inkstone.service.sheet.eval.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.eval.Check;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.junit.jupiter.api.Test;

/** Fifteen digits, what is left near zero, and halves. */
class PrecisionTest {
  @Test
  void digitsBeyondTheFifteenthBecomeZero() {
    Check.formulas(
        """
        =1234567890123456-1234567890123450 -> 0
        =1234567890123459 -> 1234567890123450
        =0.1234567890123456*1E+15=123456789012345 -> TRUE
        =VALUE("12345678901234567") -> 12345678901234500
        ="1234567890123456"*1 -> 1234567890123450
        ={1234567890123456} -> 1234567890123450
        =LEN(1234567890123456) -> 16
        """);
  }

  @Test
  void theLastSumOrDifferenceSnapsToZero() {
    Check.formulas(
        """
        =0.5-0.4-0.1 -> 0
        =(4/3-1)*3-1 -> 0
        =1.1-1-0.1 -> 0
        =0.1+0.2-0.3 -> 0
        =-0.3+0.2+0.1 -> 0
        """);
  }

  @Test
  void insideOfOtherPartsNothingSnaps() {
    Check.formulas(
        """
        =(0.1+0.2-0.3)*1E+17>1 -> TRUE
        =SUM(0.1,0.2,-0.3)=0 -> FALSE
        =1*(0.5-0.4-0.1) -> -2.7755575615628914E-17
        =(0.5-0.4-0.1)*1 -> -2.7755575615628914E-17
        =0.1+0.2-0.3+0 -> 5.551115123125783E-17
        """);
  }

  @Test
  void bracketsAroundTheWholeFormulaKeepItFromSnapping() {
    Check check = Check.on("0.5|0.4|0.1");
    for (String formula : List.of("(0.5-0.4-0.1)", "(A1-B1-C1)", "((A1-B1)-C1)", "1*(A1-B1-C1)")) {
      assertEquals(-2.7755575615628914E-17, number(check, formula), formula);
    }
    for (String formula :
        List.of("0.5-0.4-0.1", "A1-B1-C1", "(A1-B1)-C1", "(A1)-(B1)-(C1)", "(A1-B1)-(C1)")) {
      assertEquals(0.0, number(check, formula), formula);
    }
    assertEquals("(A1-B1)", FormulaPrinter.print(FormulaParser.parse("=((A1-B1))")));
    assertEquals("A1-(B1-C1)", FormulaPrinter.print(FormulaParser.parse("=A1-(B1-C1)")));
  }

  private static double number(Check check, String formula) {
    return ((Scalar.Num) check.value(formula).scalar()).value();
  }

  @Test
  void differencesThatAreNotNearZeroStay() {
    Check.formulas(
        """
        =1.1-1 -> 0.1
        =1E+14+1-1E+14 -> 1
        =0.0000001-0.00000009 -> 0.00000001
        =(43.1-43.2)+1 -> 0.9
        """);
  }

  @Test
  void halvesRoundAwayFromZero() {
    Check.formulas(
        """
        =ROUND(2.5,0) -> 3
        =ROUND(-2.5,0) -> -3
        =ROUND(0.5,0) -> 1
        =ROUND(1.005,2) -> 1.01
        =ROUND(-1.005,2) -> -1.01
        =ROUND(2.345,2) -> 2.35
        =ROUND(1.255,2) -> 1.26
        =ROUND(5.015,2) -> 5.02
        =ROUND(1.115,2) -> 1.12
        =ROUND(0.285,2) -> 0.29
        =ROUND(1250,-2) -> 1300
        =ROUND(-1250,-2) -> -1300
        =ROUND(1234.5678,-5) -> 0
        =TEXT(2.5,"0") -> "3"
        =TEXT(0.125,"0.00") -> "0.13"
        =FIXED(1.005,2) -> "1.01"
        """);
  }

  @Test
  void otherRoundingGoesItsOwnWay() {
    Check.formulas(
        """
        =ROUNDUP(-2.1,0) -> -3
        =ROUNDUP(1.0000000000000002,0) -> 1
        =ROUNDDOWN(-2.9,0) -> -2
        =INT(-2.5) -> -3
        =TRUNC(-2.5) -> -2
        =INT(0.1*3*10) -> 3
        =ROUNDDOWN(0.29*100,0) -> 29
        =ROUNDUP(1.1*100,0) -> 110
        =MOD(-3,2) -> 1
        =MOD(3,-2) -> -1
        =EVEN(-1) -> -2
        =CEILING(-2.5,1) -> -2
        """);
  }

  @Test
  void percentSignsDivideByAHundred() {
    Check.formulas(
        """
        =10%*200 -> 20
        =50%+50% -> 1
        =-50%^2 -> 0.25
        =2^50% -> 1.4142135623731
        =1%-0.01 -> 0
        =200%% -> 0.02
        ="10%"*1 -> 0.1
        =SUM(10%,"20%") -> 0.3
        """);
  }

  @Test
  void twoMinusSignsMakeNumbers() {
    Check.on("1\n2\n3")
        .all(
            """
            =--TRUE -> 1
            =--"12" -> 12
            =---"1" -> -1
            =--"abc" -> #VALUE!
            =--"" -> #VALUE!
            =--B1 -> 0
            =SUM(--(A1:A3>1)) -> 2
            =SUMPRODUCT(--(A1:A3>1),A1:A3) -> 5
            =5--3 -> 8
            =5+-3 -> 2
            ="a"&--"5" -> "a5"
            """);
  }

  @Test
  void thereIsNoInfinity() {
    Check.formulas(
        """
        =1E+308*10 -> #NUM!
        =-1E+308*10 -> #NUM!
        =10^309 -> #NUM!
        =EXP(710) -> #NUM!
        =FACT(171) -> #NUM!
        =1E-320 -> 0
        =0/1E+300 -> 0
        =SQRT(-1) -> #NUM!
        =(-8)^(1/3) -> #NUM!
        =LN(0) -> #NUM!
        """);
  }
}
