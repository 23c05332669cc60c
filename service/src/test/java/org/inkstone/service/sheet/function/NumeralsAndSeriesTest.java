package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

class NumeralsAndSeriesTest {
  @Test
  void writesRomanNumeralsAndBases() {
    Check.formulas(
        """
        =ROMAN(499,0) -> "CDXCIX"
        =ROMAN(499,1) -> "LDVLIV"
        =ROMAN(499,2) -> "XDIX"
        =ROMAN(499,3) -> "VDIV"
        =ROMAN(499,4) -> "ID"
        =ROMAN(499) -> "CDXCIX"
        =ROMAN(499,TRUE) -> "CDXCIX"
        =ROMAN(499,FALSE) -> "ID"
        =ROMAN(499,) -> "CDXCIX"
        =ROMAN(1999,4) -> "MIM"
        =ROMAN(3999) -> "MMMCMXCIX"
        =ROMAN(0) -> ""
        =ROMAN(4000) -> #VALUE!
        =ROMAN(-1) -> #VALUE!
        =ROMAN(1,5) -> #VALUE!
        =ROMAN({1,2}) -> {"I","II"}
        =ARABIC("LVII") -> 57
        =ARABIC("mcmxii") -> 1912
        =ARABIC("-XL") -> -40
        =ARABIC("") -> 0
        =ARABIC("VDIV") -> 499
        =ARABIC("A") -> #VALUE!
        =BASE(7,2) -> "111"
        =BASE(100,16) -> "64"
        =BASE(15,2,10) -> "0000001111"
        =BASE(-1,2) -> #NUM!
        =BASE(1,37) -> #NUM!
        =BASE(7.9,2) -> "111"
        =DECIMAL("FF",16) -> 255
        =DECIMAL(111,2) -> 7
        =DECIMAL("zap",36) -> 45745
        =DECIMAL("12",2) -> #NUM!
        """);
  }

  @Test
  void sumsPairsAndPowers() {
    Check.on("2|6\n3|5\n9|11\n1|7\n8|5\n7|4\n5|4\n|x")
        .all(
            """
            =SUMX2MY2(A1:A7,B1:B7) -> -55
            =SUMX2MY2({2,3,9,1,8,7,5},{6,5,11,7,5,4,4}) -> -55
            =SUMX2PY2(A1:A7,B1:B7) -> 521
            =SUMXMY2(A1:A7,B1:B7) -> 79
            =SUMXMY2(A1:A8,B1:B8) -> 79
            =SUMXMY2(A:A,B:B) -> 79
            =SUMX2PY2({1,2},{1;2}) -> 10
            =SUMX2PY2(A1:A7,B1:B6) -> #N/A
            =SUMX2PY2({1,#REF!},{1,2}) -> #REF!
            =SERIESSUM(PI()/4,0,2,{1,-0.5,0.0416666666666667,-0.00138888888888889}) -> 0.707103214630493
            =SERIESSUM(2,1,1,A1:A3) -> 88
            =SERIESSUM(2,1,1,B8) -> #VALUE!
            =SERIESSUM("x",1,1,A1:A3) -> #VALUE!
            =MULTINOMIAL(2,3,4) -> 1260
            =MULTINOMIAL(A1:A3,B1) -> 775975200
            =MULTINOMIAL(2.9,3.9) -> 10
            =MULTINOMIAL(-1,2) -> #NUM!
            =MULTINOMIAL(0) -> 1
            """);
  }

  @Test
  void functionsOfTheToolPakRefuseTruthValuesAndRanges() {
    Check.on("4\n9")
        .all(
            """
            =SQRTPI(A1:A2) -> #VALUE!
            =QUOTIENT(TRUE,1) -> #VALUE!
            =GCD(TRUE,2) -> #VALUE!
            =MROUND(A1:A2,2) -> #VALUE!
            =MROUND(+A1:A2,2) -> {4;10}
            =FACTDOUBLE({5,6}) -> {15,48}
            =LCM(2^52,3) -> #NUM!
            =GCD(2^53,3) -> #NUM!
            =GCD(-1,3) -> #NUM!
            =LCM(A1:A2,6) -> 36
            =FACTDOUBLE(-1) -> 1
            =FACTDOUBLE(-2) -> #NUM!
            =RANDBETWEEN(2,1) -> #NUM!
            """);
  }

