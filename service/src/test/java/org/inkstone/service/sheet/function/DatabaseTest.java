package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  private static final String ORCHARD =
      """
      "Tree"|"Height"|"Age"|"Yield"|"Profit"|"Height"
      "=Apple"|">10"||||"<16"
      "=Pear"
      "Tree"|"Height"|"Age"|"Yield"|"Profit"
      "Apple"|18|20|14|105
      "Pear"|12|12|10|96
      "Cherry"|13|14|9|105
      "Apple"|14|15|10|75
      "Pear"|9|8|8|76.8
      "Apple"|8|9|6|45
      """;

  @Test
  void totalsRecordsThatFulfilCriteria() {
    Check.on(ORCHARD)
        .all(
            """
            =DCOUNT(A4:E10,"Age",A1:F2) -> 1
            =DCOUNTA(A4:E10,"Profit",A1:F2) -> 1
            =DMAX(A4:E10,"Profit",A1:F3) -> 96
            =DMIN(A4:E10,"Profit",A1:F3) -> 75
            =DSUM(A4:E10,"Profit",A1:A2) -> 225
            =DSUM(A4:E10,"profit",A1:F3) -> 247.8
            =DPRODUCT(A4:E10,"Yield",A1:F3) -> 800
            =DAVERAGE(A4:E10,"Yield",A1:B2) -> 12
            =DAVERAGE(A4:E10,3,A4:E10) -> 13
            =DSTDEV(A4:E10,"Yield",A1:A3) -> 2.96647939483827
            =DSTDEVP(A4:E10,"Yield",A1:A3) -> 2.65329983228432
            =DVAR(A4:E10,"Yield",A1:A3) -> 8.8
            =DVARP(A4:E10,"Yield",A1:A3) -> 7.04
            =DGET(A4:E10,"Yield",A1:A3) -> #NUM!
            =DGET(A4:E10,"Yield",A1:F2) -> 10
            =DGET(A4:E10,"Tree",{"Age";">90"}) -> #VALUE!
            =DCOUNT(A4:E10,,A1:A3) -> 5
            =DCOUNTA(A4:E10,,A1:F2) -> 1
            =DCOUNT(A4:E10,"Tree",A1:A3) -> 0
            =DSUM(A4:E10,,A1:A3) -> #VALUE!
            =DSUM(A4:E10,"Weight",A1:A3) -> #VALUE!
            =DSUM(A4:E10,6,A1:A3) -> #VALUE!
            =DSUM(A4:E10,{4,5},A1:A2) -> {30,225}
            =DMAX(A4:E10,5,{"Age";">90"}) -> 0
            =DAVERAGE(A4:E10,5,{"Age";">90"}) -> #DIV/0!
            =DVAR(A4:E10,5,{"Age";20}) -> #DIV/0!
            """);
  }

  @Test
  void readsCriteriaAsFiltersDo() {
    Check.on(
            """
            "name"|"n"|"when"
            "Ann"|1|46023
            "Anna"|2|46054
            "Hanna"|4|46082
            "A*"|8|46113
            ""|16|
            |32|
            "Bob"|#N/A|
            """)
        .all(
            """
            // plain text stands for all that begin with it
            =DSUM(A1:B7,2,{"name";"ann"}) -> 3
            =DSUM(A1:B7,2,{"name";"=ann"}) -> 1
            =DSUM(A1:B7,2,{"name";"*ann"}) -> 7
            =DSUM(A1:B7,2,{"name";"?nn"}) -> 3
            =DSUM(A1:B7,2,{"name";"=?nn"}) -> 1
            =DSUM(A1:B7,2,{"name";"A~*"}) -> 8
            =DSUM(A1:B7,2,{"name";"<>Ann"}) -> 62
            =DSUM(A1:B7,2,{"name";">b"}) -> 4
            =DSUM(A1:B7,2,{"name";"="}) -> 32
            =DSUM(A1:B7,2,{"name";"<>"}) -> 31
            // a field twice is a range, two rows are an alternative
            =DSUM(A1:B7,2,{"n","n";">1","<16"}) -> 14
            =DSUM(A1:B7,2,{"n";1;"32"}) -> 33
            =DSUM(A1:C5,2,{"when";">=2026-02-01"}) -> 14
            // an error counts only in records that fulfil the criteria
            =DSUM(A1:B8,2,{"name";"Ann"}) -> 3
            =DSUM(A1:B8,2,{"name";"Bob"}) -> #N/A
            =DSUM(A1:B7,2,{"name"}) -> #VALUE!
            """);
  }

  @Test
  void computesCriteriaForEachRecord() {
    Check.on(
            """
            "item"|"a"|"b"|"more than b"|"item"||"all"
            "x"|5|3|=B2>C2|"x"|=B2=MAX($B$2:$B$4)|TRUE
            "y"|1|3|||
            "x"|9|10
            """)
        .all(
            """
            =DSUM(A1:C4,"a",D1:D2) -> 5
            =DSUM(A1:C4,"a",D1:E2) -> 5
            =DSUM(A1:C4,"a",E1:F2) -> 9
            =DSUM(A1:C4,"a",G1:G2) -> 15
            =DSUM(A1:C4,"a",D1:D3) -> 15
            =DSUM(A1:C4,"a",{"else";FALSE}) -> 0
            """);
  }
}
