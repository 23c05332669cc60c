package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

class DatesTest {
  @Test
  void makesAndTakesApartDates() {
    Check.formulas(
        """
        =DATE(2008,1,1) -> 39448
        =DATE(2008,14,2) -> 39846
        =DATE(2008,-3,2) -> 39327
        =DATE(2008,1,35) -> 39482
        =DATE(2008,1,-15) -> 39432
        =DATE(108,1,2) -> 39449
        =DATE(10000,1,1) -> #NUM!
        =TIME(12,0,0) -> 0.5
        =TIME(16,48,10) -> 0.70011574074
        =TIME(27,0,0) -> 0.125
        =TIME(0,0,-1) -> #NUM!
        =TODAY() -> 46092
        =NOW() -> 46092.64635416667
        =YEAR(39634) -> 2008
        =MONTH("15-Apr-2011") -> 4
        =DAY(DATE(2011,4,15)) -> 15
        =HOUR(0.75) -> 18
        =HOUR("7:45") -> 7
        =MINUTE("12:45:00 PM") -> 45
        =SECOND("4:48:18 PM") -> 18
        =HOUR(-1) -> #NUM!
        =WEEKDAY(39492) -> 5
        =WEEKDAY(39492,2) -> 4
        =WEEKDAY(39492,3) -> 3
        =WEEKDAY(39492,16) -> 6
        =WEEKDAY(39492,9) -> #NUM!
        =WEEKNUM(DATE(2012,3,9)) -> 10
        =WEEKNUM(DATE(2012,3,9),2) -> 11
        =WEEKNUM(DATE(2012,3,9),21) -> 10
        =ISOWEEKNUM(DATE(2012,3,9)) -> 10
        =ISOWEEKNUM(DATE(2021,1,3)) -> 53
        =EDATE(DATE(2011,1,15),1) -> 40589
        =EDATE(DATE(2011,1,31),1) -> 40602
        =EOMONTH(DATE(2011,1,1),1) -> 40602
        =EOMONTH(DATE(2011,1,1),-3) -> 40482
        =DAYS("2021-03-15","2021-02-01") -> 42
        =DATEVALUE("2011/02/23") -> 40597
        =DATEVALUE("22-MAY-2011") -> 40685
        =DATEVALUE("x") -> #VALUE!
        =DATEVALUE("8/22/2011") -> 40777
        =DATEVALUE("August 22, 2011") -> 40777
        =DATEVALUE("2011年8月22日") -> 40777
        =DATEVALUE("2011年8月") -> 40756
        =DATEVALUE("2011-08-22 6:35") -> 40777
        =DATEVALUE("5-JUL") -> 46208
        =DATEVALUE("7/5") -> 46208
        =DATEVALUE("Jul 5") -> 46208
        =DATEVALUE("7月5日") -> 46208
        =DATEVALUE("40777") -> #VALUE!
        =DATEVALUE("-5") -> #VALUE!
        =DATEVALUE("1,234") -> #VALUE!
        =DATEVALUE("2/30/2011") -> #VALUE!
        =TIMEVALUE("下午2:24") -> 0.6
        =TIMEVALUE("上午6时") -> 0.25
        =TIMEVALUE("18时30分") -> 0.770833333333333
        =TIMEVALUE("2011年8月22日 下午6:00") -> 0.75
        =TIMEVALUE("27:00") -> 0.125
        =TIMEVALUE("0.5") -> #VALUE!
        =TIMEVALUE("13:00 PM") -> #VALUE!
        =TIMEVALUE("2:24 AM") -> 0.1
        =TIMEVALUE("22-Aug-2011 6:35 AM") -> 0.274305555555556
        =DATEDIF(DATE(2001,1,1),DATE(2003,1,1),"Y") -> 2
        =DATEDIF(DATE(2001,6,1),DATE(2002,8,15),"D") -> 440
        =DATEDIF(DATE(2001,6,1),DATE(2002,8,15),"YD") -> 75
        =DATEDIF(DATE(2001,6,1),DATE(2002,8,15),"M") -> 14
        =DATEDIF(DATE(2001,6,1),DATE(2002,8,15),"YM") -> 2
        =DATEDIF(DATE(2001,6,20),DATE(2002,8,15),"MD") -> 26
        =DATEDIF(2,1,"D") -> #NUM!
        =DATEDIF(DATE(2011,1,31),DATE(2011,3,1),"md") -> -2
        =DATEDIF(DATE(2012,2,29),DATE(2013,2,28),"Y") -> 0
        =DATEDIF(DATE(2011,1,1),DATE(2012,1,1),"X") -> #NUM!
        =DATEDIF(DATE(2011,1,1),DATE(2012,6,1),{"Y","M","YM"}) -> {1,17,5}
        =DAYS360(DATE(2011,2,28),DATE(2011,3,31)) -> 30
        =DAYS360(DATE(2011,1,15),DATE(2011,3,31)) -> 76
        =DAYS360(DATE(2011,1,15),DATE(2011,3,31),TRUE) -> 75
        =WEEKNUM(DATE(2012,1,1),{1,2,11,12,13,14,15,16,17,21}) -> {1,1,1,1,1,1,1,1,1,52}
        =WEEKNUM(DATE(2012,1,8),{1,2,11,12,13,14,15,16,17,21}) -> {2,2,2,2,2,2,2,2,2,1}
        =WEEKNUM(1,18) -> #NUM!
        =WEEKDAY(DATE(2012,3,9),{1,2,3,11,12,13,14,15,16,17}) -> {6,5,4,5,4,3,2,1,7,6}
        =NETWORKDAYS.INTL(DATE(2012,3,5),DATE(2012,3,11),{1,2,3,7,11,12,17}) -> {5,5,5,5,6,6,6}
        =NETWORKDAYS.INTL(DATE(2012,3,5),DATE(2012,3,11),"1111111") -> 0
        =NETWORKDAYS.INTL(DATE(2012,3,5),DATE(2012,3,11),"11") -> #VALUE!
        =EOMONTH(DATE(2012,1,31),{0,1,-1}) -> {40939,40968,40908}
        =EDATE(DATE(2012,1,31),-1.9) -> 40908
        =EDATE("x",1) -> #VALUE!
        =YEARFRAC(DATE(2011,2,28),DATE(2011,3,31)) -> 0.0861111111111111
        =YEARFRAC(DATE(2011,1,30),DATE(2011,3,31)) -> 0.166666666666667
        =YEARFRAC(DATE(2012,2,29),DATE(2013,2,28)) -> 1
        =DAYS360(DATE(2011,1,30),DATE(2011,2,1)) -> 1
        =DAYS360(DATE(2011,1,1),DATE(2011,12,31)) -> 360
        =YEARFRAC(DATE(2012,1,1),DATE(2012,7,30)) -> 0.580555555555556
        =YEARFRAC(DATE(2012,1,1),DATE(2012,7,30),1) -> 0.576502732240437
        =YEARFRAC(DATE(2012,1,1),DATE(2012,7,30),2) -> 0.586111111111111
        =YEARFRAC(DATE(2012,1,1),DATE(2012,7,30),3) -> 0.578082191780822
        =YEARFRAC(DATE(2012,1,1),DATE(2012,7,30),4) -> 0.580555555555556
        =YEARFRAC(DATE(2012,1,1),DATE(2012,7,30),5) -> #NUM!
        """);
  }

