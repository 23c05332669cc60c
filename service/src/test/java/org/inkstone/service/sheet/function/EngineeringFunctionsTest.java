package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

class EngineeringFunctionsTest {
  @Test
  void writesWholeNumbersInOtherBases() {
    Check.formulas(
        """
        =BIN2DEC(1100100) -> 100
        =BIN2DEC(1111111111) -> -1
        =BIN2DEC("1000000000") -> -512
        =BIN2DEC(11111111111) -> #NUM!
        =BIN2DEC(2) -> #NUM!
        =BIN2DEC(1.1) -> #NUM!
        =BIN2DEC("x") -> #NUM!
        =BIN2DEC(TRUE) -> #VALUE!
        =BIN2DEC({1,10,11}) -> {1,2,3}
        =BIN2HEX(11111011,4) -> "00FB"
        =BIN2HEX(1110) -> "E"
        =BIN2HEX(1111111111) -> "FFFFFFFFFF"
        =BIN2OCT(1001,3) -> "011"
        =BIN2OCT(1100100) -> "144"
        =BIN2OCT(1111111111) -> "7777777777"
        =DEC2BIN(9,4) -> "1001"
        =DEC2BIN(-100) -> "1110011100"
        =DEC2BIN(511) -> "111111111"
        =DEC2BIN(512) -> #NUM!
        =DEC2BIN(-513) -> #NUM!
        =DEC2BIN(9.9) -> "1001"
        =DEC2BIN(9,3) -> #NUM!
        =DEC2BIN(9,11) -> #NUM!
        =DEC2BIN(9,-1) -> #NUM!
        =DEC2BIN(9,6.9) -> "001001"
        =DEC2BIN("x") -> #VALUE!
        =DEC2HEX(100,4) -> "0064"
        =DEC2HEX(-54) -> "FFFFFFFFCA"
        =DEC2HEX(28) -> "1C"
        =DEC2HEX(64,1) -> #NUM!
        =DEC2HEX(549755813887) -> "7FFFFFFFFF"
        =DEC2HEX(549755813888) -> #NUM!
        =DEC2HEX(-549755813888) -> "8000000000"
        =DEC2OCT(58,3) -> "072"
        =DEC2OCT(-100) -> "7777777634"
        =DEC2OCT(536870912) -> #NUM!
        =HEX2BIN("F",8) -> "00001111"
        =HEX2BIN("B7") -> "10110111"
        =HEX2BIN("FFFFFFFFFF") -> "1111111111"
        =HEX2BIN("200") -> #NUM!
        =HEX2DEC("A5") -> 165
        =HEX2DEC("FFFFFFFF5B") -> -165
        =HEX2DEC("3DA408B9") -> 1034160313
        =HEX2DEC("a5") -> 165
        =HEX2DEC("G") -> #NUM!
        =HEX2DEC("") -> 0
        =HEX2OCT("F",3) -> "017"
        =HEX2OCT("3B4E") -> "35516"
        =HEX2OCT("FFFFFFFF00") -> "7777777400"
        =HEX2OCT("1FFFFFFF") -> "3777777777"
        =HEX2OCT("20000000") -> #NUM!
        =OCT2BIN(3,3) -> "011"
        =OCT2BIN(7777777000) -> "1000000000"
        =OCT2BIN(1000) -> #NUM!
        =OCT2DEC(54) -> 44
        =OCT2DEC(7777777533) -> -165
        =OCT2DEC(8) -> #NUM!
        =OCT2HEX(100,4) -> "0040"
        =OCT2HEX(7777777533) -> "FFFFFFFF5B"
        """);
  }

  @Test
  void functionsOfTheToolPakRefuseRangesButTakeArrays() {
    Check.on("1|10|TRUE|\n11|100||")
        .all(
            """
            =BIN2DEC(B1) -> 2
            =BIN2DEC(A1:B1) -> #VALUE!
            =BIN2DEC(+A1:B2) -> {1,2;3,4}
            =BIN2DEC(C1) -> #VALUE!
            =BIN2DEC(D1) -> 0
            =BITAND(A1:A2,3) -> {1;3}
            """);
  }

