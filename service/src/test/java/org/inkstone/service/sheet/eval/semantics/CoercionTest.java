package org.inkstone.service.sheet.eval.semantics;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** Which values stand for numbers, texts and truth values, and where. */
class CoercionTest {
  @Test
  void textNumbersCountForOperatorsNotForRanges() {
    Check.on("\"3\"|4|TRUE\n\"x\"|5|FALSE")
        .all(
            """
            =A1+B1 -> 7
            =A1*1 -> 3
            =SUM(A1:B1) -> 4
            =SUM(A1,B1) -> 4
            =SUM("3",4) -> 7
            =SUM({"3",4}) -> 4
            =SUM(A1+0,B1) -> 7
            =AVERAGE(A1:B1) -> 4
            =MAX(A1:B1,"9") -> 9
            =COUNT(A1:B1) -> 1
            =COUNT("3","x") -> 1
            =PRODUCT("2",3) -> 6
            =SUM("x") -> #VALUE!
            =SUM(A2,1) -> 1
            =SUMPRODUCT(A1:A2,B1:B2) -> 0
            =SUMPRODUCT(A1*B1) -> 12
            =SUMPRODUCT(A1:A1,B1:B1) -> #VALUE!
            =SUMPRODUCT(A1,2) -> #VALUE!
            =SUMPRODUCT("4",2) -> #VALUE!
            =SUMPRODUCT(Z1,2) -> 0
            =SUMPRODUCT((A1:A2="x")*B1:B2) -> 5
            =SUMPRODUCT(A1:A2*B1:B2) -> #VALUE!
            """);
  }

  @Test
  void truthValuesCountForOperatorsAndAsDirectArguments() {
    Check.on("TRUE|FALSE|3")
        .all(
            """
            =A1+A1 -> 2
            =SUM(TRUE,TRUE) -> 2
            =SUM(A1:B1) -> 0
            =SUM({TRUE,3}) -> 3
            =COUNT(TRUE) -> 1
            =COUNT(A1:C1) -> 1
            =AVERAGE(A1:C1) -> 3
            =AVERAGEA(A1:C1) -> 1.33333333333333
            =TRUE&"" -> "TRUE"
            ="TRUE"+1 -> #VALUE!
            """);
  }

  @Test
  void textsInScalarArgumentsConvert() {
    Check.formulas(
        """
        =ROUND("2.5",0) -> 3
        =ABS("-3") -> 3
        =LEFT(1234,2) -> "12"
        =LEN(12.50) -> 4
        =REPT("ab","2") -> "abab"
        =YEAR("2024-03-05") -> 2024
        =MONTH("March 5, 2024") -> 3
        =MID(TRUE,2,2) -> "RU"
        =ROUND("x",0) -> #VALUE!
        =ABS("") -> #VALUE!
        """);
  }

  @Test
  void onlyTheWordsTrueAndFalseAreLogicalTexts() {
    Check.on("\"TRUE\"|\"x\"|0")
        .all(
            """
            =IF("TRUE",1,2) -> 1
            =IF("false",1,2) -> 2
            =IF("1",1,2) -> #VALUE!
            =IF("x",1,2) -> #VALUE!
            =IF(0.1,1,2) -> 1
            =NOT("FALSE") -> TRUE
            =AND("TRUE",1) -> TRUE
            =AND(A1:C1) -> FALSE
            =OR(A1:B1) -> #VALUE!
            """);
  }

  @Test
  void numbersBecomeTextWithFifteenDigits() {
    Check.formulas(
        """
        =1/3&"" -> "0.333333333333333"
        =0.1+0.2&"" -> "0.3"
        =1E+20&"" -> "100000000000000000000"
        =1E+21&"" -> "1E+21"
        =123456789012345678&"" -> "123456789012345000"
        =0.00001&"" -> "0.00001"
        =-5%&"" -> "-0.05"
        """);
  }

  @Test
  void spacesAroundTextNumbersDoNotMatter() {
    Check.formulas(
        """
        =" 3 "+1 -> 4
        ="3 4"+1 -> #VALUE!
        ="+3"+1 -> 4
        ="1e3"+1 -> 1001
        ="1,000.5"+0 -> 1000.5
        ="1,00"+0 -> #VALUE!
        """);
  }

  @Test
  void plusChangesNothing() {
    Check.formulas(
        """
        =+"abc" -> "abc"
        =+TRUE -> TRUE
        =-TRUE -> -1
        =-"2" -> -2
        ="50%"%+0 -> 0.005
        """);
  }
}
