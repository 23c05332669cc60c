package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

class LookupModesTest {
  @Test
  void searchesByExpression() {
    Check.on("\"AB-12\"\n\"cd-3\"\n45\n\"AB-7\"")
        .all(
            """
            =XMATCH("^AB",A1:A4,3) -> 1
            =XMATCH("^AB",A1:A4,3,-1) -> 4
            =XMATCH("[0-9]{2}$",A1:A4,3) -> 1
            =XMATCH("(?i)CD",A1:A4,3) -> 2
            =XMATCH("^[0-9]+$",A1:A4,3) -> #N/A
            =XMATCH(45,A1:A4,3) -> 3
            =XMATCH("(",A1:A4,3) -> #VALUE!
            =XLOOKUP("-\\d$",A1:A4,{1;2;3;4},"none",3) -> 2
            =XLOOKUP("x+",A1:A4,{1;2;3;4},"none",3) -> "none"
            =XMATCH("^AB",A1:A4,3,2) -> #VALUE!
            """);
  }

  @Test
  void searchesSortedVectorsByHalving() {
    Check.formulas(
        """
        =XMATCH(5,{1;3;5;7},0,2) -> 3
        =XMATCH(4,{1;3;5;7},0,2) -> #N/A
        =XMATCH(4,{1;3;5;7},-1,2) -> 2
        =XMATCH(4,{1;3;5;7},1,2) -> 3
        =XMATCH(0,{1;3;5;7},-1,2) -> #N/A
        =XMATCH(9,{1;3;5;7},1,2) -> #N/A
        =XMATCH(9,{1;3;5;7},-1,2) -> 4
        =XMATCH(5,{7;5;3;1},0,-2) -> 2
        =XMATCH(4,{7;5;3;1},-1,-2) -> 3
        =XMATCH(4,{7;5;3;1},1,-2) -> 2
        =XMATCH("b",{"a","B","c"},0,2) -> 2
        =XLOOKUP({4;6},{1,3,5,7},{10,30,50,70},,-1,2) -> {30;50}
        =XMATCH("b*",{"a","bc"},2,2) -> #VALUE!
        =XMATCH(1,{1,2},0,3) -> #VALUE!
        =XMATCH(1,{1,2},4) -> #VALUE!
        """);
  }

  @Test
  void looksUpInVectorsAndArrays() {
    Check.on(
            """
            4.14|"red"
            4.19|"orange"
            5.17|"yellow"
            5.77|"green"
            6.39|"blue"
            """)
        .all(
            """
            =LOOKUP(4.19,A1:A5,B1:B5) -> "orange"
            =LOOKUP(5.75,A1:A5,B1:B5) -> "yellow"
            =LOOKUP(7.66,A1:A5,B1:B5) -> "blue"
            =LOOKUP(0,A1:A5,B1:B5) -> #N/A
            =LOOKUP(5.2,A1:B5) -> "yellow"
            =LOOKUP("C",{"a","b","c","d";1,2,3,4}) -> 3
            =LOOKUP("bump",{"a",1;"b",2;"c",3}) -> 2
            =HLOOKUP("Bolts",{"Axles","Bearings","Bolts";4,4,9;5,7,10},3) -> 10
            =HLOOKUP("B",{"Axles","Bearings","Bolts";4,4,9;5,7,10},3,TRUE) -> 5
            =HLOOKUP(3,{1,2,3;"a","b","c";"d","e","f"},2,TRUE) -> "c"
            =HLOOKUP("Nuts",{"Axles","Bolts";1,2},2,FALSE) -> #N/A
            =HLOOKUP("Axles",{"Axles","Bolts";1,2},3,FALSE) -> #REF!
            """);
  }

  @Test
  void trimsBlankEdges() {
    Check.on("||\n|1|2\n||\n|3|\n||")
        .all(
            """
            =TRIMRANGE(A1:F9) -> {1,2;0,0;3,0}
            =TRIMRANGE(A1:D6,0,1) -> {0,0,0;1,2,0;0,0,0;3,0,0;0,0,0;0,0,0}
            =ROWS(TRIMRANGE(A:C,1,0)) -> 1048575
            =ROWS(TRIMRANGE(A:C,2)) -> 4
            =SUM(TRIMRANGE(A:C)) -> 6
            =ROW(TRIMRANGE(B1:B9)) -> {2;3;4}
            =TRIMRANGE(A1:A9) -> #REF!
            =TRIMRANGE(A1:C4,4) -> #VALUE!
            // dots beside the colon trim the side that they stand on
            =A1.:.F9 -> {1,2;0,0;3,0}
            =ROWS(A:.C) -> 4
            =COLUMNS(A:.F) -> 3
            =ROWS(A.:C) -> 1048575
            =SUM(Sheet1!A.:.C) -> 6
            =COLUMNS(2.:.4) -> 2
            =ROWS(1:.9) -> 4
            =_xlfn._TRO_TRAILING(A1:A9) -> #REF!
            =ROWS(_xlfn._TRO_ALL(A:C)) -> 3
            =ROWS(_xlfn._TRO_LEADING(A2:C5)) -> 4
            =SUM(A1:C4) -> 6
            =1.5+.5 -> 2
            """);
  }

  @Test
  void linksAndTexts() {
    Check.on("=SUM(1,2)|5")
        .all(
            """
            =FORMULATEXT(A1) -> "=SUM(1,2)"
            =FORMULATEXT(B1) -> #N/A
            =HYPERLINK("http://example.org") -> "http://example.org"
            =HYPERLINK("#A1",7) -> 7
            =AREAS(A1:B1) -> 1
            =AREAS((A1,B1 B1,B1)) -> 3
            =ADDRESS(2,3,3) -> "$C2"
            =ADDRESS(2,3,4) -> "C2"
            =ADDRESS(1,16384) -> "$XFD$1"
            =ADDRESS(0,1) -> #VALUE!
            =ADDRESS(1,1,1,1,"2020") -> "'2020'!$A$1"
            =GETPIVOTDATA("Sales",A1) -> #BLOCKED!
            =FILTERXML("<a/>","//a") -> #BLOCKED!
            """);
  }
}
