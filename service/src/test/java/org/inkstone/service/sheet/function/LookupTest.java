package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

class LookupTest {
  private static final String ROWS =
      """
      "id"|"name"|"price"
      1|"pen"|2.5
      2|"ink"|7
      5|"brush"|12
      9|"stone"|88
      """;

  @Test
  void findsInTables() {
    Check.on(ROWS)
        .all(
            """
            =VLOOKUP(5,A2:C5,2,FALSE) -> "brush"
            =VLOOKUP(6,A2:C5,2) -> "brush"
            =VLOOKUP(6,A2:C5,2,FALSE) -> #N/A
            =VLOOKUP(0,A2:C5,2) -> #N/A
            =VLOOKUP("5",A2:C5,2,FALSE) -> #N/A
            =VLOOKUP(5,A2:C5,4,FALSE) -> #REF!
            =VLOOKUP(5,A2:C5,0,FALSE) -> #VALUE!
            =VLOOKUP("B*",B2:C5,2,FALSE) -> 12
            =VLOOKUP({1;9},A2:C5,3,FALSE) -> {2.5;88}
            =VLOOKUP(9,A:C,3,0) -> 88
            =HLOOKUP("price",A1:C5,3,FALSE) -> 7
            =LOOKUP(6,A2:A5,B2:B5) -> "brush"
            =LOOKUP(2,1/(A2:A5<6),B2:B5) -> "brush"
            =MATCH("ink",B1:B5,0) -> 3
            =MATCH("?nk",B:B,0) -> 3
            =MATCH(6,A2:A5) -> 3
            =MATCH(6,{9;7;5;1},-1) -> 2
            =MATCH(7,{9,7,5,1},-1) -> 2
            =MATCH(1,A1:B5,0) -> #N/A
            =XMATCH("gra",{"grape","grab"},1) -> 2
            =XMATCH(6,A2:A5,-1) -> 3
            =XMATCH(6,A2:A5,1) -> 4
            =XMATCH("s*",B1:B5,2) -> 5
            =XMATCH(1,{1,2,1},0,-1) -> 3
            =XLOOKUP(2,A2:A5,B2:B5) -> "ink"
            =XLOOKUP(3,A2:A5,B2:B5,"none") -> "none"
            =XLOOKUP(3,A2:A5,B2:B5,,-1) -> "ink"
            =XLOOKUP(3,A2:A5,B2:B5,,1) -> "brush"
            =XLOOKUP(3,A2:A5,B2:B5) -> #N/A
            =XLOOKUP(5,A2:A5,B2:C5) -> {"brush",12}
            =XLOOKUP({1;5},A2:A5,B2:B5) -> {"pen";"brush"}
            =SUM(XLOOKUP(2,A2:A5,C2:C5):XLOOKUP(9,A2:A5,C2:C5)) -> 107
            """);
  }

  @Test
  void refersByPlace() {
    Check.on(ROWS)
        .with("Other one", "42\n43")
        .all(
            """
            =INDEX(A2:C5,2,3) -> 7
            =INDEX(A2:A5,3) -> 5
            =INDEX(A2:C2,3) -> 2.5
            =SUM(INDEX(A2:C5,0,3)) -> 109.5
            =INDEX(A2:C5,2,0) -> {2,"ink",7}
            =INDEX(A2:C5,9,1) -> #REF!
            =INDEX((A2:A5,C2:C5),2,1,2) -> 7
            =INDEX({1,2;3,4},2,1) -> 3
            =SUM(A2:INDEX(A2:A5,2)) -> 3
            =OFFSET(A1,2,1) -> "ink"
            =SUM(OFFSET(A1,1,0,3,1)) -> 8
            =SUM(OFFSET(A5,0,0,-2)) -> 14
            =OFFSET(A1,-1,0) -> #REF!
            =INDIRECT("B3") -> "ink"
            =INDIRECT("R3C2",FALSE) -> "ink"
            =SUM(INDIRECT("A2:A"&5)) -> 17
            =INDIRECT("'Other one'!A2") -> 43
            =INDIRECT("nowhere") -> #REF!
            ='Other one'!A1 -> 42
            =Nowhere!A1 -> #REF!
            =SUM(Sheet1:'Other one'!A2) -> #NAME?
            =SUM('Sheet1:Other one'!A2) -> 44
            =CHOOSE(2,"a","b") -> "b"
            =CHOOSE(3,"a","b") -> #VALUE!
            =CHOOSE({1,2},A2:A3,B2:B3) -> {1,"pen";2,"ink"}
            =VLOOKUP("ink",CHOOSE({1,2},B2:B5,A2:A5),2,0) -> 2
            =ROW(A5) -> 5
            =ROW(A2:A4) -> {2;3;4}
            =ROW() -> 99
            =COLUMN() -> 26
            =COLUMN(C1) -> 3
            =ROWS(A1:C5) -> 5
            =COLUMNS({1,2,3}) -> 3
            =AREAS((A1,B2:B3)) -> 2
            =ADDRESS(2,3) -> "$C$2"
            =ADDRESS(2,3,2) -> "C$2"
            =ADDRESS(2,3,2,FALSE) -> "R2C[3]"
            =ADDRESS(2,3,1,FALSE,"[Book1]Sheet1") -> "'[Book1]Sheet1'!R2C3"
            =ADDRESS(2,3,1,TRUE,"EXCEL SHEET") -> "'EXCEL SHEET'!$C$2"
            =HYPERLINK("http://example.com","here") -> "here"
            =TRANSPOSE({1,2;3,4;5,6}) -> {1,3,5;2,4,6}
            =(A2:C2 B1:B5) -> "pen"
            =(A2:A3 B1:B2) -> #NULL!
            """);
  }

