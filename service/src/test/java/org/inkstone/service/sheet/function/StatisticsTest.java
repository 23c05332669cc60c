package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void countsAndAverages() {
    Check.on("10|\"x\"|TRUE||\n7|\"5\"|#N/A|\"\"|\n9|27|2||")
        .all(
            """
            =COUNT(A1:C3) -> 5
            =COUNT(A1,"3","x",TRUE) -> 3
            =COUNTA(A1:E3) -> 10
            =COUNTBLANK(A1:D3) -> 3
            =COUNTBLANK(A:A) -> 1048573
            =AVERAGE(A1:A3,27) -> 13.25
            =AVERAGE(A1:B3) -> 13.25
            =AVERAGE(E1:E3) -> #DIV/0!
            =AVERAGE(A1:C3) -> #N/A
            =AVERAGEA(A1:B1) -> 5
            =MAX(A1:B3) -> 27
            =MAX(E1:E3) -> 0
            =MIN(A1:B3) -> 7
            =MINA(A1:C1) -> 0
            =MAXA(C1,0.5) -> 1
            """);
  }

  @Test
  void fulfilsConditions() {
    Check.on(
            """
            "apples"|32|"Tom"|45306
            "oranges"|54|"Sara"|45307
            "peaches"|75|"Tom"|45308
            "apples"|86||45309
            "a*b"|"86"|"tom"|45310
            """)
        .all(
            """
            =COUNTIF(A1:A5,"apples") -> 2
            =COUNTIF(A1:A5,"APPLES") -> 2
            =COUNTIF(A1:A5,A2) -> 1
            =COUNTIF(B1:B5,">55") -> 2
            =COUNTIF(B1:B5,"<>"&B3) -> 4
            =COUNTIF(B1:B5,86) -> 2
            =COUNTIF(B1:B5,"86") -> 2
            =COUNTIF(A1:A5,"*es") -> 4
            =COUNTIF(A1:A5,"?????es") -> 2
            =COUNTIF(A1:A5,"a~*b") -> 1
            =COUNTIF(C1:C5,"") -> 1
            =COUNTIF(C1:C5,"<>") -> 4
            =COUNTIF(C:C,"tom") -> 3
            =COUNTIF(D1:D5,">=2024-01-17") -> 3
            =COUNTIF(D1:D5,">="&DATE(2024,1,17)) -> 3
            =COUNTIF(A1:A5,{"apples","peaches"}) -> {2,1}
            =SUM(COUNTIF(A1:A5,{"apples","peaches"})) -> 3
            =COUNTIFS(A1:A5,"apples",B1:B5,">50") -> 1
            =COUNTIFS(A1:A5,"apples",B1:B4,">50") -> #VALUE!
            =SUMIF(A1:A5,"apples",B1:B5) -> 118
            =SUMIF(A1:A5,"apples",B1) -> 118
            =SUMIF(B1:B5,">60") -> 161
            =SUMIF(A:A,"apples",B:B) -> 118
            =SUMIFS(B1:B5,A1:A5,"<>apples",C1:C5,"Tom") -> 75
            =AVERAGEIF(A1:A5,"apples",B1:B5) -> 59
            =AVERAGEIF(A1:A5,"none",B1:B5) -> #DIV/0!
            =AVERAGEIFS(B1:B5,C1:C5,"Tom") -> 53.5
            =MAXIFS(B1:B5,A1:A5,"apples") -> 86
            =MINIFS(B1:B5,A1:A5,"apples") -> 32
            =MAXIFS(B1:B5,A1:A5,"none") -> 0
            """);
  }

  @Test
  void describesNumbers() {
    Check.on("1345|4\n1301|5\n1368|8\n1322|7\n1310|11\n1370|4\n1318|3\n1350|\n1303|\n1299|")
        .all(
            """
                =MEDIAN(1,2,3,4,5,6) -> 3.5
                =MEDIAN(B1:B7) -> 5
                =MODE(5.6,4,4,3,2,4) -> 4
                =MODE.SNGL(1,2,3) -> #N/A
                =STDEV(A1:A10) -> 27.46391571984349
                =STDEV.S(A1:A10) -> 27.46391571984349
                =STDEV.P(A1:A10) -> 26.05455814248
                =STDEVP(A1:A10) -> 26.05455814248
                =VAR.S(A1:A10) -> 754.266666666667
                =VAR.P(A1:A10) -> 678.84
                =VAR(1) -> #DIV/0!
                =DEVSQ(4,5,8,7,11,4,3) -> 48
                =DEVSQ(C1:C3) -> #NUM!
                =AVEDEV(C1:C3) -> #NUM!
                =LARGE("2.3",1) -> 2.3
                =SMALL(TRUE,1) -> 1
                =LARGE("x",1) -> #VALUE!
                =MODE("1",1,2) -> #VALUE!
                =MODE(C1,2,2) -> #VALUE!
                =MODE(B1:B9,2,2) -> 4
                =MODE.MULT("1",1) -> #VALUE!
                =SUMXMY2(C1:C3,A1:A3) -> #DIV/0!
                =AVEDEV(4,5,6,7,5,4,3) -> 1.02040816326531
                =GEOMEAN(4,5,8,7,11,4,3) -> 5.47698696965696
                =HARMEAN(4,5,8,7,11,4,3) -> 5.02837596206187
                =TRIMMEAN({4,5,6,7,2,3,4,5,1,2,3},0.2) -> 3.77777777777778
                =LARGE({3,5,3,5,4;4,2,4,6,7},3) -> 5
                =LARGE(B1:B7,{1;2}) -> {11;8}
                =SMALL({3,4,5,2,3,4,6,4,7},4) -> 4
                =SMALL(B1:B7,99) -> #NUM!
                =RANK(3.5,{7,3.5,3.5,1,2}) -> 2
                =RANK(3.5,{7,3.5,3.5,1,2},1) -> 3
                =RANK.AVG(3.5,{7,3.5,3.5,1,2}) -> 2.5
                =RANK(9,B1:B7) -> #N/A
                =PERCENTILE({1,3,2,4},0.3) -> 1.9
                =PERCENTILE.EXC({1,2,3,6,6,6,7,8,9},0.25) -> 2.5
                =QUARTILE({1,2,4,7,8,9,10,12},1) -> 3.5
                =QUARTILE.EXC({6,7,15,36,39,40,41,42,43,47,49},1) -> 15
                =PERCENTRANK.INC({13,12,11,8,4,3,2,1,1,1},2) -> 0.333
                =PERCENTRANK.EXC({1,2,3,6,6,6,7,8,9},7) -> 0.7
                =FREQUENCY({79,85,78,85,50,81,95,88,97},{70,79,89}) -> {1;2;4;2}
                =FREQUENCY({5,1,3,3},{3,1,3}) -> {2;1;0;1}
                =FREQUENCY({905;905;773;801;963},{905;905;773;801;963}) -> {2;0;1;1;1;0}
                =FREQUENCY({1,2},{"x"}) -> 2
                =SLOPE(A1:C2,{1,2,3;4,5,6}) -> -138.3
                =COVARIANCE.P(A1:C2,A1:C2)-VAR.P(A1:C2) -> 0
                =SLOPE({2;3;9;1;8;7;5},{6;5;11;7;5;4;4}) -> 0.305555555555556
                =INTERCEPT({2;3;9;1;8},{6;5;11;7;5}) -> 0.0483870967741939
                =FORECAST(30,{6;7;9;15;21},{20;28;31;38;40}) -> 10.6072530864198
                =CORREL({3;2;4;5;6},{9;7;12;15;17}) -> 0.997054485501581
                =RSQ({2;3;9;1;8;7;5},{6;5;11;7;5;4;4}) -> 0.0579501915708812
                =STEYX({2;3;9;1;8;7;5},{6;5;11;7;5;4;4}) -> 3.30571895021017
                =COVAR({3;2;4;5;6},{9;7;12;15;17}) -> 5.2
                =COVARIANCE.P({3;2;4;5;6},{9;7;12;15;17}) -> 5.2
            =FORECAST.LINEAR(30,{6;7;9;15;21},{20;28;31;38;40}) -> 10.6072530864198
            =PEARSON({9;7;5;3;1},{10;6;1;5;3}) -> 0.699378605576
            =PERCENTILE.INC({1,3,2,4},0.3) -> 1.9
            =PERCENTRANK({13,12,11,8,4,3,2,1,1,1},4) -> 0.555
            =QUARTILE.INC({1,2,4,7,8,9,10,12},3) -> 9.25
            =RANK.EQ(7,{7,3.5,3.5,1,2}) -> 1
            =VARP(1,3) -> 1
            =VARA({1,TRUE},"2") -> 0.333333333333333
            =VARPA({1,"x",2}) -> 0.666666666666667
            =STDEVA({1,"x",2}) -> 1
            =STDEVPA({0,"x"},2,2) -> 1
            =COVARIANCE.S({2,4,8},{5,11,12}) -> 9.66666666666667
            """);
  }
}
