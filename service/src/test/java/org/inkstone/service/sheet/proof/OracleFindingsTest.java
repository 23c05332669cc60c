package org.inkstone.service.sheet.proof;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** Where the comparison with the oracles found us wrong: one line a bug. */
class OracleFindingsTest {
  @Test
  void romanNumeralsHaveShorterForms() {
    Check.formulas(
        """
        ROMAN(499,0) -> "CDXCIX"
        ROMAN(499,1) -> "LDVLIV"
        ROMAN(499,2) -> "XDIX"
        ROMAN(499,3) -> "VDIV"
        ROMAN(499,4) -> "ID"
        ROMAN(499,TRUE) -> "CDXCIX"
        ROMAN(499,FALSE) -> "ID"
        ROMAN(1999,4) -> "MIM"
        ROMAN(480,1) -> "LDXXX"
        ROMAN(49,1) -> "VLIV"
        ROMAN(0) -> ""
        ROMAN(4,5) -> #VALUE!
        """);
  }

  @Test
  void februaryOf1900EndsOnItsPhantomLeapDay() {
    Check.formulas(
        """
        EOMONTH(29,1) -> 60
        EOMONTH(1,0) -> 31
        EOMONTH(1,2) -> 91
        EDATE(31,1) -> 60
        EDATE(60,1) -> 89
        EDATE(DATE(2024,1,31),1) -> 45351
        YEARFRAC(26,46112,2) -> 128.016666666667
        YEARFRAC(46112,26,3) -> 126.26301369863
        """);
  }

  @Test
  void argumentsThatMayBeEmptyMustStillHaveTheirPlace() {
    Check.formulas(
        """
        IF(TRUE) -> #VALUE!
        IF(TRUE,) -> 0
        TAKE({1,2;3,4}) -> #VALUE!
        TAKE({1,2;3,4},,1) -> {1;3}
        DROP({1,2;3,4}) -> #VALUE!
        EXPAND({1,2}) -> #VALUE!
        TEXTSPLIT("a b") -> #VALUE!
        TEXTSPLIT("a b",," ") -> {"a";"b"}
        """);
  }

  @Test
  void limitsAndTypesAreThoseOfTheDocumentation() {
    Check.formulas(
        """
        LCM(94906267,94906265) -> #NUM!
        LCM(5,2) -> 10
        XMATCH("a*",{"abc","b"},2,2) -> #VALUE!
        XMATCH("a*",{"abc","b"},2) -> 1
        ISEVEN(TRUE) -> #VALUE!
        ISODD(FALSE) -> #VALUE!
        ISEVEN("4") -> TRUE
        MOD(1,0.1) -> 0
        MOD(-3,2) -> 1
        MOD(3,-2) -> -1
        FACTDOUBLE(-0.4) -> 1
        FACTDOUBLE(-2) -> #NUM!
        NUMBERVALUE("1.5",",") -> #VALUE!
        NUMBERVALUE("1.234,5",",",".") -> 1234.5
        GCD({4,"x"}) -> #VALUE!
        LCM({4,"6"}) -> 12
        """);
  }

  @Test
  void fractionsAreCutOffAndAmountsRoundedBeforeTheirSignCounts() {
    Check.formulas(
        """
        BESSELI(5,-0.5) -> 27.2398718236044
        BESSELI(5,-1) -> #NUM!
        DOLLAR(-3.5,-3) -> "$0"
        DOLLAR(-0.004) -> "$0.00"
        DOLLAR(-0.006) -> "($0.01)"
        """);
  }

  @Test
  void offsetCutsFractionsTowardNothing() {
    Check.on("1|2\n3|4\n5|6").all("OFFSET(A3,-1.8,1.9) -> 4");
  }
}
