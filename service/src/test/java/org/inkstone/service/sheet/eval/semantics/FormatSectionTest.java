package org.inkstone.service.sheet.eval.semantics;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** Sections, conditions and colours of number formats in TEXT. */
class FormatSectionTest {
  @Test
  void oneSectionIsForAllNumbers() {
    Check.formulas(
        """
        =TEXT(-5,"0.0") -> "-5.0"
        =TEXT(0,"0.0") -> "0.0"
        =TEXT(-0.001,"0.00") -> "-0.00"
        =TEXT("x","0.0") -> "x"
        """);
  }

  @Test
  void theSecondIsForNegativesWithoutSign() {
    Check.formulas(
        """
        =TEXT(-5,"0;(0)") -> "(5)"
        =TEXT(0,"0;(0)") -> "0"
        =TEXT(-5,"0;-0") -> "-5"
        =TEXT(-1234.5,"#,##0.00_);(#,##0.00)") -> "(1,234.50)"
        =TEXT(1234.5,"#,##0.00_);(#,##0.00)") -> "1,234.50 "
        """);
  }

  @Test
  void theThirdIsForZeroTheFourthForTexts() {
    Check.formulas(
        """
        =TEXT(0,"0;-0;""none""\") -> "none"
        =TEXT(5,""\"up"";""down"";""level""\") -> "up"
        =TEXT(-5,""\"up"";""down"";""level""\") -> "down"
        =TEXT("x","0;-0;0;""<""@"">""\") -> "<x>"
        =TEXT("x","0;-0;0;") -> ""
        """);
  }

  @Test
  void emptySectionsShowNothing() {
    Check.formulas(
        """
        =TEXT(5,";;;") -> ""
        =TEXT(-5,"0;;") -> ""
        =TEXT(0,"0;;") -> ""
        =TEXT("x",";;;") -> ""
        =TEXT(7,"0;;;@") -> "7"
        """);
  }

  @Test
  void conditionsChooseASection() {
    Check.formulas(
        """
        =TEXT(150,"[>=100]""big"";""small""\") -> "big"
        =TEXT(100,"[>=100]""big"";""small""\") -> "big"
        =TEXT(50,"[>=100]""big"";""small""\") -> "small"
        =TEXT(1,"[=1]""one"";[=2]""two"";0") -> "one"
        =TEXT(2,"[=1]""one"";[=2]""two"";0") -> "two"
        =TEXT(3,"[=1]""one"";[=2]""two"";0") -> "3"
        =TEXT(5,"[<>5]0;""five""\") -> "five"
        =TEXT(0.5,"[<1]0%;0.0") -> "50%"
        =TEXT(0.5,"[< 1]0%;0.0") -> "50%"
        =TEXT(1234567,"[>=1000000]0.0,,""M"";[>=1000]0.0,""K"";0") -> "1.2M"
        =TEXT(12345,"[>=1000000]0.0,,""M"";[>=1000]0.0,""K"";0") -> "12.3K"
        =TEXT(12,"[>=1000000]0.0,,""M"";[>=1000]0.0,""K"";0") -> "12"
        """);
  }

  @Test
  void coloursAreLeftOut() {
    Check.formulas(
        """
        =TEXT(5,"[Red]0") -> "5"
        =TEXT(-5,"[Blue]0;[Red](0)") -> "(5)"
        =TEXT(5,"[Color10]0.0") -> "5.0"
        =TEXT(5,"[Red][>3]0;[Green]0.0") -> "5"
        =TEXT(1,"[Red][>3]0;[Green]0.0") -> "1.0"
        =TEXT(5,"[红色]0") -> "5"
        =TEXT(5,"[Rosy]0") -> #VALUE!
        """);
  }

  @Test
  void moreThanFourSectionsAreNone() {
    Check.formulas(
        """
        =TEXT(5,"0;0;0;@;0") -> #VALUE!
        """);
  }
}
