package org.inkstone.service.sheet.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.inkstone.service.sheet.eval.Check;
import org.inkstone.service.sheet.eval.FormulaEvaluator;
import org.inkstone.service.sheet.eval.Traced;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.junit.jupiter.api.Test;

class GroupingTest {
  private static final String SALES =
      """
      "year"|"city"|"item"|"sales"|"cost"
      2025|"Oslo"|"ink"|10|1
      2026|"Bonn"|"pen"|20|2
      2025|"Bonn"|"ink"|30|3
      2026|"oslo"|"ink"|40|4
      2025|"Oslo"|"pen"|50|5
      """;

  @Test
  void groupsRows() {
    Check.on(SALES)
        .all(
            """
            =GROUPBY(A2:A6,D2:D6,SUM) -> {2025,90;2026,60;"Total",150}
            =GROUPBY(A1:A6,D1:D6,SUM) -> {2025,90;2026,60;"Total",150}
            =GROUPBY(B2:B6,D2:D6,SUM,,0) -> {"Bonn",50;"Oslo",100}
            =GROUPBY(B2:B6,D2:D6,SUM,,-1) -> {"Total",150;"Bonn",50;"Oslo",100}
            =GROUPBY(B2:B6,D2:D6,LAMBDA(x,MAX(x)),,0) -> {"Bonn",30;"Oslo",50}
            =GROUPBY(B2:B6,D2:D6,PERCENTOF) -> {"Bonn",0.333333333333333;"Oslo",0.666666666666667;"Total",1}
            =GROUPBY(B2:B6,D2:D6,LAMBDA(x,all,COUNT(x)/COUNT(all)),,0) -> {"Bonn",0.4;"Oslo",0.6}
            =GROUPBY(B2:B6,C2:C6,LAMBDA(x,TEXTJOIN("+",TRUE,x)),,0) -> {"Bonn","pen+ink";"Oslo","ink+ink+pen"}
            =GROUPBY(B:B,D:D,SUM,,0) -> {"Bonn",50;"Oslo",100;0,0}
            =GROUPBY(B2:B6,D2:D6,LAMBDA(x,1/(SUM(x)-50)),,0) -> {"Bonn",#DIV/0!;"Oslo",0.02}
            =GROUPBY(B2:B6,D2:D6,LAMBDA(x,SORT(x)),,0) -> #VALUE!
            =GROUPBY(B2:B6,D2:D5,SUM) -> #VALUE!
            =GROUPBY(B2:B6,D2:D6,"SUM") -> #VALUE!
            =GROUPBY(B2:B6,1/0,SUM) -> #VALUE!
            """);
  }

  @Test
  void namesFields() {
    Check.on(SALES)
        .all(
            """
            =GROUPBY(B1:B6,D1:D6,SUM,3,0) -> {"city","sales";"Bonn",50;"Oslo",100}
            =GROUPBY(B1:B6,D1:D6,SUM,1,0) -> {"Bonn",50;"Oslo",100}
            =GROUPBY(B2:B6,D2:D6,SUM,2,0) -> {"Row Field 1","Value 1";"Bonn",50;"Oslo",100}
            =GROUPBY(B2:B6,D2:D6,SUM,0,0) -> {"Bonn",50;"Oslo",100}
            =GROUPBY(B2:B6,D2:D6,SUM,4,0) -> #VALUE!
            =GROUPBY(B1:B6,D1:E6,SUM,3,0) -> {"city","sales","cost";"Bonn",50,5;"Oslo",100,10}
            """);
  }

  @Test
  void totalsSeveralLevels() {
    Check.on(SALES)
        .all(
            """
            =GROUPBY(A2:B6,D2:D6,SUM,,2) -> {2025,"Bonn",30;2025,"Oslo",60;2025,"",90;2026,"Bonn",20;2026,"oslo",40;2026,"",60;"Grand Total","",150}
            =GROUPBY(A2:B6,D2:D6,SUM,,-2) -> {"Grand Total","",150;2025,"",90;2025,"Bonn",30;2025,"Oslo",60;2026,"",60;2026,"Bonn",20;2026,"oslo",40}
            =GROUPBY(A2:B6,D2:D6,SUM) -> {2025,"Bonn",30;2025,"Oslo",60;2026,"Bonn",20;2026,"oslo",40;"Total","",150}
            =GROUPBY(A2:A6,D2:D6,SUM,,2) -> #VALUE!
            =GROUPBY(A2:B6,D2:D6,SUM,,2,,,1) -> #VALUE!
            """);
  }

