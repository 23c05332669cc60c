package org.inkstone.service.sheet.eval;

import org.junit.jupiter.api.Test;

class SemanticsTest {
  @Test
  void operatorsBindAsInExcel() {
    Check.formulas(
        """
        =-2^2 -> 4
        =2^3^2 -> 64
        =2^-1 -> 0.5
        =50%% -> 0.005
        =-50% -> -0.5
        =1+2*3 -> 7
        ="a"&1+2 -> "a3"
        =1=1=TRUE -> TRUE
        =--"3" -> 3
        =+"x" -> "x"
        =1/0 -> #DIV/0!
        =0^0 -> #NUM!
        =0^-1 -> #DIV/0!
        =1E308*10 -> #NUM!
        """);
  }

  @Test
  void textNumbersCountForOperators() {
    Check.formulas(
        """
        ="3"+"4" -> 7
        ="1,234.5"*2 -> 2469
        ="12%"+0 -> 0.12
        ="$5"+1 -> 6
        ="(5)"+0 -> -5
        ="1 1/2"+0 -> 1.5
        ="2024-01-15"+0 -> 45306
        ="1/15/2024"+0 -> 45306
        ="15-Jan-2024"+0 -> 45306
        ="2024年1月15日"+0 -> 45306
        ="12:00"+0 -> 0.5
        ="6:00 PM"+0 -> 0.75
        ="abc"+1 -> #VALUE!
        =""+1 -> #VALUE!
        =TRUE+1 -> 2
        """);
  }

  @Test
  void typesCompareInTheirOrder() {
    Check.on("1|\"a\"|")
        .all(
            """
            ="10"=10 -> FALSE
            =1<"a" -> TRUE
            ="z"<TRUE -> TRUE
            ="ABC"="abc" -> TRUE
            =C1=0 -> TRUE
            =C1="" -> TRUE
            =C1=FALSE -> TRUE
            =0.1+0.2=0.3 -> TRUE
            =#N/A=1 -> #N/A
            =1/0=#N/A -> #DIV/0!
            """);
  }

  @Test
  void theLastDifferenceSnapsToZero() {
    Check.formulas(
        """
        =0.5-0.4-0.1 -> 0
        =1*(0.5-0.4-0.1) -> -2.7755575615628914E-17
        =1.1-1 -> 0.1
        """);
  }

  @Test
  void arraysBroadcast() {
    Check.on("1|10\n2|20\n3|30")
        .all(
            """
            =A1:A3*2 -> {2.0;4.0;6.0}
            =A1:A3*B1:B3 -> {10.0;40.0;90.0}
            =A1:A3+{10,20} -> {11.0,21.0;12.0,22.0;13.0,23.0}
            ={1,2,3}+{1,2} -> {2.0,4.0,#N/A}
            =-A1:A2 -> {-1.0;-2.0}
            =IF(A1:A3>1,B1:B3,"no") -> {"no";20.0;30.0}
            =@A1:A3 -> #VALUE!
            """);
    Check.on("1|10\n2|20\n3|30").at("D2").all("=@A1:A3 -> 2\n=@B1:B3*2 -> 40");
  }

  @Test
  void formulasOnTheSheetAreComputed() {
    Check.on("5|=A1*2|=B1+1\n=C1|=A2&\"x\"|")
        .all(
            """
            =C1 -> 11
            =A2 -> 11
            =B2 -> "11x"
            =C2 -> 0
            =C2&"" -> ""
            """);
  }

  @Test
  void letAndLambdaBindNames() {
    Check.on("1\n2\n3")
        .all(
            """
            =LET(x,5,x+1) -> 6
            =LET(x,A1:A3,y,x*2,y+x) -> {3.0;6.0;9.0}
            =LAMBDA(x,x+1)(2) -> 3
            =LET(f,LAMBDA(a,b,a*b),f(3,4)) -> 12
            =LET(f,LAMBDA(a,[b],IF(ISOMITTED(b),a,a*b)),f(3)) -> 3
            =LET(f,LAMBDA(s,n,IF(n=0,1,n*s(s,n-1))),f(f,5)) -> 120
            =LET(f,LAMBDA(s,n,IF(n=0,0,1+s(s,n-1))),f(f,3000)) -> 3000
            =nothing+1 -> #NAME?
            =NOSUCH(1) -> #NAME?
            =LAMBDA(x,x) -> #CALC!
            """);
  }
}
