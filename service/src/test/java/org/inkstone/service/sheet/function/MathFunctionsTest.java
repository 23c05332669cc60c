package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

class MathFunctionsTest {
  @Test
  void rounds() {
    Check.formulas(
        """
        =ROUND(2.15,1) -> 2.2
        =ROUND(2.149,1) -> 2.1
        =ROUND(-1.475,2) -> -1.48
        =ROUND(21.5,-1) -> 20
        =ROUND(626.3,-3) -> 1000
        =ROUND(1.98,-1) -> 0
        =ROUND(-50.55,-2) -> -100
        =ROUND(2.675,2) -> 2.68
        =ROUND(1.005,2) -> 1.01
        =ROUND(2.5,0) -> 3
        =ROUND(-2.5,0) -> -3
        =ROUND({1.25;1.35},1) -> {1.3;1.4}
        =ROUNDUP(3.2,0) -> 4
        =ROUNDUP(-3.14159,1) -> -3.2
        =ROUNDUP(31415.92654,-2) -> 31500
        =ROUNDDOWN(76.9,0) -> 76
        =ROUNDDOWN(-3.14159,1) -> -3.1
        =TRUNC(8.9) -> 8
        =TRUNC(-8.9) -> -8
        =TRUNC(0.45) -> 0
        =INT(8.9) -> 8
        =INT(-8.9) -> -9
        =MROUND(10,3) -> 9
        =MROUND(-10,-3) -> -9
        =MROUND(1.3,0.2) -> 1.4
        =MROUND(5,-2) -> #NUM!
        =CEILING(2.5,1) -> 3
        =CEILING(-2.5,-2) -> -4
        =CEILING(-2.5,2) -> -2
        =CEILING(1.5,0.1) -> 1.5
        =CEILING(0.234,0.01) -> 0.24
        =CEILING(2.5,-2) -> #NUM!
        =FLOOR(3.7,2) -> 2
        =FLOOR(-2.5,-2) -> -2
        =FLOOR(2.5,-2) -> #NUM!
        =FLOOR(1.58,0.1) -> 1.5
        =FLOOR(0.234,0.01) -> 0.23
        =FLOOR(1,0) -> #DIV/0!
        =CEILING.MATH(24.3,5) -> 25
        =CEILING.MATH(6.7) -> 7
        =CEILING.MATH(-8.1,2) -> -8
        =CEILING.MATH(-5.5,2,-1) -> -6
        =FLOOR.MATH(24.3,5) -> 20
        =FLOOR.MATH(-8.1,2) -> -10
        =FLOOR.MATH(-5.5,2,-1) -> -4
        =CEILING.PRECISE(-4.1,2) -> -4
        =FLOOR.PRECISE(-3.2,-1) -> -4
        =ISO.CEILING(4.3) -> 5
        =EVEN(1.5) -> 2
        =EVEN(3) -> 4
        =EVEN(2) -> 2
        =EVEN(-1) -> -2
        =ODD(1.5) -> 3
        =ODD(3) -> 3
        =ODD(2) -> 3
        =ODD(-1) -> -1
        =ODD(-2) -> -3
        =ODD(0) -> 1
        """);
  }

  @Test
  void calculates() {
    Check.on("3|\"4\"|TRUE|\n-5|15|30|=NA()")
        .all(
            """
            =SUM(3,2) -> 5
            =SUM("5",15,TRUE) -> 21
            =SUM(A1:D1) -> 3
            =SUM(A2:C2,2) -> 42
            =SUM(A2:D2) -> #N/A
            =SUM(A:A) -> -2
            =SUM("x") -> #VALUE!
            =SUMSQ(3,4) -> 25
            =PRODUCT(A2:C2,2) -> -4500
            =PRODUCT(Z1:Z2) -> 0
            =SUMPRODUCT({3,4;8,6;1,9},{2,7;6,7;5,3}) -> 156
            =SUMPRODUCT((A1:A2>0)*(B2:B3=15)) -> 1
            =SUMPRODUCT(--(A1:A2>0),A1:A2) -> 3
            =SUMPRODUCT(A1:A2,B1:B3) -> #VALUE!
            =SUMPRODUCT((A:A>0)*1) -> 1
            =ABS(-2) -> 2
            =SIGN(-0.5) -> -1
            =MOD(3,2) -> 1
            =MOD(-3,2) -> 1
            =MOD(3,-2) -> -1
            =MOD(-3,-2) -> -1
            =MOD(3,0) -> #DIV/0!
            =QUOTIENT(5,2) -> 2
            =QUOTIENT(-10,3) -> -3
            =POWER(5,2) -> 25
            =POWER(4,5/4) -> 5.656854249492381
            =SQRT(16) -> 4
            =SQRT(-16) -> #NUM!
            =SQRTPI(1) -> 1.772453850905516
            =EXP(1) -> 2.718281828459045
            =LN(86) -> 4.454347296253507
            =LN(0) -> #NUM!
            =LOG(8,2) -> 3
            =LOG(86,2.7182818) -> 4.4543473428883
            =LOG(10) -> 1
            =LOG10(1000) -> 3
            =PI() -> 3.141592653589793
            =GCD(24,36) -> 12
            =GCD(5,0) -> 5
            =LCM(24,36) -> 72
            =FACT(5) -> 120
            =FACT(1.9) -> 1
            =FACT(-1) -> #NUM!
            =FACTDOUBLE(7) -> 105
            =COMBIN(8,2) -> 28
            =COMBINA(4,3) -> 20
            =PERMUT(100,3) -> 970200
            =RAND()<1 -> TRUE
            =AND(RANDBETWEEN(3,5)>=3,RANDBETWEEN(3,5)<=5) -> TRUE
            =MMULT({1,3;7,2},{2,0;0,2}) -> {2,6;14,4}
            =MDETERM({1,3,8,5;1,3,6,1;1,1,1,0;7,3,10,2}) -> 88
            =MINVERSE({4,-1;2,0}) -> {0,0.5;-1,2}
            =MUNIT(2) -> {1,0;0,1}
            =SEQUENCE(2,3,5,10) -> {5,15,25;35,45,55}
            =SEQUENCE(3) -> {1;2;3}
            =ROWS(RANDARRAY(4,2)) -> 4
            """);
  }