  @Test
  void sortsAndFilters() {
    Check.on(SALES)
        .all(
            """
            =GROUPBY(B2:B6,D2:D6,SUM,,0,-1) -> {"Oslo",100;"Bonn",50}
            =GROUPBY(B2:B6,D2:D6,SUM,,0,-2) -> {"Oslo",100;"Bonn",50}
            =GROUPBY(A2:B6,D2:D6,SUM,,0,-3) -> {2025,"Oslo",60;2025,"Bonn",30;2026,"oslo",40;2026,"Bonn",20}
            =GROUPBY(A2:B6,D2:D6,SUM,,0,-3,,1) -> {2025,"Oslo",60;2026,"oslo",40;2025,"Bonn",30;2026,"Bonn",20}
            =GROUPBY(A2:B6,D2:D6,SUM,,0,{-1,2}) -> {2026,"Bonn",20;2026,"oslo",40;2025,"Bonn",30;2025,"Oslo",60}
            =GROUPBY(A2:B6,D2:D6,SUM,,0,2,,1) -> {2025,"Bonn",30;2026,"Bonn",20;2025,"Oslo",60;2026,"oslo",40}
            =GROUPBY(B2:B6,D2:D6,SUM,,0,3) -> #VALUE!
            =GROUPBY(B2:B6,D2:D6,SUM,,0,{1;2}) -> #VALUE!
            =GROUPBY(B2:B6,D2:D6,SUM,,0,,A2:A6=2025) -> {"Bonn",30;"Oslo",60}
            =GROUPBY(B1:B6,D1:D6,SUM,3,0,,A1:A6=2025) -> {"city","sales";"Bonn",30;"Oslo",60}
            =GROUPBY(B2:B6,D2:D6,SUM,,0,,A2:A6=1) -> #VALUE!
            =GROUPBY(B2:B6,D2:D6,SUM,,0,,A2:A5=2025) -> #VALUE!
            """);
    Check.on("|1\n\"b\"|2\nTRUE|4\n7|8\n#N/A|16\n\"B\"|32")
        .all(
            """
            =GROUPBY(A1:A6,B1:B6,SUM,0,0) -> {7,8;"b",34;TRUE,4;#N/A,16;0,1}
            =GROUPBY(A1:A6,B1:B6,SUM,0,0,-1) -> {#N/A,16;TRUE,4;"b",34;7,8;0,1}
            """);
  }

  @Test
  void appliesSeveralFunctions() {
    Check.on(SALES)
        .all(
            """
            =GROUPBY(B2:B6,D2:D6,HSTACK(SUM,AVERAGE),,0) -> {"","SUM","AVERAGE";"Bonn",50,25;"Oslo",100,33.3333333333333}
            =GROUPBY(B2:B6,D2:E6,HSTACK(SUM,LAMBDA(x,MAX(x))),0,0) -> {"","SUM","CUSTOM";"Bonn",50,3;"Oslo",100,5}
            =GROUPBY(B1:B6,D1:D6,HSTACK(SUM,COUNT),,0) -> {"","SUM","COUNT";"city","sales","sales";"Bonn",50,2;"Oslo",100,3}
            =GROUPBY(B2:B6,D2:D6,VSTACK(SUM,MAX),,0) -> {"Bonn","SUM",50;"Bonn","MAX",30;"Oslo","SUM",100;"Oslo","MAX",50}
            =GROUPBY(B1:B6,D1:E6,VSTACK(SUM,MAX),3,0) -> {"city","","","";"Bonn","SUM","sales",50;"Bonn","MAX","cost",3;"Oslo","SUM","sales",100;"Oslo","MAX","cost",5}
            =GROUPBY(B2:B6,D2:E6,HSTACK(SUM,MAX,MIN),0,0) -> #VALUE!
            =GROUPBY(B2:B6,D2:D6,HSTACK(SUM,1),0,0) -> #CALC!
            =HSTACK(SUM,MAX) -> #CALC!
            =VSTACK({1,2},3) -> {1,2;3,#N/A}
            """);
  }

