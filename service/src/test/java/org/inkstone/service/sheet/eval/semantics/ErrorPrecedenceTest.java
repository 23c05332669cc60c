package org.inkstone.service.sheet.eval.semantics;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** Which of several errors is the result, and what hides one. */
class ErrorPrecedenceTest {
  @Test
  void theLeftErrorWins() {
    Check.formulas(
        """
        =#N/A+#DIV/0! -> #N/A
        =1/0+#N/A -> #DIV/0!
        =#REF!&#NUM! -> #REF!
        =#NUM!=#N/A -> #NUM!
        =-#N/A -> #N/A
        =#NAME?% -> #NAME?
        =#N/A^#REF! -> #N/A
        """);
  }

  @Test
  void theFirstErrorOfARangeWinsRowByRow() {
    Check.on("1|#N/A\n#DIV/0!|2")
        .all(
            """
            =SUM(A1:B2) -> #N/A
            =SUM(A2:B2,A1:B1) -> #DIV/0!
            =MAX(A1:B2) -> #N/A
            =AVERAGE(A2:B2) -> #DIV/0!
            =A1:B2*1 -> {1,#N/A;#DIV/0!,2}
            =SUMPRODUCT(A1:B2) -> #N/A
            =CONCAT(A1:B2) -> #N/A
            """);
  }

  @Test
  void partsThatAreNotTakenDoNotCount() {
    Check.formulas(
        """
        =IF(TRUE,1,#N/A) -> 1
        =IF(FALSE,#N/A) -> FALSE
        =IF(#N/A,1,2) -> #N/A
        =IFS(TRUE,1,#N/A,2) -> 1
        =IFS(#N/A,1,TRUE,2) -> #N/A
        =CHOOSE(1,1,#N/A) -> 1
        =SWITCH(2,1,#N/A,2,"b") -> "b"
        =IFERROR(5,1/0) -> 5
        =LET(x,1/0,5) -> 5
        """);
  }

  @Test
  void andAndOrTakeAllTheirArguments() {
    Check.formulas(
        """
        =AND(FALSE,#N/A) -> #N/A
        =OR(TRUE,#N/A) -> #N/A
        =XOR(TRUE,1/0) -> #DIV/0!
        =NOT(#REF!) -> #REF!
        """);
  }

  @Test
  void errorsAreCaughtByNameOrAtAll() {
    Check.formulas(
        """
        =IFERROR(1/0,"x") -> "x"
        =IFNA(#N/A,"x") -> "x"
        =IFNA(1/0,"x") -> #DIV/0!
        =IFERROR(#N/A,1/0) -> #DIV/0!
        =ISERROR(#N/A) -> TRUE
        =ISERR(#N/A) -> FALSE
        =ISNA(1/0) -> FALSE
        =ISNUMBER(#N/A) -> FALSE
        =ISTEXT(1/0) -> FALSE
        =ERROR.TYPE(#N/A) -> 7
        =ERROR.TYPE(1) -> #N/A
        =TYPE(1/0) -> 16
        =IFERROR({1,#N/A,3},0) -> {1,0,3}
        =N(#N/A) -> #N/A
        =T(#N/A) -> #N/A
        """);
  }

  @Test
  void countingAndLookingUpStepOverErrors() {
    Check.on("#N/A|3\n5|#REF!")
        .all(
            """
            =COUNT(A1:B2) -> 2
            =COUNTA(A1:B2) -> 4
            =COUNT(#N/A) -> 0
            =COUNTA(#N/A) -> 1
            =COUNTBLANK(A1:B3) -> 2
            =MATCH(5,A1:A2,0) -> 2
            =VLOOKUP(5,A1:B2,2,FALSE) -> #REF!
            =VLOOKUP(#N/A,A1:B2,2,FALSE) -> #N/A
            =AGGREGATE(9,6,A1:B2) -> 8
            =ROWS(A1:B2) -> 2
            """);
  }

  @Test
  void whatCantBeReadHasItsOwnErrors() {
    Check.on("1|2")
        .all(
            """
            =NOSUCH(1) -> #NAME?
            =nosuch -> #NAME?
            =A1 B1 -> #NULL!
            =INDEX(A1:B1,3) -> #REF!
            =SUM(Other!A1) -> #REF!
            =SQRT("x") -> #VALUE!
            =CHOOSE(3,1,2) -> #VALUE!
            """);
  }
}