  @Test
  void shapesArrays() {
    Check.on(ROWS)
        .all(
            """
            =FILTER(B2:B5,A2:A5>1) -> {"ink";"brush";"stone"}
            =FILTER(B2:B5,A2:A5>99,"none") -> "none"
            =FILTER(B2:B5,A2:A5>99) -> #CALC!
            =FILTER(B:B,A:A=5) -> "brush"
            =FILTER(A2:C5,{1,0,1}) -> {1,2.5;2,7;5,12;9,88}
            =SORT(B2:B5) -> {"brush";"ink";"pen";"stone"}
            =SORT(A2:C5,3,-1) -> {9,"stone",88;5,"brush",12;2,"ink",7;1,"pen",2.5}
            =SORT({3,1,2},,,TRUE) -> {1,2,3}
            =SORT({2;"b";TRUE;"A";1}) -> {1;2;"A";"b";TRUE}
            =SORTBY(B2:B5,C2:C5,-1) -> {"stone";"brush";"ink";"pen"}
            =SORTBY({"a";"b";"c"},{1;1;0},1,{1;2;3},-1) -> {"c";"b";"a"}
            =UNIQUE({1;2;1;"a";"A"}) -> {1;2;"a"}
            =UNIQUE({1;2;1},,TRUE) -> 2
            =UNIQUE({1,1,2},TRUE) -> {1,2}
            =TAKE(A2:C5,2,-1) -> {2.5;7}
            =TAKE(A2:A5,,1) -> {1;2;5;9}
            =DROP(A2:A5,1) -> {2;5;9}
            =DROP(A2:A5,-3) -> 1
            =DROP(A2:A5,4) -> #CALC!
            =EXPAND({1,2},2,3,0) -> {1,2,0;0,0,0}
            =VSTACK({1,2},3) -> {1,2;3,#N/A}
            =HSTACK({1;2},{3;4}) -> {1,3;2,4}
            =CHOOSECOLS(A2:C3,3,1) -> {2.5,1;7,2}
            =CHOOSEROWS(A2:B5,-1) -> {9,"stone"}
            =TOCOL({1,2;3,4}) -> {1;2;3;4}
            =TOCOL({1,2;3,4},,TRUE) -> {1;3;2;4}
            =TOROW({1,#N/A;3,4},2) -> {1,3,4}
            =WRAPROWS({1,2,3,4,5},2) -> {1,2;3,4;5,#N/A}
            =WRAPCOLS({1,2,3,4,5},2,"-") -> {1,3,5;2,4,"-"}
            """);
  }

  @Test
  void appliesFunctions() {
    Check.on(ROWS)
        .all(
            """
            =MAP(A2:A5,LAMBDA(x,x*x)) -> {1;4;25;81}
            =MAP({1,2},{3,4},LAMBDA(a,b,a*b)) -> {3,8}
            =REDUCE(0,A2:A5,LAMBDA(a,b,a+b)) -> 17
            =REDUCE(,A2:A5,LAMBDA(a,b,a*b)) -> 90
            =SCAN(0,A2:A5,LAMBDA(a,b,a+b)) -> {1;3;8;17}
            =SCAN("",{"a","b"},LAMBDA(a,b,a&b)) -> {"a","ab"}
            =BYROW(A2:A5,LAMBDA(r,SUM(r)*2)) -> {2;4;10;18}
            =BYROW({1,2;3,4},SUM) -> {3;7}
            =BYCOL({1,2;3,4},LAMBDA(c,MAX(c))) -> {3,4}
            =MAKEARRAY(2,3,LAMBDA(r,c,r*c)) -> {1,2,3;2,4,6}
            =BYROW({1,2;3,4},LAMBDA(r,r)) -> {#CALC!;#CALC!}
            """);
  }
}
