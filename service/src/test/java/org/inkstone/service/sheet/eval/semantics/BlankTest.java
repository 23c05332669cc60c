package org.inkstone.service.sheet.eval.semantics;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** What a cell without content counts as. */
class BlankTest {
  @Test
  void aBlankIsZeroOrEmptyByContext() {
    Check.on("||5\n|\"\"|")
        .all(
            """
            =A1 -> 0
            =A1+5 -> 5
            =A1*5 -> 0
            =A1&"x" -> "x"
            =A1=0 -> TRUE
            =A1="" -> TRUE
            =A1=FALSE -> TRUE
            =B2=0 -> FALSE
            =LEN(A1) -> 0
            =IF(A1,1,2) -> 2
            =NOT(A1) -> TRUE
            =EXACT(A1,"") -> TRUE
            =-A1 -> 0
            =A1&A2 -> ""
            =A1<1 -> TRUE
            =A1<"a" -> TRUE
            =A1>-1 -> TRUE
            """);
  }

  @Test
  void functionsOverRangesSkipBlanks() {
    Check.on("|5|\"\"|0")
        .all(
            """
            =COUNT(A1:D1) -> 2
            =COUNTA(A1:D1) -> 3
            =COUNTBLANK(A1:D1) -> 2
            =AVERAGE(A1:B1) -> 5
            =MIN(A1:B1) -> 5
            =MIN(A1,5) -> 5
            =PRODUCT(A1,5) -> 5
            =SUM(A1:A3) -> 0
            =AVERAGE(A1:A3) -> #DIV/0!
            =MEDIAN(A1:A3) -> #NUM!
            =MAX(A1:A3) -> 0
            """);
  }

  @Test
  void aFoundBlankShowsZeroAndJoinsAsEmpty() {
    Check.on("\"k\"||3\n\"m\"|2|")
        .all(
            """
            =VLOOKUP("k",A1:B2,2,FALSE) -> 0
            =VLOOKUP("k",A1:B2,2,FALSE)&"" -> ""
            =INDEX(B1:B2,1) -> 0
            =ISBLANK(INDEX(B1:B2,1)) -> TRUE
            =IF(TRUE,B1) -> 0
            =XLOOKUP("k",A1:A2,B1:B2) -> 0
            =FILTER(B1:B2,A1:A2="k") -> 0
            =CHOOSE(1,B1) -> 0
            =SUM(IF(A1:A2="k",B1:B2,9)) -> 9
            """);
  }

  @Test
  void blanksAreNotFoundByMatch() {
    Check.on("||1")
        .all(
            """
            =MATCH(0,A1:C1,0) -> #N/A
            =MATCH("",A1:C1,0) -> #N/A
            =XMATCH(0,A1:C1) -> #N/A
            """);
  }

  @Test
  void aBlankIsADayBeforeTheFirst() {
    Check.on("|")
        .all(
            """
            =YEAR(A1) -> 1900
            =MONTH(A1) -> 1
            =DAY(A1) -> 0
            =TEXT(A1,"yyyy-mm-dd") -> "1900-01-00"
            =TEXT(A1,"0") -> "0"
            """);
  }

  @Test
  void informationTellsBlanksFromEmptyTexts() {
    Check.on("|\"\"|0")
        .all(
            """
            =ISBLANK(A1) -> TRUE
            =ISBLANK(B1) -> FALSE
            =ISTEXT(A1) -> FALSE
            =ISNUMBER(A1) -> FALSE
            =T(A1) -> ""
            =N(A1) -> 0
            =TYPE(A1) -> 1
            =A1=B1 -> TRUE
            =A1=C1 -> TRUE
            =B1=C1 -> FALSE
            """);
  }

  @Test
  void anEmptyArgumentIsNotAMissingOne() {
    Check.formulas(
        """
        =IF(TRUE,,5) -> 0
        =IF(FALSE,1) -> FALSE
        =IF(FALSE,1,) -> 0
        =SUM(1,,2) -> 3
        =COUNT(1,,2) -> 3
        =COUNTA(1,,2) -> 3
        =AVERAGE(3,) -> 1.5
        =MAX(-1,) -> 0
        =VLOOKUP(2,{1,"a";3,"b"},2,) -> #N/A
        """);
  }
}
