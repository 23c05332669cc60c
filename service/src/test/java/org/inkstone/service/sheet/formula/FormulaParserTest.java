package org.inkstone.service.sheet.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaParserTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1+2*3",
        "(1+2)*3",
        "A1",
        "$A$1+A$1+$A1",
        "SUM(A1:B2,C:C,3:5)",
        "'My Sheet'!A1",
        "'It''s'!$A$1:$B$2",
        "销售!A1:B3",
        "'销售 2024'!A:A",
        "Sheet1:Sheet3!A1",
        "'Jan:Dec 24'!B2",
        "[1]Sheet1!A1",
        "'[Book 1.xlsx]Sheet 1'!A1",
        "Orders[Amount]",
        "Orders[[#Headers],[A]:[B]]",
        "Orders[#All]",
        "Orders[[#Headers],[#Data]]",
        "[@Units]",
        "[@[Unit price]]",
        "Orders[@[A]:[B]]",
        "Orders[@]",
        "Orders[]",
        "Orders[金额（元）]",
        "Orders[[It''s '[x'] '#1]]",
        "{1,2;3,4}",
        "{-1,\"a\";TRUE,#N/A}",
        "A1#",
        "@A1:A10",
        "-A1%",
        "-(A1%)",
        "-2^2",
        "2^-3",
        "(2^3)%",
        "A1:INDEX(B:B,3)",
        "A1:B5 B2:C9",
        "SUM((A1,B2:B4))",
        "IF(A1,,2)",
        "LET(x,5,x+1)",
        "LAMBDA(x,[y],x+y)(1,2)",
        "LET(f,LAMBDA(x,x),f(1))",
        "\"a\"\"b\"",
        "1E+300",
        "1.5E-20",
        "#REF!+#N/A",
        "TRUE",
        "NOW()",
        "a.b_c+TotalSales",
        "1-(2-3)",
        "1=(2=3)",
        "Sheet1!Name"
      })
  void printsWhatItRead(String formula) {
    assertEquals(formula, FormulaPrinter.print(FormulaParser.parse(formula)));
    assertEquals(formula, FormulaPrinter.print(FormulaParser.parse("=" + formula)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "= sum( a1 , 2 )|SUM(A1,2)",
        "＝ＳＵＭ（Ａ１：Ａ３，２）|SUM(A1:A3,2)",
        "=IF（A1≥2，“大”，\"小\"）|IF(A1>=2,\"大\",\"小\")",
        "=_xlfn._xlws.FILTER(A1:A3,A1:A3>1)|FILTER(A1:A3,A1:A3>1)",
        "=_xlfn.LET(_xlpm.x,1,_xlpm.x)|LET(x,1,x)",
        "=_xlfn.SINGLE(A1:A3)|@A1:A3",
        "=SUM(_xlfn.ANCHORARRAY(C1))|SUM(C1#)",
        "=Orders[[#This Row],[Units]]|Orders[@Units]",
        "=((A1))|A1",
        "=B2:A1|A1:B2",
        "=.5+5.|0.5+5",
        "=1e3|1000",
        "=true|TRUE",
        "=SUM (A1)|SUM(A1)",
        "=Sheet1!A1:Sheet1!B2|Sheet1!A1:B2",
        "='Sheet1'!A1|Sheet1!A1",
        "=#n/a|#N/A"
      })
  void readsOtherSpellings(String written, String canonical) {
    assertEquals(canonical, FormulaPrinter.print(FormulaParser.parse(written)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "=SUM(1,2|9|')'",
        "=1+|4|a value",
        "=\"abc|2|quotation",
        "=A1 2|5|operator",
        "='x y'A1|7|'!'",
        "=Orders[A|8|brackets",
        "={1,2;3}|8|rows",
        "=A1、B1|4|character",
        "|1|a value",
        "=$A|2|a cell",
        "=1:2:x(|8|a value",
        "=(1,2)|4|reference"
      })
  void namesThePlaceOfAnError(String formula, int position, String expected) {
    FormulaSyntaxException e =
        assertThrows(
            FormulaSyntaxException.class,
            () -> FormulaParser.parse(formula == null ? "" : formula));
    assertTrue(String.valueOf(e.getMessage()).contains(expected), e.getMessage());
    assertEquals(position, e.position() + 1, e.getMessage());
  }

  @Test
  void refusesWhatNestsTooDeepOrIsTooLong() {
    String deep = "(".repeat(1000) + "1" + ")".repeat(1000);
    assertThrows(FormulaSyntaxException.class, () -> FormulaParser.parse(deep));
    assertThrows(FormulaSyntaxException.class, () -> FormulaParser.parse("-".repeat(5000) + "1"));
    assertThrows(FormulaSyntaxException.class, () -> FormulaParser.parse("1%" + "%".repeat(5000)));
    assertThrows(FormulaSyntaxException.class, () -> FormulaParser.parse("1+".repeat(5000) + "1"));
  }

  @Test
  void readsLongSums() {
    String sum = "1+".repeat(4000) + "1";
    assertEquals(sum, FormulaPrinter.print(FormulaParser.parse(sum)));
  }
}
