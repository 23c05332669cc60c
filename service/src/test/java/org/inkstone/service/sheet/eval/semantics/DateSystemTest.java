package org.inkstone.service.sheet.eval.semantics;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** Days before March 1900, dates from 1904, and times below zero. */
class DateSystemTest {
  @Test
  void the29thOfFebruary1900Exists() {
    Check.formulas(
        """
        =DATE(1900,2,29) -> 60
        =DATE(1900,2,28)+1 -> 60
        =DATE(1900,3,1) -> 61
        =TEXT(60,"yyyy-mm-dd") -> "1900-02-29"
        =DAY(60) -> 29
        =MONTH(60) -> 2
        =DATEVALUE("2/29/1900") -> 60
        =DATE(1900,3,1)-DATE(1900,2,28) -> 2
        =EOMONTH(31,1) -> 60
        =DATE(1900,12,31) -> 366
        """);
  }

  @Test
  void weekdaysBeforeItAreOneOff() {
    Check.formulas(
        """
        =WEEKDAY(1) -> 1
        =WEEKDAY(60) -> 4
        =WEEKDAY(61) -> 5
        =TEXT(1,"dddd") -> "Sunday"
        =TEXT(60,"dddd") -> "Wednesday"
        =WEEKDAY(45306,2) -> 1
        """);
  }

  @Test
  void dayZeroExistsAndNothingBeforeIt() {
    Check.formulas(
        """
        =TEXT(0,"yyyy-mm-dd") -> "1900-01-00"
        =YEAR(0) -> 1900
        =DAY(0) -> 0
        =YEAR(-1) -> #NUM!
        =TEXT(-1,"yyyy-mm-dd") -> #VALUE!
        =DATE(1900,1,0) -> 0
        =DATE(1900,1,-1) -> #NUM!
        =WEEKDAY(0) -> 7
        """);
  }

  @Test
  void yearsBelow1900CountFromIt() {
    Check.formulas(
        """
        =DATE(0,1,1) -> 1
        =DATE(108,1,2) -> 39449
        =YEAR(DATE(1899,1,1)) -> 3799
        =DATE(-1,1,1) -> #NUM!
        """);
  }

  @Test
  void theLastDayIsIn9999() {
    Check.formulas(
        """
        =DATE(9999,12,31) -> 2958465
        =DATE(10000,1,1) -> #NUM!
        =YEAR(2958466) -> #NUM!
        =TEXT(2958466,"yyyy") -> #VALUE!
        """);
  }

  @Test
  void monthsAndDaysOverflow() {
    Check.formulas(
        """
        =DATE(2024,14,1) -> 45689
        =DATE(2024,1,0) -> 45291
        =DATE(2024,-1,15) -> 45245
        =DATE(2023,2,29) -> 44986
        """);
  }

  @Test
  void from1904DaysAreCountedFromZero() {
    Check.on("0")
        .from1904()
        .all(
            """
            =DATE(1904,1,1) -> 0
            =DATE(2024,1,15) -> 43844
            =TEXT(A1,"yyyy-mm-dd") -> "1904-01-01"
            =WEEKDAY(A1) -> 6
            =YEAR(A1) -> 1904
            =DATE(1903,12,31) -> #NUM!
            =DATE(1900,2,29) -> #NUM!
            ="2024-01-15"+0 -> 43844
            """);
  }

  @Test
  void negativeTimesShowOnlyIn1904() {
    Check.on("0")
        .from1904()
        .all(
            """
            =TEXT(-0.5,"h:mm") -> "-12:00"
            =TEXT(-0.25,"h:mm:ss") -> "-6:00:00"
            =TEXT(-1.5,"[h]:mm") -> "-36:00"
            =TEXT(-1,"yyyy-mm-dd") -> "-1904-01-02"
            =HOUR(-0.25) -> #NUM!
            """);
  }

  @Test
  void negativeTimesAreErrorsIn1900() {
    Check.formulas(
        """
        =TEXT(-0.5,"h:mm") -> #VALUE!
        =TEXT(-1.5,"[h]:mm") -> #VALUE!
        ="1:00"-"2:00" -> -0.0416666666666667
        =HOUR(-0.25) -> #NUM!
        =TIME(0,0,-1) -> #NUM!
        =TIME(25,0,0) -> 0.0416666666666667
        =TEXT("1:00"-"2:00","h:mm;-h:mm") -> "-1:00"
        """);
  }
}