  @Test
  void anglesKeepTheirDigits() {
    Check.formulas(
        """
        =SIN(2^27) -> #NUM!
        =SIN(2^27-1)>-2 -> TRUE
        =TAN(2^27) -> #NUM!
        =COT(2^27) -> #NUM!
        =SEC(-2^27) -> #NUM!
        =COT(0) -> #DIV/0!
        =CSC(0) -> #DIV/0!
        =COTH(0) -> #DIV/0!
        =ACOT(-1) -> 2.35619449019234
        =ACOT(0) -> 1.5707963267949
        =ACOT(1E+12)*1E+12 -> 1
        =ASINH(1E-10)*1E+10 -> 1
        =ASINH(-1E+200) -> -461.21016579436
        =ACOSH(1E+200) -> 461.21016579436
        =ACOSH(0.5) -> #NUM!
        =ACOSH(1) -> 0
        =ATANH(1E-10)*1E+10 -> 1
        =ATANH(-0.1) -> -0.100335347731076
        =ATANH(1) -> #NUM!
        =ACOTH(1E+10)*1E+10 -> 1
        =ACOTH(-2) -> -0.549306144334055
        =ACOTH(1) -> #NUM!
        =ASIN(2) -> #NUM!
        =SECH(1000) -> 0
        =CEILING.MATH(6.3,,1) -> 7
        =FLOOR.MATH(-6.3,,1) -> -6
        """);
  }

  @Test
  void makesMatricesAndSequences() {
    Check.on("1||3")
        .all(
            """
            =SEQUENCE(,3) -> {1,2,3}
            =SEQUENCE(2,2,,5) -> {1,6;11,16}
            =SEQUENCE(-1) -> #VALUE!
            =SEQUENCE(0) -> #CALC!
            =SEQUENCE(1048577) -> #VALUE!
            =SEQUENCE(1,16385) -> #VALUE!
            =SEQUENCE(2.9) -> {1;2}
            =RANDARRAY(0) -> #VALUE!
            =RANDARRAY(1,1,2,1) -> #VALUE!
            =SUM(RANDARRAY(2,2,3,3,TRUE)) -> 12
            =MUNIT(0) -> #VALUE!
            =MDETERM({3,6,1;1,1,0;3,10,2}) -> 1
            =MDETERM({3,6;1,1}) -> -3
            =MDETERM({1,3,8,5;1,3,6,1}) -> #VALUE!
            =MDETERM(A1:B2) -> #VALUE!
            =MDETERM(A1) -> 1
            =MINVERSE({1,2,1;3,4,-1;0,2,0}) -> {0.25,0.25,-0.75;0,0,0.5;0.75,-0.25,-0.25}
            =MINVERSE({1,2;2,4}) -> #NUM!
            =MMULT({1,2},{3,4}) -> #VALUE!
            =MMULT({1,"x"},{3;4}) -> #VALUE!
            =MMULT(A1:C1,{1;1;1}) -> #VALUE!
            =SUMSQ(A1:C1) -> 10
            =FACT(170)/7.25741561530799E+306 -> 1
            =FACT(171) -> #NUM!
            =COMBIN(3,4) -> #NUM!
            =COMBIN(8.9,2.9) -> 28
            =POWER(0,0) -> #NUM!
            =POWER(0,-1) -> #DIV/0!
            =POWER(-8,1/3) -> #NUM!
            =MOD(5,1E-13) -> #NUM!
            """);
  }

  @Test
  void convertsTheCurrenciesBeforeTheEuro() {
    Check.formulas(
        """
        =EUROCONVERT(1.2,"DEM","EUR") -> 0.61
        =EUROCONVERT(1,"FRF","DEM",TRUE,3) -> 0.29728616
        =EUROCONVERT(1,"FRF","DEM",FALSE,3) -> 0.3
        =EUROCONVERT(1,"EUR","ITL") -> 1936
        =EUROCONVERT(1,"eur","ITL",TRUE) -> 1936.27
        =EUROCONVERT(5,"DEM","DEM") -> 5
        =EUROCONVERT(1,"FRF","DEM",TRUE,2) -> #VALUE!
        =EUROCONVERT(1,"USD","EUR") -> #VALUE!
        """);
  }
}
