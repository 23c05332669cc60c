package org.inkstone.service.sheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "SUM(A1:A3) ~ SUM(A1:A3)",
        "_xlfn.XLOOKUP(A1,B:B,C:C) ~ XLOOKUP(A1,B:B,C:C)",
        "_xlfn._xlws.FILTER(A1:A9,B1:B9>0) ~ FILTER(A1:A9,B1:B9>0)",
        "_xlfn.LET(_xlpm.x,1,_xlpm.x+1) ~ LET(x,1,x+1)",
        "SUM(_xlfn.ANCHORARRAY(Data!A1)) ~ SUM(Data!A1#)",
        "_xlfn.SINGLE(A1:A9)*2 ~ @A1:A9*2",
        "_xlfn.CONCAT(\"_xlfn.SORT(\",'_xlfn.x'!A1) ~ CONCAT(\"_xlfn.SORT(\",'_xlfn.x'!A1)",
        "my_xlfn.SORT(1) ~ my_xlfn.SORT(1)",
        "_xlfn.SINGLE(A1 ~ SINGLE(A1"
      })
  void writesWhatPeopleSee(String file, String shown) {
    assertEquals(shown, FormulaText.canonical(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "A1+$A1+A$1+$A$1 ~ B3+$A3+B$1+$A$1",
        "SUM(A:A,$B:C,1:1,$2:3) ~ SUM(B:B,$B:D,3:3,$2:5)",
        "'A1 B2'!C3&\"A1\" ~ 'A1 B2'!D5&\"A1\"",
        "Q1!A1+Sheet1:Sheet3!B2 ~ Q1!B3+Sheet1:Sheet3!C4",
        "LOG10(A1)+Orders[A1]+Orders[[#This Row],[B2]] ~ LOG10(B3)+Orders[A1]+Orders[[#This Row],[B2]]",
        "TAX_A1+A1B+1E5+A1. ~ TAX_A1+A1B+1E5+A1.",
        "ABCD1+XFE1+A0+A9999999 ~ ABCD1+XFE1+A0+A9999999",
        "[1]Data!A1 ~ [1]Data!B3",
        "'it''s'!A1:B2 ~ 'it''s'!B3:C4",
        "XFD1048576 ~ A2",
        "金额!A1*税率 ~ 金额!B3*税率"
      })
  void movesRelativeReferences(String formula, String moved) {
    assertEquals(moved, new FormulaShift(formula).at(2, 1));
    assertEquals(formula, new FormulaShift(formula).at(0, 0));
  }
}
