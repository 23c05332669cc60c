package org.inkstone.service.sheet.function;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.inkstone.service.sheet.eval.Check;
import org.inkstone.service.sheet.eval.EvaluationException;
import org.junit.jupiter.api.Test;

class RegexFunctionsTest {
  @Test
  void testsExtractsAndReplaces() {
    Check.on(
            "\"alfalfa\"|\"DylanWilliams\"|\"Sonia Rees (378) 555-4195, Angel Brown (878) 555-8622\"")
        .all(
            """
            =REGEXTEST(A1,"a") -> TRUE
            =REGEXTEST(A1,"[a-z]") -> TRUE
            =REGEXTEST(A1,"[A-Z]") -> FALSE
            =REGEXTEST(A1,"[aeiou]") -> TRUE
            =REGEXTEST(A1,"[0-9]") -> FALSE
            =REGEXTEST(A1,"^a") -> TRUE
            =REGEXTEST(A1,"ALFA",1) -> TRUE
            =REGEXTEST(A1,"ALFA",2) -> #VALUE!
            =REGEXTEST(A1,"(") -> #VALUE!
            =REGEXTEST(A1:B1,"^[A-Z]") -> {FALSE,TRUE}
            =REGEXTEST("(378) 555-4195","^\\([0-9]{3}\\) [0-9]{3}-[0-9]{4}$") -> TRUE
            =REGEXTEST(123,"^\\d+$") -> TRUE
            =REGEXTEST(1/0,"x") -> #DIV/0!
            =REGEXEXTRACT(B1,"[A-Z][a-z]+") -> "Dylan"
            =REGEXEXTRACT(B1,"[A-Z][a-z]+",1) -> {"Dylan";"Williams"}
            =REGEXEXTRACT(B1,"([A-Z][a-z]+)([A-Z][a-z]+)",2) -> {"Dylan","Williams"}
            =REGEXEXTRACT(B1,"w",0,1) -> "W"
            =REGEXEXTRACT(B1,"(x)?D",2) -> ""
            =REGEXEXTRACT(B1,"[0-9]") -> #N/A
            =REGEXEXTRACT(B1,"[0-9]",1) -> #N/A
            =REGEXEXTRACT(B1,"a",3) -> #VALUE!
            =REGEXEXTRACT(C1,"[0-9()]+ [0-9-]+",1) -> {"(378) 555-4195";"(878) 555-8622"}
            =REGEXEXTRACT(A1:B1,"^.") -> {"a","D"}
            =REGEXREPLACE(B1,"([A-Z][a-z]+)([A-Z][a-z]+)","$2 $1") -> "Williams Dylan"
            =REGEXREPLACE("Sonia Rees (378) 555-4195","[0-9]+-","***-") -> "Sonia Rees (378) ***-4195"
            =REGEXREPLACE(A1,"a","o") -> "olfolfo"
            =REGEXREPLACE(A1,"a","o",2) -> "alfolfa"
            =REGEXREPLACE(A1,"a","o",-1) -> "alfalfo"
            =REGEXREPLACE(A1,"a","o",4) -> "alfalfa"
            =REGEXREPLACE(A1,"A","o",0,1) -> "olfolfo"
            =REGEXREPLACE(A1,"(?=f)","-") -> "al-fal-fa"
            =REGEXREPLACE(A1,"","-") -> "-a-l-f-a-l-f-a-"
            =REGEXREPLACE(A1,"a","$1") -> #VALUE!
            =REGEXREPLACE(REPT("a",30000),"a","bb") -> #VALUE!
            =REGEXREPLACE("中文 test","\\p{Han}+","漢") -> "漢 test"
            """);
  }

  @Test
  void endsExpressionsThatTakeTooLong() {
    String formula = "=REGEXTEST(REPT(\"a\",20000),\"(a|a)*b\")";
    assertThrows(EvaluationException.class, () -> Check.on("").value(formula));
  }
}