  @Test
  void countsBits() {
    Check.formulas(
        """
        =BITAND(1,5) -> 1
        =BITAND(13,25) -> 9
        =BITAND(-1,1) -> #NUM!
        =BITAND(1.5,1) -> #NUM!
        =BITAND(2^48,1) -> #NUM!
        =BITAND(2^48-1,2^47) -> 140737488355328
        =BITAND("x",1) -> #VALUE!
        =BITOR(23,10) -> 31
        =BITXOR(5,3) -> 6
        =BITLSHIFT(4,2) -> 16
        =BITLSHIFT(4,-2) -> 1
        =BITLSHIFT(1,47) -> 140737488355328
        =BITLSHIFT(1,48) -> #NUM!
        =BITLSHIFT(1,54) -> #NUM!
        =BITRSHIFT(13,2) -> 3
        =BITRSHIFT(13,-2) -> 52
        =BITRSHIFT(13,53) -> 0
        =BITOR({1,2},{4;8}) -> {5,6;9,10}
        =DELTA(5,4) -> 0
        =DELTA(5,5) -> 1
        =DELTA(0.5,0) -> 0
        =DELTA(0) -> 1
        =GESTEP(5,4) -> 1
        =GESTEP(5,5) -> 1
        =GESTEP(-4,-5) -> 1
        =GESTEP(-1) -> 0
        =GESTEP("x") -> #VALUE!
        =SUM(GESTEP({1,5,9},5)) -> 2
        """);
  }

  @Test
  void takesComplexNumbersApart() {
    Check.formulas(
        """
        =COMPLEX(3,4) -> "3+4i"
        =COMPLEX(3,4,"j") -> "3+4j"
        =COMPLEX(0,1) -> "i"
        =COMPLEX(1,0) -> "1"
        =COMPLEX(0,-1) -> "-i"
        =COMPLEX(-1.5,-2.5) -> "-1.5-2.5i"
        =COMPLEX(0,0) -> "0"
        =COMPLEX(3,4,"I") -> #VALUE!
        =COMPLEX(3,4,"k") -> #VALUE!
        =COMPLEX("x",4) -> #VALUE!
        =COMPLEX(TRUE,4) -> #VALUE!
        =COMPLEX({1,2},1) -> {"1+i","2+i"}
        =IMREAL("6-9i") -> 6
        =IMREAL("i") -> 0
        =IMREAL(5) -> 5
        =IMAGINARY("3+4i") -> 4
        =IMAGINARY("0-j") -> -1
        =IMAGINARY(4) -> 0
        =IMAGINARY("+i") -> 1
        =IMAGINARY("2.5E-2i") -> 0.025
        =IMAGINARY("1e3-2e2j") -> -200
        =IMAGINARY("3 + 4i") -> #NUM!
        =IMAGINARY("34i5") -> #NUM!
        =IMAGINARY("3+4I") -> #NUM!
        =IMAGINARY("") -> #NUM!
        =IMAGINARY(TRUE) -> #VALUE!
        =IMREAL(1/0) -> #DIV/0!
        =IMABS("5+12i") -> 13
        =IMARGUMENT("3+4i") -> 0.927295218001612
        =IMARGUMENT("0") -> #DIV/0!
        =IMARGUMENT(-1) -> 3.14159265358979
        =IMCONJUGATE("3+4i") -> "3-4i"
        =IMCONJUGATE("3-4j") -> "3+4j"
        """);
  }

  @Test
  void calculatesWithComplexNumbers() {
    Check.on("\"3+4i\"|\"5-3i\"||\n\"2j\"|1")
        .all(
            """
            =IMSUM("3+4i","5-3i") -> "8+i"
            =IMSUM(A1:C1,1) -> "9+i"
            =IMSUM(A1,A2) -> #VALUE!
            =IMSUM(A2,1) -> "1+2j"
            =IMSUM("x") -> #NUM!
            =IMSUB("13+4i","5+3i") -> "8+i"
            =IMPRODUCT("3+4i","5-3i") -> "27+11i"
            =IMPRODUCT("1+2i",30) -> "30+60i"
            =IMPRODUCT(A1:B1) -> "27+11i"
            =IMDIV("-238+240i","10+24i") -> "5+12i"
            =IMDIV("1+i",0) -> #NUM!
            =IMPOWER("2+3i",3) -> "-46+9.00000000000001i"
            =IMPOWER("0",2) -> "0"
            =IMPOWER(0,0) -> #NUM!
            =IMPOWER("0",-1) -> #NUM!
            =IMSQRT("1+i") -> "1.09868411346781+0.455089860562227i"
            =IMEXP("1+i") -> "1.46869393991589+2.28735528717884i"
            =IMLN("3+4i") -> "1.6094379124341+0.927295218001612i"
            =IMLN(0) -> #NUM!
            =IMLOG10("3+4i") -> "0.698970004336019+0.402719196273373i"
            =IMLOG2("3+4i") -> "2.32192809488736+1.33780421245098i"
            =IMREAL(IMSQRT({"4","9"})) -> {2,3}
            =IMABS(A1:B1) -> #VALUE!
            """);
  }