  /** What came with the Analysis ToolPak takes arrays but no ranges as single values. */
  @Test
  void takesNoRangesWhereTheToolPakDidNot() {
    Check.on("40558|1\n40589|2")
        .all(
            """
            =EDATE(A1:A2,1) -> #VALUE!
            =EDATE(A1:A2+0,1) -> {40589;40617}
            =EDATE(A1,B2) -> 40617
            =EDATE(A1,TRUE) -> #VALUE!
            =EOMONTH({40558;40589},0) -> {40574;40602}
            =WEEKNUM(A1:A2) -> #VALUE!
            =YEARFRAC(A1:A2,A1) -> #VALUE!
            =NETWORKDAYS(A1,A2,A1:A2) -> 21
            =ISODD(B1:B2) -> #VALUE!
            =ISODD(B1:B2*1) -> {TRUE;FALSE}
            =COUPNUM(A1:A2,45000,2) -> #VALUE!
            =XNPV(0.1,B1:B2,A1:A2) -> 2.98387567556014
            """);
  }

  @Test
  void countsWorkdays() {
    Check.on("41235\n41247\n41295")
        .all(
            """
            =NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1)) -> 110
            =NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1),A1) -> 109
            =NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1),A1:A3) -> 107
            =NETWORKDAYS(DATE(2013,3,1),DATE(2012,10,1)) -> -110
            =NETWORKDAYS.INTL(DATE(2006,1,1),DATE(2006,1,31)) -> 22
            =NETWORKDAYS.INTL(DATE(2006,2,28),DATE(2006,1,31)) -> -21
            =NETWORKDAYS.INTL(DATE(2006,1,1),DATE(2006,2,1),7,{"2006/1/2","2006/1/16"}) -> 22
            =NETWORKDAYS.INTL(DATE(2006,1,1),DATE(2006,2,1),"0010001",{"2006/1/2","2006/1/16"}) -> 20
            =WORKDAY(DATE(2008,10,1),151) -> 39933
            =WORKDAY(DATE(2008,10,1),151,{39778,39786,39834}) -> 39938
            =WORKDAY(DATE(2008,10,1),-1) -> 39721
            =WORKDAY.INTL(DATE(2012,1,1),30,0) -> #NUM!
            =WORKDAY.INTL(DATE(2012,1,1),90,11) -> 41013
            =WORKDAY.INTL(DATE(2012,1,1),1,"1111111") -> #VALUE!
            """);
  }

  @Test
  void keepsTheLeapDayThatNeverWas() {
    Check.formulas(
        """
        =DATE(1900,2,29) -> 60
        =DATE(1900,3,1) -> 61
        =DAY(60) -> 29
        =MONTH(60) -> 2
        =DAY(61) -> 1
        =DAY(0) -> 0
        =WEEKDAY(1) -> 1
        =TEXT(60,"yyyy-mm-dd") -> "1900-02-29"
        =TEXT(0,"yyyy-mm-dd") -> "1900-01-00"
        """);
    Check.on("1")
        .from1904()
        .all(
            """
            =DATE(1904,1,1) -> 0
            =DATE(2008,1,1) -> 37986
            =YEAR(0) -> 1904
            =WEEKDAY(0) -> 6
            =TEXT(37986,"yyyy-mm-dd") -> "2008-01-01"
            """);
  }
}
