package org.inkstone.service.sheet.eval.semantics;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** Conditions of COUNTIF, SUMIFS and their kin. */
class CriteriaTest {
  private static final Check DATA =
      Check.on(
          """
          5|"apple"|45306
          4|"Apricot"|45307.5
          "5"|""|"2024-01-15"
          |"a*c"|0.5
          TRUE|"abc"|-3
          #N/A|"~x"|"TRUE"
          "x"|"5 apples"|100
          """);

  @Test
  void orderedConditionsCountOnlyTheirOwnType() {
    DATA.all(
        """
        =COUNTIF(A1:A7,">=5") -> 1
        =COUNTIF(A1:A7,">4") -> 1
        =COUNTIF(A1:A7,"<5") -> 1
        =COUNTIF(A1:A7,"> 4") -> 1
        =COUNTIF(B1:B7,">b") -> 0
        =COUNTIF(B1:B7,">ab") -> 3
        =COUNTIF(B1:B7,"<b") -> 7
        =COUNTIF(A1:A7,">FALSE") -> 1
        =COUNTIF(C1:C7,"<0") -> 1
        =COUNTIF(C1:C7,">="&-3) -> 5
        """);
  }

  @Test
  void equalityTakesTextsThatStandForTheNumber() {
    DATA.all(
        """
        =COUNTIF(A1:A7,5) -> 2
        =COUNTIF(A1:A7,"5") -> 2
        =COUNTIF(A1:A7,"=5") -> 2
        =COUNTIF(C1:C7,"50%") -> 1
        =COUNTIF(C1:C7,"=1E2") -> 1
        """);
  }

  @Test
  void differentTakesAllOthersBlanksAndErrorsToo() {
    DATA.all(
        """
        =COUNTIF(A1:A7,"<>5") -> 5
        =COUNTIF(B1:B7,"<>apple") -> 6
        =COUNTIF(A1:A7,"<>x") -> 6
        =COUNTIF(B1:B7,"<>a*") -> 3
        """);
  }

  @Test
  void emptyConditionsTellBlanksFromEmptyTexts() {
    DATA.all(
        """
        =COUNTIF(A1:B7,"=") -> 1
        =COUNTIF(A1:B7,"") -> 2
        =COUNTIF(A1:B7,"<>") -> 13
        =COUNTIF(A1:B7,"<>"&"") -> 13
        =COUNTIF(B1:B9,"") -> 3
        """);
  }

  @Test
  void aBlankCellAsConditionIsZero() {
    Check.on("0|\n|\n\"\"|")
        .all(
            """
            =COUNTIF(A1:A3,B1) -> 1
            =COUNTIF(A1:A3,0) -> 1
            =COUNTIF(A1:A3,"=0") -> 1
            """);
  }

  @Test
  void datesMatchBySerialHoweverTheyAreWritten() {
    DATA.all(
        """
        =COUNTIF(C1:C7,"2024-01-15") -> 2
        =COUNTIF(C1:C7,"1/15/2024") -> 2
        =COUNTIF(C1:C7,"="&DATE(2024,1,15)) -> 2
        =COUNTIF(C1:C7,">2024-01-15") -> 1
        =COUNTIF(C1:C7,">=2024-01-15") -> 2
        =COUNTIFS(C1:C7,">=2024-01-15",C1:C7,"<2024-01-16") -> 1
        =COUNTIF(C1:C7,">=2024年1月15日") -> 2
        =COUNTIF(C1:C7,45306) -> 2
        """);
  }

  @Test
  void truthValuesMatchOnlyTruthValues() {
    DATA.all(
        """
        =COUNTIF(A1:A7,TRUE) -> 1
        =COUNTIF(A1:A7,"TRUE") -> 1
        =COUNTIF(C1:C7,"TRUE") -> 0
        =COUNTIF(A1:A7,1) -> 0
        """);
  }

  @Test
  void errorsMatchTheirName() {
    DATA.all(
        """
        =COUNTIF(A1:A7,"#N/A") -> 1
        =COUNTIF(A1:A7,#N/A) -> 1
        =COUNTIF(A1:A7,"#DIV/0!") -> 0
        =SUMIF(A1:A7,"#N/A",C1:C7) -> 0
        """);
  }

  @Test
  void patternsMatchTextsOnly() {
    DATA.all(
        """
        =COUNTIF(A1:A7,"*") -> 2
        =COUNTIF(B1:B7,"*") -> 7
        =COUNTIF(B1:B7,"?*") -> 6
        =COUNTIF(B1:B7,"a*") -> 4
        =COUNTIF(B1:B7,"=A*") -> 4
        =COUNTIF(B1:B7,"a?c") -> 2
        =COUNTIF(B1:B7,"a~*c") -> 1
        =COUNTIF(B1:B7,"~~x") -> 1
        =COUNTIF(B1:B7,"*apple*") -> 2
        =COUNTIF(A1:A7,"5*") -> 1
        """);
  }

  @Test
  void onlyRangesHaveConditionsArraysHaveNone() {
    DATA.all(
        """
        =COUNTIF({5,4},5) -> #VALUE!
        =COUNTIF(A1:A7&"",5) -> #VALUE!
        =SUMIF(A1:A2,5,{1;2}) -> #VALUE!
        =COUNTIF(INDEX(A1:B7,0,1),5) -> 2
        =COUNTIF(OFFSET(A1,0,0,3),5) -> 2
        =COUNTIF(IF(TRUE,A1:A7),5) -> 2
        =BYCOL(A1:B7,LAMBDA(c,COUNTIF(c,"*a*"))) -> {0,5}
        =MAP(A1:A3,LAMBDA(x,COUNTIF(A1:x,5))) -> {1;1;2}
        =MAP(A1:A2,B1:B2,LAMBDA(x,y,ROW(y)&x)) -> {"15";"24"}
        =REDUCE(0,A1:A3,LAMBDA(s,x,s+ROW(x))) -> 6
        =SCAN(0,A1:A3,LAMBDA(s,x,s+COLUMN(x))) -> {1;2;3}
        =MAP({1,2},{3,4},LAMBDA(x,y,x*y)) -> {3,8}
        """);
  }

  @Test
  void longDigitTextsAreTheSameBeyondFifteenDigits() {
    Check.on("\"1234567890123456\"\n\"1234567890123457\"")
        .all(
            """
            =COUNTIF(A1:A2,A1) -> 2
            =SUMPRODUCT(--(A1:A2=A1)) -> 1
            """);
  }

  @Test
  void errorsCountOnlyInMatchingCells() {
    Check.on("1|10\n2|#DIV/0!\n1|5")
        .all(
            """
            =SUMIF(A1:A3,1,B1:B3) -> 15
            =SUMIF(A1:A3,2,B1:B3) -> #DIV/0!
            =SUMIFS(B1:B3,A1:A3,"<2") -> 15
            =AVERAGEIFS(B1:B3,A1:A3,1) -> 7.5
            =MAXIFS(B1:B3,A1:A3,1) -> 10
            =COUNTIFS(A1:A3,">0",B1:B3,">0") -> 2
            """);
  }

  @Test
  void conditionsMayBeArrays() {
    Check.on("\"a\"|1\n\"b\"|2\n\"a\"|4")
        .all(
            """
            =SUMIF(A1:A3,{"a","b"},B1:B3) -> {5,2}
            =COUNTIFS(A1:A3,{"a";"b"},B1:B3,{">0",">1"}) -> {2,1;1,1}
            =SUM(SUMIFS(B1:B3,A1:A3,A1:A2)) -> 7
            """);
  }
}