  @Test
  void bendsComplexNumbers() {
    Check.formulas(
        """
        =IMSIN("4+3i") -> "-7.61923172032141-6.548120040911i"
        =IMCOS("1+i") -> "0.833730025131149-0.988897705762865i"
        =IMTAN("4+3i") -> "0.00490825806749606+1.00070953606723i"
        =IMCOT("4+3i") -> "0.00490118239430447-0.999266927805902i"
        =IMSEC("4+3i") -> "-0.065294027857947-0.0752249603027732i"
        =IMCSC("4+3i") -> "-0.0754898329158637+0.0648774713706355i"
        =IMSINH("4+3i") -> "-27.0168132580039+3.85373803791938i"
        =IMCOSH("4+3i") -> "-27.0349456030742+3.85115333481178i"
        =IMSECH("4+3i") -> "-0.0362534969158689-0.00516434460775318i"
        =IMCSCH("4+3i") -> "-0.036275889628626-0.0051744731840194i"
        =IMSIN(0) -> "0"
        =IMCSC(0) -> #NUM!
        =IMCOT("0") -> #NUM!
        =IMCSCH(0) -> #NUM!
        =IMCOSH(1000) -> #NUM!
        =IMSIN("i") -> "1.1752011936438i"
        """);
  }

  @Test
  void convertsUnits() {
    Check.formulas(
        """
        =CONVERT(1,"lbm","kg") -> 0.45359237
        =CONVERT(68,"F","C") -> 20
        =CONVERT(2.5,"ft","sec") -> #N/A
        =CONVERT(CONVERT(100,"ft","m"),"ft","m") -> 9.290304
        =CONVERT(0,"C","F")=32 -> TRUE
        =CONVERT(100,"C","F")=212 -> TRUE
        =CONVERT(-40,"fah","cel")=-40 -> TRUE
        =CONVERT(0,"K","C")=-273.15 -> TRUE
        =CONVERT(80,"Reau","C") -> 100
        =CONVERT(491.67,"Rank","F") -> 32
        =CONVERT(1,"kK","K") -> 1000
        =CONVERT(1,"mC","C") -> #N/A
        =CONVERT(1,"C","m") -> #N/A
        =CONVERT(1,"mi","km") -> 1.609344
        =CONVERT(1,"Nmi","m") -> 1852
        =CONVERT(1,"survey_mi","m") -> 1609.34721869444
        =CONVERT(1,"ly","m") -> 9460730472580800
        =CONVERT(1,"ang","nm") -> 0.1
        =CONVERT(1,"ell","in") -> 45
        =CONVERT(1,"in","Picapt") -> 72
        =CONVERT(1,"in","pica") -> 6
        =CONVERT(1,"km2","m2") -> 1000000
        =CONVERT(1,"km^2","ha") -> 100
        =CONVERT(1,"m3","l") -> 1000
        =CONVERT(1,"dm3","lt") -> 1
        =CONVERT(1,"uk_acre","m2") -> 4046.8564224
        =CONVERT(1,"us_acre","m2") -> 4046.87260987425
        =CONVERT(1,"Morgen","ar") -> 25
        =CONVERT(1,"gal","oz") -> 128
        =CONVERT(1,"cup","tbs") -> 16
        =CONVERT(1,"tbs","tsp") -> 3
        =CONVERT(1,"uk_gal","l") -> 4.54609
        =CONVERT(1,"barrel","gal") -> 42
        =CONVERT(1,"GRT","ft3") -> 100
        =CONVERT(1,"bushel","l") -> 35.23907016688
        =CONVERT(1,"tspm","ml") -> 5
        =CONVERT(1,"yr","day") -> 365.25
        =CONVERT(1,"hr","mn") -> 60
        =CONVERT(1,"d","min") -> 1440
        =CONVERT(1,"atm","Pa") -> 101325
        =CONVERT(1,"atm","mmHg") -> 760.002100178515
        =CONVERT(1,"atm","Torr") -> 760
        =CONVERT(1,"psi","Pa") -> 6894.75729316836
        =CONVERT(1,"N","dyn") -> 100000
        =CONVERT(1,"lbf","N") -> 4.4482216152605
        =CONVERT(1,"pond","N") -> 0.00980665
        =CONVERT(1,"cal","J") -> 4.1868
        =CONVERT(1,"c","J") -> 4.184
        =CONVERT(1,"Wh","J") -> 3600
        =CONVERT(1,"kWh","kJ") -> 3600
        =CONVERT(1,"BTU","J") -> 1055.05585262
        =CONVERT(1,"HPh","J") -> 2684519.5376961729
        =CONVERT(1,"flb","J") -> 1.3558179483314
        =CONVERT(1,"J","e") -> 10000000
        =CONVERT(1,"HP","W") -> 745.69987158227
        =CONVERT(1,"PS","W") -> 735.49875
        =CONVERT(1,"T","ga") -> 10000
        =CONVERT(1,"byte","bit") -> 8
        =CONVERT(1,"kibyte","byte") -> 1024
        =CONVERT(1,"Mibit","kbit") -> 1048.576
        =CONVERT(1,"kim","m") -> #N/A
        =CONVERT(1,"Yibyte","Zibyte") -> 1024
        =CONVERT(1,"mph","km/h") -> 1.609344
        =CONVERT(1,"kn","m/hr") -> 1852
        =CONVERT(1,"admkn","m/s") -> 0.514773333333333
        =CONVERT(1,"stone","lbm") -> 14
        =CONVERT(1,"ton","lbm") -> 2000
        =CONVERT(1,"uk_ton","uk_cwt") -> 20
        =CONVERT(1,"cwt","lbm") -> 100
        =CONVERT(1,"lbm","grain") -> 7000
        =CONVERT(1,"ozm","g") -> 28.349523125
        =CONVERT(1,"sg","g") -> 14593.9029372064
        =CONVERT(1,"dam","m") -> 10
        =CONVERT(1,"em","m") -> 10
        =CONVERT(1,"LBM","kg") -> #N/A
        =CONVERT(1,"","m") -> #N/A
        =CONVERT("x","m","km") -> #VALUE!
        =CONVERT({1,2},"km","m") -> {1000,2000}
        """);
  }

