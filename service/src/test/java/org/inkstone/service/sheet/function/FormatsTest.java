package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

class FormatsTest {
  @Test
  void writesNumbers() {
    Check.formulas(
        """
        =TEXT(1234.567,"$#,##0.00") -> "$1,234.57"
        =TEXT(0.285,"0.0%") -> "28.5%"
        =TEXT(4.34,"# ?/?") -> "4 1/3"
        =TEXT(0.34,"# ?/?") -> " 1/3"
        =TEXT(5.25,"# ??/??") -> "5  1/4 "
        =TEXT(2.625,"0 ?/8") -> "2 5/8"
        =TEXT(12200000,"0.00E+00") -> "1.22E+07"
        =TEXT(0.000123,"0.0E+0") -> "1.2E-4"
        =TEXT(12345,"##0.0E+0") -> "12.3E+3"
        =TEXT(1234567898,"[<=9999999]###-####;(###) ###-####") -> "(123) 456-7898"
        =TEXT(5551234,"[<=9999999]###-####;(###) ###-####") -> "555-1234"
        =TEXT(1234,"0000000") -> "0001234"
        =TEXT(123456,"##0° 00' 00''") -> "12° 34' 56''"
        =TEXT(-5,"0") -> "-5"
        =TEXT(-5,"0;(0)") -> "(5)"
        =TEXT(0,"0;-0;\"\"zero\"\"") -> "zero"
        =TEXT("abc","0;-0;0;@\"\"!\"\"") -> "abc!"
        =TEXT("abc","0.00") -> "abc"
        =TEXT("5","0.00") -> "5.00"
        =TEXT(TRUE,"0") -> "TRUE"
        =TEXT(1234567,"#,##0,\"\"k\"\"") -> "1,235k"
        =TEXT(1234567,"0.0,,") -> "1.2"
        =TEXT(0.5,"#.##") -> ".5"
        =TEXT(5,"#.##") -> "5."
        =TEXT(1.5,"0.???") -> "1.5  "
        =TEXT(1.005,"0.00") -> "1.01"
        =TEXT(-0.001,"0.00") -> "-0.00"
        =TEXT(12,"[Red]0") -> "12"
        =TEXT(12,"0_)") -> "12 "
        =TEXT(12,"*-0") -> "12"
        =TEXT(12,"\\x0") -> "x12"
        =TEXT(1/3,"General") -> "0.333333333"
        =TEXT(123456789012,"General") -> "1.23457E+11"
        =TEXT(5,"General \"\"kg\"\"") -> "5 kg"
        =TEXT(5,"[$€-407] 0.00") -> "€ 5.00"
        =TEXT(5,"") -> ""
        =TEXT(5,"\"\"open") -> #VALUE!
        =TEXT(#N/A,"0") -> #N/A
        =TEXT({1;2},"00") -> {"01";"02"}
        """);
  }

  @Test
  void writesDatesAndTimes() {
    Check.formulas(
        """
        =TEXT(45306,"yyyy-mm-dd") -> "2024-01-15"
        =TEXT(45306,"YYYY/M/D") -> "2024/1/15"
        =TEXT(45306,"dddd, mmmm d, yyyy") -> "Monday, January 15, 2024"
        =TEXT(45306,"ddd dd-mmm-yy") -> "Mon 15-Jan-24"
        =TEXT(45306,"mmmmm") -> "J"
        =TEXT(45306.75,"h:mm AM/PM") -> "6:00 PM"
        =TEXT(45306.75,"hh:mm:ss") -> "18:00:00"
        =TEXT(0.5,"h:mm a/p") -> "12:00 p"
        =TEXT(1.5,"[h]:mm") -> "36:00"
        =TEXT(1.5,"[mm]:ss") -> "2160:00"
        =TEXT(0.123456,"h:mm:ss.00") -> "2:57:46.60"
        =TEXT(0.99999999,"h:mm:ss") -> "0:00:00"
        =TEXT(45306,"m") -> "1"
        =TEXT(45306.0104166667,"h\\h m\\m") -> "0h 15m"
        =TEXT(-1,"yyyy") -> #VALUE!
        """);
  }

  @Test
  void writesChinese() {
    Check.formulas(
        """
        =TEXT(45306,"yyyy年m月d日") -> "2024年1月15日"
        =TEXT(45306,"aaaa") -> "星期一"
        =TEXT(45306,"aaa") -> "一"
        =TEXT(45306,"[$-804]dddd") -> "星期一"
        =TEXT(45306,"[$-804]mmmm") -> "一月"
        =TEXT(45306,"[DBNum1]yyyy年m月d日") -> "二〇二四年一月十五日"
        =TEXT(10203,"[DBNum1]General") -> "一万〇二百〇三"
        =TEXT(123,"[DBNum1]") -> "一百二十三"
        =TEXT(123,"[DBNum2]General\"\"元整\"\"") -> "壹佰贰拾叁元整"
        =TEXT(123,"[DBNum1]0") -> "一二三"
        =TEXT(45306.75,"上午/下午h:mm") -> "下午6:00"
        """);
  }

  @Test
  void turnsTextsIntoNumbersAndBack() {
    Check.formulas(
        """
        =VALUE("$1,000") -> 1000
        =VALUE("16:48:00")-VALUE("12:00:00") -> 0.2
        =VALUE("x") -> #VALUE!
        =NUMBERVALUE("2.500,27",",",".") -> 2500.27
        =NUMBERVALUE("3.5%") -> 0.035
        =FIXED(1234.567,1) -> "1,234.6"
        =FIXED(1234.567,-1) -> "1,230"
        =FIXED(-1234.567,-1,TRUE) -> "-1230"
        =FIXED(44.332) -> "44.33"
        =DOLLAR(1234.567,2) -> "$1,234.57"
        =DOLLAR(-1234.567,-2) -> "($1,200)"
        =CHAR(65) -> "A"
        =CHAR(0) -> #VALUE!
        =CODE("A") -> 65
        =UNICHAR(20013) -> "中"
        =UNICODE("中") -> 20013
        =BASE(255,16,4) -> "00FF"
        =DECIMAL("FF",16) -> 255
        =DECIMAL("zap",36) -> 45745
        =ROMAN(499) -> "CDXCIX"
        =ARABIC("LVII") -> 57
        =ARABIC("mcmxii") -> 1912
        """);
  }

  @Test
  void cutsAtDelimiters() {
    Check.formulas(
        """
        =TEXTBEFORE("Red riding hood's, red hood","hood") -> "Red riding "
        =TEXTBEFORE("Red riding hood's, red hood","red",,1) -> ""
        =TEXTBEFORE("a-b-c","-",-1) -> "a-b"
        =TEXTBEFORE("abc","x") -> #N/A
        =TEXTBEFORE("abc","x",,,,"none") -> "none"
        =TEXTBEFORE("abc","x",1,,1) -> "abc"
        =TEXTAFTER("Red riding hood's, red hood","hood") -> "'s, red hood"
        =TEXTAFTER("a-b-c","-",2) -> "c"
        =TEXTAFTER("a-b_c",{"-","_"},2) -> "c"
        =TEXTAFTER("a-b","-",0) -> #VALUE!
        =TEXTSPLIT("a,b,c",",") -> {"a","b","c"}
        =TEXTSPLIT("a,b;c",",",";") -> {"a","b";"c",#N/A}
        =TEXTSPLIT("a,,b",",",,TRUE) -> {"a","b"}
        =TEXTSPLIT("a;b",,";") -> {"a";"b"}
        =TEXTSPLIT("1x2X3","x",,,1) -> {"1","2","3"}
        """);
  }
}
