package org.inkstone.service.sheet.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.inkstone.service.sheet.eval.Check;
import org.inkstone.service.sheet.eval.Evaluation;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.function.Product;
import org.junit.jupiter.api.Test;

class DialectTest {
  /** Names, regions, amounts, a gap and a text among the numbers. */
  private static final Check DATA =
      Check.on(
          """
          name | region | amount | units
          Ann | North | 10.5 | 3
          Bob | South | -4 | 7
          Cid | North | 8 | 1
          Dan | East | | 2
          Eve | South | n/a | 9
          Ann | North | 12 | 5
          """);

  private static Fit fit(String formula, Product product) {
    return Dialect.fit(FormulaParser.parse(formula), product);
  }

  private static Fit.Fitted fitted(String formula, Product product) {
    Fit fit = fit(formula, product);
    return assertInstanceOf(Fit.Fitted.class, fit, () -> formula + ": " + fit);
  }

  /** What a formula becomes in Excel 2016; both must give the same on the data. */
  private static String rewritten(String formula) {
    Fit.Fitted fitted = fitted(formula, Product.EXCEL_2016);
    String other = FormulaPrinter.print(fitted.formula());
    assertEquals(shown(formula), shown(other), () -> formula + " became " + other);
    assertTrue(!fitted.rewritten().isEmpty(), formula);
    return other;
  }

  private static String shown(String formula) {
    Evaluation value = DATA.value(formula);
    return Check.shown(value);
  }

  @Test
  void looksUpWithIndexAndMatch() {
    assertEquals("INDEX(C2:C7,MATCH(\"Cid\",A2:A7,0))", rewritten("XLOOKUP(\"Cid\",A2:A7,C2:C7)"));
    assertEquals(
        "IF(ISNA(MATCH(\"Zoe\",A2:A7,0)),\"none\",INDEX(C2:C7,MATCH(\"Zoe\",A2:A7,0)))",
        rewritten("XLOOKUP(\"Zoe\",A2:A7,C2:C7,\"none\")"));
    assertEquals(
        "LOOKUP(2,1/(A2:A7=\"Ann\"),C2:C7)", rewritten("XLOOKUP(\"Ann\",A2:A7,C2:C7,,0,-1)"));
    assertEquals("MATCH(\"Dan\",A2:A7,0)", rewritten("XMATCH(\"Dan\",A2:A7)"));
    assertEquals("LARGE(D2:D7,2)", rewritten("INDEX(SORT(D2:D7,,-1),2)"));
    assertEquals("SMALL(D2:D7,1)", rewritten("INDEX(SORT(D2:D7),1)"));
  }

  @Test
  void choosesWithIf() {
    assertEquals(
        "IF(D2>5,\"many\",IF(D2>2,\"some\",\"few\"))",
        rewritten("IFS(D2>5,\"many\",D2>2,\"some\",TRUE,\"few\")"));
    assertEquals("IF(D2>5,\"many\",NA())", rewritten("IFS(D2>5,\"many\")"));
    assertEquals(
        "IF(B2=\"North\",1,IF(B2=\"South\",2,0))",
        rewritten("SWITCH(B2,\"North\",1,\"South\",2,0)"));
    assertEquals("IF(B5=\"North\",1,NA())", rewritten("SWITCH(B5,\"North\",1)"));
  }

  @Test
  void joinsAndCutsTexts() {
    assertEquals("A2&B2", rewritten("CONCAT(A2:B2)"));
    assertEquals("A2&\"-\"&A3&\"-\"&A4", rewritten("TEXTJOIN(\"-\",FALSE,A2:A4)"));
    rewritten("TEXTJOIN(\"; \",TRUE,C2:C7)");
    rewritten("TEXTJOIN(\",\",TRUE,C5)");
    rewritten("TEXTBEFORE(A2&\"@x.org\",\"@\")");
    rewritten("TEXTAFTER(\"k=v=w\",\"=\")");
    rewritten("TEXTAFTER(\"none\",\"=\")");
  }

  @Test
  void findsExtremesUnderCriteria() {
    assertEquals(
        "IFERROR(AGGREGATE(14,6,C2:C7/(ISNUMBER(C2:C7)*(B2:B7=\"North\")),1),0)",
        rewritten("MAXIFS(C2:C7,B2:B7,\"North\")"));
    rewritten("MINIFS(C2:C7,B2:B7,\"South\",D2:D7,\"<8\")");
    rewritten("MAXIFS(C2:C7,D2:D7,\">\"&D4,B2:B7,\"<>East\")");
    rewritten("MAXIFS(C2:C7,B2:B7,\"West\")");
  }

