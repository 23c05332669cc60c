package org.inkstone.service.sheet.eval.semantics;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** Dates, times and languages of number formats in TEXT. */
class FormatDateTest {
  @Test
  void daysMonthsAndYears() {
    Check.formulas(
        """
        =TEXT(45296,"d/m/yy") -> "5/1/24"
        =TEXT(45296,"dd/mm/yyyy") -> "05/01/2024"
        =TEXT(45296,"ddd") -> "Fri"
        =TEXT(45296,"dddd") -> "Friday"
        =TEXT(45296,"mmm") -> "Jan"
        =TEXT(45296,"mmmm") -> "January"
        =TEXT(45296,"mmmmm") -> "J"
        =TEXT(45296,"y") -> "24"
        =TEXT(45296,"yyy") -> "2024"
        =TEXT(45296,"e") -> "2024"
        =TEXT(45296,"D MMM YYYY") -> "5 Jan 2024"
        """);
  }

  @Test
  void anMIsAMinuteBesideHoursOrSeconds() {
    Check.formulas(
        """
        =TEXT(45296.5069444444,"h:m") -> "12:10"
        =TEXT(45296.5069444444,"m/d h:mm") -> "1/5 12:10"
        =TEXT(45296.5069444444,"mm:ss") -> "10:00"
        =TEXT(45296.5069444444,"hh""h""mm") -> "12h10"
        =TEXT(45296.5069444444,"yyyymmddhhmmss") -> "20240105121000"
        =TEXT(45296.5069444444,"[m]") -> "65226970"
        """);
  }

  @Test
  void halvesOfTheDay() {
    Check.formulas(
        """
        =TEXT(0,"h AM/PM") -> "12 AM"
        =TEXT(0.5,"h AM/PM") -> "12 PM"
        =TEXT(0.75,"hh:mm am/pm") -> "06:00 PM"
        =TEXT(0.75,"h A/P") -> "6 P"
        =TEXT(0.25,"h:mm:ss AM/PM") -> "6:00:00 AM"
        """);
  }

  @Test
  void elapsedTimeGoesOnBeyondADay() {
    Check.formulas(
        """
        =TEXT(1.5,"[h]:mm") -> "36:00"
        =TEXT(1.5,"[hh]:mm:ss") -> "36:00:00"
        =TEXT(1.5,"[m]") -> "2160"
        =TEXT(1.5,"[ss]") -> "129600"
        =TEXT(0.05,"[hh]:mm") -> "01:12"
        =TEXT(100,"[h]") -> "2400"
        =TEXT(1.5,"h:mm") -> "12:00"
        """);
  }

  @Test
  void partsOfSeconds() {
    Check.formulas(
        """
        =TEXT(1.25/86400,"s.00") -> "1.25"
        =TEXT(1.256/86400,"ss.0") -> "01.3"
        =TEXT(59.9999/86400,"m:ss") -> "1:00"
        =TEXT(0.5+1.5/86400,"h:mm:ss.000") -> "12:00:01.500"
        =TEXT(3725.678/86400,"[h]:mm:ss.00") -> "1:02:05.68"
        """);
  }

  @Test
  void textsThatNameDatesAreWrittenAnew() {
    Check.formulas(
        """
        =TEXT("2024-01-15","m/d/yyyy") -> "1/15/2024"
        =TEXT("6:30 PM","hh:mm") -> "18:30"
        =TEXT("2024年1月15日","yyyy-mm-dd") -> "2024-01-15"
        """);
  }

  @Test
  void languagesNameMonthsAndDays() {
    Check.formulas(
        """
        =TEXT(45296,"[$-409]dddd, mmmm d, yyyy") -> "Friday, January 5, 2024"
        =TEXT(45296,"[$-804]dddd") -> "星期五"
        =TEXT(45296,"[$-804]ddd") -> "周五"
        =TEXT(45296,"[$-804]mmmm") -> "一月"
        =TEXT(45296,"[$-zh-CN]dddd") -> "星期五"
        =TEXT(45296,"[$-407]d. mmmm yyyy") -> "5. Januar 2024"
        =TEXT(45296,"[$-407]dddd") -> "Freitag"
        =TEXT(45296,"[$-40C]dddd d mmmm") -> "vendredi 5 janvier"
        =TEXT(45296,"[$-de-DE]mmmm") -> "Januar"
        =TEXT(45296,"[$-411]dddd") -> "金曜日"
        =TEXT(45296,"[$-412]dddd") -> "금요일"
        =TEXT(45296,"[$-404]dddd") -> "星期五"
        =TEXT(45296,"[$-en-US]mmm") -> "Jan"
        """);
  }

  @Test
  void systemFormatsAreThoseOfTheirCode() {
    Check.formulas(
        """
        =TEXT(45296,"[$-F800]dddd, mmmm dd, yyyy") -> "Friday, January 05, 2024"
        =TEXT(0.75,"[$-F400]h:mm:ss AM/PM") -> "6:00:00 PM"
        =TEXT(45296,"[$-x-sysdate]dddd, mmmm dd, yyyy") -> "Friday, January 05, 2024"
        """);
  }

  @Test
  void currencySignsStandInBrackets() {
    Check.formulas(
        """
        =TEXT(1234.5,"[$¥-804]#,##0.00") -> "¥1,234.50"
        =TEXT(-5,"[$€-407]0.00") -> "-€5.00"
        =TEXT(5,"0.00 [$kr-414]") -> "5.00 kr"
        =TEXT(5,"[$$-409]0") -> "$5"
        =TEXT(5,"[$CHF]0") -> "CHF5"
        """);
  }
}
