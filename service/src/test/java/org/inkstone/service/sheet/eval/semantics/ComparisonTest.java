package org.inkstone.service.sheet.eval.semantics;

import org.inkstone.service.sheet.eval.Check;
import org.junit.jupiter.api.Test;

/** Which of two values is greater. */
class ComparisonTest {
  @Test
  void numbersComeBeforeTextsBeforeTruthValues() {
    Check.formulas(
        """
        =1E+300<"" -> TRUE
        ="">1 -> TRUE
        ="zzz"<FALSE -> TRUE
        =TRUE>1E+300 -> TRUE
        =FALSE<TRUE -> TRUE
        ="10"<"9" -> TRUE
        ="9">10 -> TRUE
        =TRUE=1 -> FALSE
        ="TRUE"=TRUE -> FALSE
        """);
  }

  @Test
  void textsCompareWithoutCase() {
    Check.formulas(
        """
        ="a"="A" -> TRUE
        ="a"<"B" -> TRUE
        ="B">"a" -> TRUE
        =EXACT("a","A") -> FALSE
        ="a"<"aa" -> TRUE
        ="ß"="ß" -> TRUE
        ="中"="中" -> TRUE
        """);
  }

  @Test
  void textsFollowTheDictionary() {
    Check.formulas(
        """
        ="é"<"f" -> TRUE
        ="é">"e" -> TRUE
        ="~"<"a" -> TRUE
        ="_"<"0" -> TRUE
        ="Z"<"中" -> TRUE
        ="北京"<"上海" -> TRUE
        ="张">"李" -> TRUE
        =SORT({"王";"李";"张";"abc";"9"}) -> {"9";"abc";"李";"王";"张"}
        =SORT({"e";"é";"f";"d"}) -> {"d";"e";"é";"f"}
        """);
  }

  @Test
  void numbersCompareAtFifteenDigits() {
    Check.formulas(
        """
        =0.1+0.2=0.3 -> TRUE
        =0.1*3=0.3 -> TRUE
        =1/3*3=1 -> TRUE
        =(43.1-43.2)+1=0.9 -> FALSE
        =1=1.000000000000001 -> TRUE
        =1=1.00000000000001 -> FALSE
        =0.1+0.2>0.3 -> FALSE
        =0.1+0.2<=0.3 -> TRUE
        """);
  }

  @Test
  void arraysCompareCellByCell() {
    Check.formulas(
        """
        ={1,2,3}={1,5,3} -> {TRUE,FALSE,TRUE}
        =SUM(--({1,"1",TRUE}=1)) -> 1
        ={1;2}>{0,1} -> {TRUE,FALSE;TRUE,TRUE}
        """);
  }

  @Test
  void operatorsChainFromTheLeft() {
    Check.formulas(
        """
        =1<2<3 -> FALSE
        =3>2>1 -> TRUE
        =1=1=1 -> FALSE
        """);
  }
}
