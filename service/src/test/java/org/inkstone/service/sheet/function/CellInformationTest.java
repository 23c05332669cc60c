package org.inkstone.service.sheet.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellInformationTest {
  @Test
  void tellsAboutCells() {
    Check.on("1|\"x\"|=A1+1||#N/A")
        .with("My data", "7")
        .all(
            """
            =CELL("address",C1) -> "$C$1"
            =CELL("address",'My data'!A1) -> "'My data'!$A$1"
            =CELL("row",B1:C4) -> 1
            =CELL("COL",B1:C4) -> 2
            =CELL("contents",C1) -> 2
            =CELL("contents",D1) -> 0
            =CELL("contents",E1) -> #N/A
            =CELL("type",A1) -> "v"
            =CELL("type",B1) -> "l"
            =CELL("type",D1) -> "b"
            =CELL("format",A1) -> "G"
            =CELL("color",A1) -> 0
            =CELL("parentheses",A1) -> 0
            =CELL("row") -> 99
            =CELL({"row","col"},B3) -> {3,2}
            =CELL("width",A1) -> #N/A
            =CELL("colour",A1) -> #VALUE!
            =CELL("row",1) -> #VALUE!
            =MID(CELL("filename",'My data'!A1),FIND("]",CELL("filename",'My data'!A1))+1,31) -> "My data"
            =INFO("numfile") -> 2
            =INFO("recalc") -> "Automatic"
            =INFO("directory") -> #BLOCKED!
            =INFO("totmem") -> #N/A
            =INFO("weather") -> #VALUE!
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "General|G",
        "0|F0",
        "#,##0|,0",
        "0.00|F2",
        "#,##0.00|,2",
        "$#,##0_);($#,##0)|C0",
        "$#,##0_);[Red]($#,##0)|C0-",
        "$#,##0.00_);($#,##0.00)|C2",
        "$#,##0.00_);[Red]($#,##0.00)|C2-",
        "0%|P0",
        "0.00%|P2",
        "0.00E+00|S2",
        "# ?/?|G",
        "m/d/yy|D4",
        "m/d/yy h:mm|D4",
        "d-mmm-yy|D1",
        "d-mmm|D2",
        "mmm-yy|D3",
        "mm/dd|D5",
        "h:mm AM/PM|D7",
        "h:mm:ss AM/PM|D6",
        "h:mm|D9",
        "h:mm:ss|D8",
        "(0.0)|F1()",
      })
  void codesFormats(String format, String code) {
    assertEquals(code, CellFormat.code(format));
  }

  @Test
  void tellsKindsOfValues() {
    Check.on("1|=1/0|=A1")
        .with("Other", "1")
        .all(
            """
            =ISREF(A1) -> TRUE
            =ISREF(1) -> FALSE
            =ISREF(OFFSET(A1,1,1)) -> TRUE
            =ISFORMULA(A1:C1) -> {FALSE,TRUE,TRUE}
            =ISODD({1,2,-3,2.9}) -> {TRUE,FALSE,TRUE,FALSE}
            =ISEVEN(-2.5) -> TRUE
            =ISEVEN("x") -> #VALUE!
            =TYPE({1,2}) -> 64
            =TYPE(B1) -> 16
            =TYPE(LAMBDA(x,x)) -> 128
            =TYPE(TRUE) -> 4
            =ERROR.TYPE(B1) -> 2
            =ERROR.TYPE(A1) -> #N/A
            =N(TRUE) -> 1
            =N("7") -> 0
            =N(B1) -> #DIV/0!
            =SHEET() -> 1
            =SHEET("other") -> 2
            =SHEET("none") -> #N/A
            =SHEETS() -> 2
            =ENCODEURL("a b/c~ü") -> "a%20b%2Fc~%C3%BC"
            =ENCODEURL("墨") -> "%E5%A2%A8"
            """);
  }
}
