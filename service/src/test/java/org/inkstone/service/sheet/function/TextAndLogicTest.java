package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

class TextAndLogicTest {
  @Test
  void cutsAndJoinsTexts() {
    Check.on("\"a\"|\"\"|\"b\"|\n1||TRUE|")
        .all(
            """
                =LEN("Phoenix, AZ") -> 11
                =LEN("") -> 0
            =LENB("ab") -> 2
                =LEN("中文") -> 2
                =LEFT("Sale Price",4) -> "Sale"
                =LEFT("Sweden") -> "S"
                =LEFT("ab",-1) -> #VALUE!
                =RIGHT("Sale Price",5) -> "Price"
                =MID("Fluid Flow",7,20) -> "Flow"
                =MID("Fluid Flow",20,5) -> ""
                =MID("abc",0,1) -> #VALUE!
                =UPPER("total") -> "TOTAL"
                =LOWER("E. E. Cummings") -> "e. e. cummings"
                =PROPER("this is a TITLE 76budGet o'neil") -> "This Is A Title 76Budget O'Neil"
                =TRIM("  First   Quarter ") -> "First Quarter"
                =CLEAN(CHAR(9)&"x"&CHAR(10)) -> "x"
                =EXACT("word","Word") -> FALSE
                =REPT("*-",3) -> "*-*-*-"
                =REPT("-",40000) -> #VALUE!
                =FIND("M","Miriam McGovern") -> 1
                =FIND("m","Miriam McGovern") -> 6
                =FIND("M","Miriam McGovern",3) -> 8
                =FIND("z","abc") -> #VALUE!
                =SEARCH("e","Statements",6) -> 7
                =SEARCH("m?r*n","xMargin") -> 2
                =SEARCH("~?","a?b") -> 2
                =REPLACE("abcdefghijk",6,5,"*") -> "abcde*k"
                =SUBSTITUTE("Quarter 1, 2011","1","2",3) -> "Quarter 1, 2012"
                =SUBSTITUTE("aaa","a","b") -> "bbb"
                =CONCATENATE("a",1,TRUE) -> "a1TRUE"
                =CONCAT(A1:C2) -> "ab1TRUE"
                =TEXTJOIN(", ",TRUE,A1:C1) -> "a, b"
                =TEXTJOIN(",",FALSE,A1:C1) -> "a,,b"
                =TEXTJOIN({"-","/"},TRUE,1,2,3) -> "1-2/3"
                =T("x") -> "x"
                =T(1) -> ""
                =LEFT({"ab";"cd"},1) -> {"a";"c"}
                =1/3&"" -> "0.333333333333333"
                =1E21&"" -> "1E+21"
                =123456789012345678&"" -> "123456789012345000"
                =0.00001&"" -> "0.00001"
            """);
  }

  @Test
  void decides() {
    Check.on("0|5|#N/A|")
        .all(
            """
                =IF(TRUE,1,1/0) -> 1
                =IF(FALSE,1) -> FALSE
                =IF(FALSE,1,) -> 0
                =IF("x",1,2) -> #VALUE!
                =IF(A1,1,2) -> 2
                =IF({TRUE,FALSE},1,2) -> {1,2}
                =IFS(A1>1,"a",B1>1,"b") -> "b"
                =IFS(FALSE,1) -> #N/A
                =IFS({1;0}>0,"yes",TRUE,"no") -> {"yes";"no"}
                =SWITCH(2,1,"a",2,"b","c") -> "b"
                =SWITCH(9,1,"a","c") -> "c"
                =SWITCH(9,1,"a") -> #N/A
                =IFERROR(1/0,"bad") -> "bad"
                =IFERROR({1,#N/A},0) -> {1,0}
                =IFNA(C1,"none") -> "none"
                =IFNA(1/0,"none") -> #DIV/0!
                =AND(TRUE,1) -> TRUE
                =AND(A1:B1) -> FALSE
                =OR(A1:B1) -> TRUE
                =OR("x") -> #VALUE!
                =XOR(TRUE,TRUE) -> FALSE
                =NOT(A1) -> TRUE
                =TRUE() -> TRUE
            =FALSE() -> FALSE
                =ISBLANK(D1) -> TRUE
                =ISBLANK("") -> FALSE
                =ISNUMBER(A1) -> TRUE
                =ISNUMBER({1,"a"}) -> {TRUE,FALSE}
                =ISTEXT("") -> TRUE
                =ISNONTEXT(D1) -> TRUE
                =ISLOGICAL(FALSE) -> TRUE
                =ISERROR(C1) -> TRUE
                =ISERR(C1) -> FALSE
                =ISNA(C1) -> TRUE
                =ISREF(A1) -> TRUE
                =ISREF("A1") -> FALSE
                =ISEVEN(2.5) -> TRUE
                =ISODD(-1) -> TRUE
                =NA() -> #N/A
                =N("7") -> 0
                =N(TRUE) -> 1
                =TYPE(1) -> 1
                =TYPE("a") -> 2
                =TYPE({1,2}) -> 64
                =TYPE(C1) -> 16
                =ERROR.TYPE(C1) -> 7
                =ERROR.TYPE(1) -> #N/A
                =SHEET() -> 1
                =SHEETS() -> 1
                =WEBSERVICE("http://example.com") -> #BLOCKED!
                =ROUND(1) -> #VALUE!
            """);
  }

  @Test
  void looksAtFormulas() {
    Check.on("1|=A1+1")
        .all(
            """
            =ISFORMULA(A1:B1) -> {FALSE,TRUE}
            =FORMULATEXT(B1) -> "=A1+1"
            =FORMULATEXT(A1) -> #N/A
            """);
  }
}