  @Test
  void aggregatesWithoutFilter() {
    assertEquals(
        "SUMPRODUCT(--(B2:B7=\"North\"),C2:C7)", rewritten("SUM(FILTER(C2:C7,B2:B7=\"North\"))"));
    rewritten("SUM(FILTER(C2:C7,(B2:B7=\"North\")*(D2:D7>1)))");
    rewritten("SUM(FILTER(D2:D7,(B2:B7=\"North\")+(D2:D7>5)))");
    rewritten("COUNT(FILTER(C2:C7,B2:B7=\"South\"))");
    rewritten("ROWS(FILTER(C2:C7,B2:B7=\"South\"))");
    rewritten("AVERAGE(FILTER(C2:C7,B2:B7=\"North\"))");
    rewritten("MAX(FILTER(C2:C7,B2:B7=\"North\"))");
    rewritten("MIN(FILTER(C2:C7,B2:B7=\"South\"))");
    assertEquals("SUMPRODUCT(1/COUNTIF(A2:A7,A2:A7))", rewritten("COUNTA(UNIQUE(A2:A7))"));
    rewritten("SUM(VSTACK(C2:C4,D2:D7))");
  }

  @Test
  void putsValuesInThePlaceOfNames() {
    assertEquals("D2*2+D2", rewritten("LET(x,D2,y,x*2,y+x)"));
    assertEquals("(D2+1)*3", rewritten("LAMBDA(a,b,a*b)(D2+1,3)"));
    assertEquals(
        "INDEX(C2:C7,MATCH(A4,A2:A7,0))+1", rewritten("LET(f,XLOOKUP(A4,A2:A7,C2:C7),f+1)"));
    assertInstanceOf(Fit.Refused.class, fit("LET(r,RAND(),r+r)", Product.EXCEL_2016));
    assertInstanceOf(Fit.Refused.class, fit("LET(x,y,y,2,x+y)", Product.EXCEL_2016));
  }

  @Test
  void refusesWithTheFunctionAndItsVersion() {
    Fit.Refused spill =
        assertInstanceOf(
            Fit.Refused.class, fit("SUM(SEQUENCE(3))+TAKE(A1:A3,1)", Product.EXCEL_2019));
    assertEquals(
        List.of("SEQUENCE (Excel 2021)", "TAKE (Excel 2024)"),
        spill.missing().stream().map(Missing::toString).toList());
    for (String formula :
        List.of(
            "XLOOKUP(5,A1:A9,B1:B9,,-1)",
            "XLOOKUP(5,A1:A9,B1:D9)",
            "MAXIFS(A1:A9,B1:B9,\"a*\")",
            "TEXTJOIN(\",\",TRUE,A1:A99)",
            "SUM(FILTER(A1:A9,C1:C9))",
            "REDUCE(0,A1:A9,LAMBDA(a,b,a+b))",
            "A1#")) {
      assertInstanceOf(Fit.Refused.class, fit(formula, Product.EXCEL_2016), formula);
    }
  }

  @Test
  void leavesAloneWhatTheProductHas() {
    for (Product product : List.of(Product.EXCEL_365, Product.WPS)) {
      Expr formula = FormulaParser.parse("LET(x,XLOOKUP(1,A1:A9,B1:B9),IFS(x>1,SUM((A1:A9=x)*1)))");
      assertEquals(new Fit.Fitted(formula, List.of(), List.of()), Dialect.fit(formula, product));
    }
  }

  @Test
  void saysHowArraysAreEntered() {
    assertEquals("SUMPRODUCT((B2:B7=\"North\")*D2:D7)", rewritten("SUM((B2:B7=\"North\")*D2:D7)"));
    Fit.Fitted entered = fitted("MAX(IF(B2:B7=\"North\",D2:D7))", Product.EXCEL_2019);
    assertTrue(entered.remarks().getFirst().en().contains("Ctrl+Shift+Enter"));
    Fit.Fitted sheets = fitted("MAX(IF(B2:B7=\"North\",D2:D7))", Product.GOOGLE_SHEETS);
    assertTrue(sheets.remarks().getFirst().en().contains("ARRAYFORMULA"));
    assertEquals(
        List.of(), fitted("SUMPRODUCT((B2:B7=\"x\")*D2:D7)", Product.EXCEL_2016).remarks());
    assertEquals(List.of(), fitted("SUMIFS(D:D,B:B,\"x\")", Product.LIBREOFFICE).remarks());
    assertEquals("A1:A9", FormulaPrinter.print(fitted("@A1:A9", Product.EXCEL_2016).formula()));
  }
}