  @Test
  void showsItsPartsAlthoughFunctionsHaveNoValue() {
    Check table = Check.on(SALES);
    Traced traced =
        new FormulaEvaluator()
            .trace(
                FormulaParser.parse("=GROUPBY(B2:B6,D2:D6,HSTACK(SUM,MAX),0,0)"), table.context());
    assertEquals(3, traced.evaluation().rows().size());
    assertEquals(0, traced.root().parts().get(2).rows());
  }

  @Test
  void pivots() {
    Check.on(SALES)
        .all(
            """
            =PIVOTBY(B2:B6,A2:A6,D2:D6,SUM) -> {"",2025,2026,"Total";"Bonn",30,20,50;"Oslo",60,40,100;"Total",90,60,150}
            =PIVOTBY(C2:C6,A2:A6,D2:D6,SUM,,0,,0,,B2:B6="Bonn") -> {"",2025,2026;"ink",30,"";"pen","",20}
            =PIVOTBY(B1:B6,A1:A6,D1:D6,SUM,3,0,,0) -> {"","year","";"",2025,2026;"city","sales","sales";"Bonn",30,20;"Oslo",60,40}
            =PIVOTBY(B2:B6,A2:A6,D2:D6,SUM,,0,-2,1,-2) -> {"",2025,2026,"Total";"Oslo",60,40,100;"Bonn",30,20,50}
            =PIVOTBY(B2:B6,A2:A6,D2:D6,SUM,,0,-1,0,-1) -> {"",2026,2025;"Oslo",40,60;"Bonn",20,30}
            =PIVOTBY(C2:C6,A2:B6,D2:D6,SUM,,0,,2) -> {"",2025,2025,2025,2026,2026,2026,"Grand Total";"","Bonn","Oslo","","Bonn","oslo","","";"ink",30,10,40,"",40,40,80;"pen","",50,50,20,"",20,70}
            =PIVOTBY(C2:C6,A2:A6,D2:D6,SUM,,-1,,-1) -> {"","Total",2025,2026;"Total",150,90,60;"ink",80,40,40;"pen",70,50,20}
            =PIVOTBY(B2:B6,A2:A6,D2:D6,HSTACK(SUM,COUNT),0,0,,0) -> {"",2025,2025,2026,2026;"","SUM","COUNT","SUM","COUNT";"Bonn",30,1,20,1;"Oslo",60,2,40,1}
            =PIVOTBY(B2:B6,A2:A6,D2:D6,VSTACK(SUM,COUNT),0,0,,0) -> {"","",2025,2026;"Bonn","SUM",30,20;"Bonn","COUNT",1,1;"Oslo","SUM",60,40;"Oslo","COUNT",2,1}
            =PIVOTBY(B2:B6,A2:A6,D2:D5,SUM) -> #VALUE!
            =PIVOTBY(B2:B6,A2:A6,D2:D6,SUM,,,,,,,5) -> #VALUE!
            """);
  }

  @Test
  void givesSharesOfWhatIsAsked() {
    Check.on(SALES)
        .all(
            """
            =PIVOTBY(B2:B6,A2:A6,D2:D6,PERCENTOF,,0,,0) -> {"",2025,2026;"Bonn",0.333333333333333,0.333333333333333;"Oslo",0.666666666666667,0.666666666666667}
            =PIVOTBY(B2:B6,A2:A6,D2:D6,PERCENTOF,,0,,0,,,1) -> {"",2025,2026;"Bonn",0.6,0.4;"Oslo",0.6,0.4}
            =PIVOTBY(B2:B6,A2:A6,D2:D6,PERCENTOF,,0,,0,,,2) -> {"",2025,2026;"Bonn",0.2,0.133333333333333;"Oslo",0.4,0.266666666666667}
            =PIVOTBY(B2:B6,A2:A6,D2:D6,PERCENTOF,,0,,0,,,3) -> {"",2025,2026;"Bonn",0.6,0.4;"Oslo",0.6,0.4}
            =PIVOTBY(B2:B6,A2:A6,D2:D6,PERCENTOF,,0,,0,,,4) -> {"",2025,2026;"Bonn",0.333333333333333,0.333333333333333;"Oslo",0.666666666666667,0.666666666666667}
            =PERCENTOF({1;3},{1;3;4}) -> 0.5
            =PERCENTOF(D2:D3,D2:D6) -> 0.2
            =PERCENTOF(1,0) -> #DIV/0!
            =PERCENTOF("x",1) -> #VALUE!
            =SUM(DROP(GROUPBY(B2:B6,D2:D6,SUM,,0),,1)) -> 150
            """);
  }
}
