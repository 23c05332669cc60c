package org.inkstone.service.sheet.eval.semantics;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** Patterns in texts, and where they are none. */
class WildcardTest {
  @Test
  void aQuestionMarkIsOneCharacterAStarAny() {
    Check.formulas(
        """
        =SEARCH("b?d","abcd") -> 2
        =SEARCH("b*e","abcde") -> 2
        =SEARCH("?","abc") -> 1
        =SEARCH("d*","abc") -> #VALUE!
        =MATCH("b?",{"abc","b","bc"},0) -> 3
        =MATCH("*",{1,"","x"},0) -> 2
        =MATCH("",{1,"x"},0) -> #N/A
        """);
  }

  @Test
  void aTildeTakesTheNextSignAsItIs() {
    Check.formulas(
        """
        =SEARCH("~?","a?b") -> 2
        =SEARCH("~*","ab*") -> 3
        =SEARCH("~~","a~b") -> 2
        =MATCH("a~*b",{"axb","a*b"},0) -> 2
        =MATCH("a~~b",{"a~b"},0) -> 1
        =MATCH("a~b",{"a~b"},0) -> #N/A
        =COUNTIF(A1,"x~") -> 0
        """);
  }

  @Test
  void findAndSubstituteKnowNoPatterns() {
    Check.formulas(
        """
        =FIND("?","a?") -> 2
        =FIND("*","abc") -> #VALUE!
        =SUBSTITUTE("a*b*","*","-") -> "a-b-"
        ="abc"="a*" -> FALSE
        """);
  }

  @Test
  void xlookupKnowsPatternsOnlyInItsMode() {
    Check.formulas(
        """
        =XLOOKUP("a*",{"abc","a*"},{1,2}) -> 2
        =XLOOKUP("a*",{"abc","a*"},{1,2},,2) -> 1
        =XMATCH("?b?",{"b","abc"},2) -> 2
        =VLOOKUP("a*",{"b",1;"abc",2},2,FALSE) -> 2
        =HLOOKUP("?",{"ab","c";1,2},2,FALSE) -> 2
        """);
  }

  @Test
  void numbersAreNoTexts() {
    Check.formulas(
        """
        =MATCH("1*",{12,"12"},0) -> 2
        =COUNTIF(A1:A3,"*") -> 0
        """);
  }

  @Test
  void patternsHaveNoCase() {
    Check.formulas(
        """
        =SEARCH("B?D","abcd") -> 2
        =MATCH("AB*",{"abc"},0) -> 1
        """);
  }
}
