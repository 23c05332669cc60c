package org.inkstone.service.sheet.eval.semantics;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** Digits, groups, powers, fractions and literals of number formats in TEXT. */
class FormatNumberTest {
  @Test
  void zerosHashesAndQuestionMarksPadInTheirWays() {
    Check.formulas(
        """
        =TEXT(5,"000") -> "005"
        =TEXT(5,"###") -> "5"
        =TEXT(0,"#") -> ""
        =TEXT(5,"???") -> "  5"
        =TEXT(0.5,"#.0") -> ".5"
        =TEXT(0.5,"0.###") -> "0.5"
        =TEXT(5,"0.###") -> "5."
        =TEXT(1.25,"?.???") -> "1.25 "
        =TEXT(123.456,"0") -> "123"
        =TEXT(1234,"00-00") -> "12-34"
        =TEXT(5551234567,"(000) 000-0000") -> "(555) 123-4567"
        """);
  }

  @Test
  void commasGroupOrScale() {
    Check.formulas(
        """
        =TEXT(1234567,"#,##0") -> "1,234,567"
        =TEXT(12,"0,000") -> "0,012"
        =TEXT(0,"#,###") -> ""
        =TEXT(1234567,"#,##0,") -> "1,235"
        =TEXT(1234567890,"#,##0.0,,") -> "1,234.6"
        =TEXT(1234567,"0.00,,""M""\") -> "1.23M"
        =TEXT(499,"0,") -> "0"
        =TEXT(-1234567,"#,##0") -> "-1,234,567"
        =TEXT(1234.5,"$#,##0.00") -> "$1,234.50"
        """);
  }

  @Test
  void percentMultipliesByAHundred() {
    Check.formulas(
        """
        =TEXT(0.12345,"0.00%") -> "12.35%"
        =TEXT(0.5,"0%") -> "50%"
        =TEXT(-0.05,"0%") -> "-5%"
        =TEXT(0.5,"%0") -> "%50"
        =TEXT(0.123,"??%") -> "12%"
        """);
  }

  @Test
  void powersOfTen() {
    Check.formulas(
        """
        =TEXT(1234,"0E+0") -> "1E+3"
        =TEXT(1234,"0.0E-0") -> "1.2E3"
        =TEXT(0.00012,"0.0E-0") -> "1.2E-4"
        =TEXT(-1234,"0.0E+0") -> "-1.2E+3"
        =TEXT(0,"0.00E+00") -> "0.00E+00"
        =TEXT(99999,"0.0E+0") -> "1.0E+5"
        =TEXT(123456,"##0.0E+0") -> "123.5E+3"
        =TEXT(1234,"0.0e+0") -> "1.2e+3"
        """);
  }

  @Test
  void fractionsAreTheNearest() {
    Check.formulas(
        """
        =TEXT(4.34,"# ?/?") -> "4 1/3"
        =TEXT(2.3125,"# ??/16") -> "2  5/16"
        =TEXT(0.3,"# ?/10") -> " 3/10"
        =TEXT(1.5,"?/?") -> "3/2"
        =TEXT(2.5,"# #/#") -> "2 1/2"
        =TEXT(3.14159265358979,"# ???/???") -> "3  16/113"
        =TEXT(-4.34,"# ?/?") -> "-4 1/3"
        =TEXT(5,"# ?/?") -> "5    "
        =TEXT(0.99,"# ?/?") -> "1    "
        =TEXT(0.75,"0 ?/4") -> "0 3/4"
        """);
  }

  @Test
  void literalsStandAsTheyAre() {
    Check.formulas(
        """
        =TEXT(5,"\\x0") -> "x5"
        =TEXT(5,"!x0") -> "x5"
        =TEXT(5,""\"a""0""b""\") -> "a5b"
        =TEXT(5,"0_x") -> "5 "
        =TEXT(5,"* 0") -> "5"
        =TEXT(5,"0 - (0)") -> "0 - (5)"
        =TEXT(12,""\"No. ""0") -> "No. 12"
        =TEXT(5,"0""\") -> #VALUE!
        =TEXT(5,"0\\") -> #VALUE!
        """);
  }

  @Test
  void generalShowsElevenCharacters() {
    Check.formulas(
        """
        =TEXT(1234567.891,"General") -> "1234567.891"
        =TEXT(12345678901,"General") -> "12345678901"
        =TEXT(123456789012,"General") -> "1.23457E+11"
        =TEXT(1/3,"General") -> "0.333333333"
        =TEXT(0.0001234567,"General") -> "0.000123457"
        =TEXT(-1.5,"General") -> "-1.5"
        =TEXT(5,"General""kg""\") -> "5kg"
        =TEXT(1E-10,"General") -> "1E-10"
        """);
  }

  @Test
  void atShowsTheValueAsText() {
    Check.formulas(
        """
        =TEXT(5,"@") -> "5"
        =TEXT(0.1+0.2,"@") -> "0.3"
        =TEXT("abc","@@") -> "abcabc"
        =TEXT(TRUE,"@") -> "TRUE"
        =TEXT("5",""\"<""@") -> "<5"
        """);
  }

  @Test
  void fifteenDigitsAreShown() {
    Check.formulas(
        """
        =TEXT(0.1+0.2,"0.00000000000000000") -> "0.30000000000000000"
        =TEXT(2/3,"0.0000000000000000000") -> "0.6666666666666670000"
        =TEXT(123456789012345678,"0") -> "123456789012345000"
        =TEXT(1E+20,"0") -> "100000000000000000000"
        """);
  }
}