  @Test
  void knowsErrorAndBesselFunctions() {
    Check.formulas(
        """
        =ROUND(ERF(0.745),6) -> 0.707929
        =ERF(1) -> 0.842700792949715
        =ERF(0) -> 0
        =ERF(0,1) -> 0.842700792949715
        =ERF(1,2) -> 0.152621472069238
        =ERF(5,6) -> 1.53745977783E-12
        =ERF.PRECISE(0.745) -> 0.707928920
        =ERFC(1) -> 0.157299207050285
        =ERFC.PRECISE(1) -> 0.157299207050285
        =ERFC({0,1}) -> {1,0.157299207050285}
        =ERF("x") -> #VALUE!
        =ROUND(BESSELI(1.5,1),8) -> 0.98166643
        =ROUND(BESSELJ(1.9,2),6) -> 0.329926
        =ROUND(BESSELK(1.5,1),8) -> 0.27738780
        =ROUND(BESSELY(2.5,1),8) -> 0.14591814
        =BESSELJ(-1.9,1)+BESSELJ(1.9,1) -> 0
        =BESSELJ(0,0) -> 1
        =BESSELJ(0,3) -> 0
        =BESSELJ(1.9,2.9)=BESSELJ(1.9,2) -> TRUE
        =BESSELJ(1,-1) -> #NUM!
        =BESSELJ(1E9,1) -> #NUM!
        =BESSELY(0,1) -> #NUM!
        =BESSELY(-1,1) -> #NUM!
        =BESSELK(0,1) -> #NUM!
        =BESSELI(800,1) -> #NUM!
        =BESSELI("x",1) -> #VALUE!
        """);
  }
}