  @Test
  void knowsAngles() {
    Check.formulas(
        """
        =SIN(PI()/2) -> 1
        =COS(1.047) -> 0.500171074655216
        =TAN(0.785) -> 0.999203990105043
        =ASIN(-0.5)*180/PI() -> -30
        =ACOS(-0.5) -> 2.09439510239320
        =ATAN(1) -> 0.785398163397448
        =ATAN2(1,1) -> 0.785398163397448
        =ATAN2(-1,-1) -> -2.35619449019234
        =ATAN2(0,0) -> #DIV/0!
        =SINH(1) -> 1.1752011936438
        =COSH(4) -> 27.3082328360165
        =TANH(0.5) -> 0.46211715726001
        =ASINH(10) -> 2.99822295029797
        =ACOSH(10) -> 2.99322284612638
        =ATANH(0.76159416) -> 1.00000001
        =DEGREES(PI()) -> 180
        =RADIANS(270) -> 4.71238898038469
        =COT(30) -> -0.156119952161659
        =SEC(45) -> 1.90359440740442
        =CSC(15) -> 1.53778056303154
        =COTH(2) -> 1.03731472072755
        =SECH(0) -> 1
        =CSCH(1.5) -> 0.469642440573752
        =ACOT(2) -> 0.463647609000806
        =ACOTH(6) -> 0.168236118310606
        """);
  }

  @Test
  void totalsLeaveOutTotals() {
    Check.on("120\n10\n150\n=SUBTOTAL(9,A1:A3)\n23\n=1/0")
        .all(
            """
            =SUBTOTAL(9,A1:A5) -> 303
            =SUBTOTAL(1,A1:A5) -> 75.75
            =SUBTOTAL(102,A1:A5) -> 4
            =SUBTOTAL(103,A1:A5) -> 4
            =SUBTOTAL(9,A1:A6) -> #DIV/0!
            =SUBTOTAL(12,A1:A5) -> #VALUE!
            =AGGREGATE(4,6,A1:A6) -> 280
            =AGGREGATE(9,6,A1:A6) -> 583
            =AGGREGATE(9,2,A1:A6) -> 303
            =AGGREGATE(14,6,A1:A3,2) -> 120
            =AGGREGATE(15,6,A1:A3/(A1:A3>50),1) -> 120
            =AGGREGATE(12,6,A1:A3) -> 120
            =AGGREGATE(20,6,A1:A3) -> #VALUE!
            =AGGREGATE(9,6,A1:A3/1) -> #VALUE!
            =AGGREGATE(14,6,A1:A3,{1,2,3,4}) -> {150,120,10,#NUM!}
            =AGGREGATE(16,6,A1:A3,0.5) -> 120
            =AGGREGATE(17,6,A1:A3,{0;4}) -> {10;150}
            =AGGREGATE(19,6,A1:A3,2) -> 120
            =AGGREGATE(14,6,A1:A3) -> #VALUE!
            =AGGREGATE(9,4,A1:A6) -> #DIV/0!
            =AGGREGATE(3,4,A1:A6) -> 6
            =AGGREGATE(3,6,A1:A6) -> 5
            =SUBTOTAL(2,A1:A6) -> 4
            =SUBTOTAL(3,A1:A6) -> 5
            =SUBTOTAL({4,5},A1:A3) -> {150,10}
            """);
  }
}
