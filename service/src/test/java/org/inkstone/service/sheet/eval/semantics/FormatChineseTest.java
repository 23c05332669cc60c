package org.inkstone.service.sheet.eval.semantics;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** Chinese dates, times and numerals of number formats in TEXT. */
class FormatChineseTest {
  @Test
  void datesWithChineseUnits() {
    Check.formulas(
        """
        =TEXT(45296,"yyyy""年""m""月""d""日""\") -> "2024年1月5日"
        =TEXT(45296,"yyyy年mm月dd日") -> "2024年01月05日"
        =TEXT(45296,"m月d日") -> "1月5日"
        =TEXT(45296,"yyyy年m月d日 aaaa") -> "2024年1月5日 星期五"
        """);
  }

  @Test
  void daysOfTheWeek() {
    Check.formulas(
        """
        =TEXT(45296,"aaaa") -> "星期五"
        =TEXT(45296,"aaa") -> "五"
        =TEXT(45298,"aaaa") -> "星期日"
        =TEXT(45298,"aaa") -> "日"
        """);
  }

  @Test
  void timesWithChineseUnits() {
    Check.formulas(
        """
        =TEXT(0.75,"h时mm分") -> "18时00分"
        =TEXT(0.75,"上午/下午h时mm分") -> "下午6时00分"
        =TEXT(0.25,"上午/下午h:mm") -> "上午6:00"
        =TEXT(0.75,"[$-804]AM/PM h:mm") -> "下午 6:00"
        =TEXT(0.25,"[$-804]h:mm AM/PM") -> "6:00 上午"
        =TEXT(0.75,"h""小时""m""分钟""\") -> "18小时0分钟"
        """);
  }

  @Test
  void everydayNumerals() {
    Check.formulas(
        """
        =TEXT(0,"[DBNum1]") -> "〇"
        =TEXT(10,"[DBNum1]") -> "一十"
        =TEXT(15,"[DBNum1]General") -> "一十五"
        =TEXT(123,"[DBNum1]General") -> "一百二十三"
        =TEXT(105,"[DBNum1]General") -> "一百〇五"
        =TEXT(10000,"[DBNum1]General") -> "一万"
        =TEXT(12345678,"[DBNum1]General") -> "一千二百三十四万五千六百七十八"
        =TEXT(100000000,"[DBNum1]General") -> "一亿"
        =TEXT(2024,"[DBNum1]0") -> "二〇二四"
        =TEXT(1.5,"[DBNum1]General") -> "一.五"
        =TEXT(-3,"[DBNum1]General") -> "-三"
        """);
  }

  @Test
  void numeralsOfCheques() {
    Check.formulas(
        """
        =TEXT(123,"[DBNum2]") -> "壹佰贰拾叁"
        =TEXT(10,"[DBNum2]General") -> "壹拾"
        =TEXT(1050,"[DBNum2]General") -> "壹仟零伍拾"
        =TEXT(2024,"[DBNum2]0") -> "贰零贰肆"
        =TEXT(123,"[DBNum2]General""元整""\") -> "壹佰贰拾叁元整"
        =TEXT(123,"[DBNum2][$-804]General") -> "壹佰贰拾叁"
        """);
  }

  @Test
  void fullWidthDigits() {
    Check.formulas(
        """
        =TEXT(123,"[DBNum3]0") -> "１２３"
        =TEXT(1.5,"[DBNum3]0.00") -> "１.５０"
        =TEXT(123,"[DBNum3]General") -> "１百２十３"
        """);
  }

  @Test
  void datesInChineseNumerals() {
    Check.formulas(
        """
        =TEXT(45296,"[DBNum1]yyyy年m月d日") -> "二〇二四年一月五日"
        =TEXT(45275,"[DBNum1]yyyy年m月d日") -> "二〇二三年十二月十五日"
        =TEXT(45285,"[DBNum1]m月d日") -> "十二月二十五日"
        =TEXT(45275,"[DBNum2]yyyy年m月d日") -> "贰零贰叁年壹拾贰月壹拾伍日"
        =TEXT(45275,"[DBNum1][$-804]yyyy""年""m""月""d""日""\") -> "二〇二三年十二月十五日"
        """);
  }
}
