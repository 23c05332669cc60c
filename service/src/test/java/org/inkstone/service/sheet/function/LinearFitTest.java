package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** The examples of the documentation, rounded as it prints them, and the edges. */
class LinearFitTest {
  @Test
  void fitsOneVariable() {
    Check.on("1|3100\n2|4500\n3|4400\n4|5400\n5|7500\n6|8100")
        .all(
            """
            =LINEST({1;9;5;7},{0;4;2;3}) -> {2,1}
            =LINEST({1;9;5;7},{0;4;2;3},,FALSE) -> {2,1}
            =SUM(LINEST(B1:B6,A1:A6)*{9,1}) -> 11000
            =LINEST(B1:B6) -> {1000,2000}
            =LINEST({2,4,6},{1,2,3},FALSE) -> {2,0}
            =INDEX(LINEST(B1:B6,A1:A6,TRUE,TRUE),3,1) -> 0.933831376734258
            =INDEX(LINEST(B1:B6,A1:A6,TRUE,TRUE),4,2) -> 4
            =INDEX(LINEST({2,4,7},{1,2,3},FALSE,TRUE),2,2) -> #N/A
            =INDEX(LINEST({2,4,7},{1,2,3},FALSE,TRUE),4,2) -> 2
            =LINEST({1,3},{1,2},TRUE,TRUE) -> {2,-1;0,0;1,0;#NUM!,0;2,0}
            =LINEST({5}) -> {0,5}
            =LINEST({1,2,3},{1,2}) -> #REF!
            =LINEST(A1:A7,B1:B7) -> #VALUE!
            =LINEST({1,"x"},{1,2}) -> #VALUE!
            =LINEST({1,#N/A},{1,2}) -> #N/A
            """);
  }

  @Test
  void fitsSeveralVariables() {
    Check.on(
            """
            2310|2|2|20|142000
            2333|2|2|12|144000
            2356|3|1.5|33|151000
            2379|3|2|43|150000
            2402|2|3|53|139000
            2425|4|2|23|169000
            2448|2|1.5|99|126000
            2471|2|2|34|142900
            2494|3|3|23|163000
            2517|4|4|55|169000
            2540|2|3|22|149000
            """)
        .all(
            """
            =ROUND(TAKE(LINEST(E1:E11,A1:D11,TRUE,TRUE),1),5) -> {-234.23716,2553.21066,12529.76817,27.64139,52317.83051}
            =ROUND(INDEX(LINEST(E1:E11,A1:D11,TRUE,TRUE),2,0),6) -> {13.268011,530.669152,400.066838,5.429374,12237.361603}
            =ROUND(INDEX(LINEST(E1:E11,A1:D11,TRUE,TRUE),3,0),6) -> {0.996748,970.578463,#N/A,#N/A,#N/A}
            =ROUND(INDEX(LINEST(E1:E11,A1:D11,TRUE,TRUE),4,{1,2}),6) -> {459.753674,6}
            =ROUND(INDEX(LINEST(E1:E11,A1:D11,TRUE,TRUE),5,{1,2}),3) -> {1732393319.229,5652135.316}
            =ROUND(LINEST(TRANSPOSE(E1:E11),TRANSPOSE(A1:D11)),5) -> {-234.23716,2553.21066,12529.76817,27.64139,52317.83051}
            =ROUND(TREND(E1:E11,A1:D11,{2500,3,2,25}),4) -> 158261.0956
            =ROUND(TREND(TRANSPOSE(E1:E11),TRANSPOSE(A1:D11),{2500;3;2;25}),4) -> 158261.0956
            =TREND(E1:E11,A1:D11,{2500,3,2}) -> #REF!
            """);
  }

  @Test
  void dependentVariablesGetTheCoefficientZero() {
    Check.on("1|10|3\n2|20|5\n3|30|8\n4|40|9")
        .all(
            """
            =LINEST(C1:C4,A1:B4) -> {0,2.1,1}
            =INDEX(LINEST(C1:C4,A1:B4,TRUE,TRUE),4,2) -> 2
            =INDEX(LINEST(C1:C4,A1:B4,TRUE,TRUE),2,1) -> 0
            """);
  }

  @Test
  void staysPreciseForLargeShifts() {
    Check.formulas(
        """
        =LINEST({1;2;3;4}/4,{1000000001;1000000002;1000000003;1000000004}) -> {0.25,-250000000}
        =SUM(ABS(LINEST(SEQUENCE(9)^3-2*SEQUENCE(9)^2+7,SEQUENCE(9)^{1,2,3})-{1,-2,0,7}))<1E-9 -> TRUE
        """);
  }

  @Test
  void fitsExponentials() {
    Check.on("11|33100\n12|47300\n13|69000\n14|102000\n15|150000\n16|220000\n17|\n18|")
        .all(
            """
            =ROUND(LOGEST(B1:B6,A1:A6),5) -> {1.46328,495.30477}
            =ROUND(INDEX(LOGEST(B1:B6,A1:A6,TRUE,TRUE),2,0),9) -> {0.002633403,0.035834282}
            =ROUND(INDEX(LOGEST(B1:B6,A1:A6,TRUE,TRUE),3,0),6) -> {0.999809,0.011016}
            =INDEX(LOGEST(B1:B6,A1:A6,TRUE,TRUE),4,2) -> 4
            =LOGEST({2,4,8},{1,2,3},FALSE) -> {2,1}
            =LOGEST({2,0,8}) -> #NUM!
            =ROUND(GROWTH(B1:B6,A1:A6),5) -> {32618.20377;47729.42261;69841.30086;102197.07337;149542.48674;218821.87621}
            =ROUND(GROWTH(B1:B6,A1:A6,A7:A8),3) -> {320196.718;468536.054}
            =GROWTH({1;-1},{1;2}) -> #NUM!
            =GROWTH({2,4,8}) -> {2,4,8}
            """);
  }

  @Test
  void givesTrends() {
    Check.on(
            """
            1|133890
            2|135000
            3|135790
            4|137300
            5|138130
            6|139100
            7|139900
            8|141120
            9|141890
            10|143230
            11|144000
            12|145290
            """)
        .all(
            """
            =ROUND(INDEX(TREND(B1:B12,A1:A12),1),5) -> 133953.33333
            =ROUND(TREND(B1:B12,A1:A12,{13;14;15}),0) -> {146172;147190;148208}
            =TREND({2,4,6},,{4,5}) -> {8,10}
            =TREND({2,4,6},{1,2,3},{4;5}) -> {8;10}
            =TREND({3,4,5},{1,2,3},0,FALSE) -> 0
            =TREND({1,2},{1,2},{"x"}) -> #VALUE!
            """);
  }
}
