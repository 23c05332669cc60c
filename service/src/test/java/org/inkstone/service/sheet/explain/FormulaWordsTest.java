package org.inkstone.service.sheet.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.FunctionInfo;
import org.inkstone.service.sheet.table.TableFinder;
import org.junit.jupiter.api.Test;

/** What formulas are called in English and Chinese. */
class FormulaWordsTest {
  private static final Workbook BOOK = book();

  private static Workbook book() {
    Object[][] rows = {
      {"Region", "Amount", "Status"},
      {"East", 480, "paid"},
      {"West", 450, "open"},
      {"East", 210, "paid"},
      {},
      {},
      {},
      {"Tax rate", 0.0825}
    };
    Sheet.Builder sheet = Sheet.builder("Orders");
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length; column++) {
        Object value = rows[row][column];
        Scalar scalar =
            value instanceof Number n ? Scalar.of(n.doubleValue()) : Scalar.of(value.toString());
        sheet.put(row, column, SheetCell.of(scalar));
      }
    }
    return Workbook.of(sheet.build());
  }

  private static FormulaWords words(boolean chinese) {
    return new FormulaWords(
        chinese,
        new ExplainedPlace(BOOK, TableFinder.find(BOOK), "Orders", CellAddress.parse("E2"), false));
  }

  private static void assertWords(String formula, String en, String zh) {
    Expr expr = FormulaParser.parse(formula);
    assertEquals(en, words(false).of(expr));
    assertEquals(zh, words(true).of(expr));
  }

  @Test
  void conditionsAreReadOut() {
    assertWords(
        "SUMIFS(B2:B4,A2:A4,\"East\",B2:B4,\">=5\")",
        "the sum of Orders[Amount] where Orders[Region] is \"East\" and Orders[Amount] is at"
            + " least 5",
        "满足Orders[Region] 为\"East\"且Orders[Amount] 不少于5的行中Orders[Amount]的合计");
    assertWords(
        "COUNTIF(A2:A4,\"<>\")",
        "how many rows have Orders[Region] is not blank",
        "满足Orders[Region] 不为空的行数");
    assertWords(
        "COUNTIF(A2:A4,\"E*\")",
        "how many rows have Orders[Region] begins with \"E\"",
        "满足Orders[Region] 以\"E\"开头的行数");
    assertWords(
        "SUMIF(A2:A4,\"*\"&A2&\"*\",B2:B4)",
        "the sum of Orders[Amount] where Orders[Region] contains Region in row 2",
        "满足Orders[Region] 包含第2行的Region的行中Orders[Amount]的合计");
    assertWords(
        "SUMIFS(B2:B4,B2:B4,\"<\"&DATE(2026,3,1))",
        "the sum of Orders[Amount] where Orders[Amount] is before the day 2026-3-1",
        "满足Orders[Amount] 早于2026年3月1日的行中Orders[Amount]的合计");
  }

  @Test
  void referencesAreCalledByTheirHeadersAndLabels() {
    assertWords("B3", "Amount in row 3", "第3行的Amount");
    assertWords("B2:B3", "Orders[Amount] (B2:B3)", "Orders[Amount]（B2:B3）");
    assertWords("A2:B4", "Orders[Region:Amount]", "Orders[Region:Amount]");
    assertWords("B:B", "the whole column Orders[Amount]", "整列Orders[Amount]");
    assertWords("B3*$B$8", "Amount in row 3 × \"Tax rate\" (B8)", "第3行的Amount × “Tax rate”（B8）");
    assertWords(
        "B2+B3-B4",
        "(Amount in row 2 + Amount in row 3) − Amount in row 4",
        "(第2行的Amount + 第3行的Amount) − 第4行的Amount");
    assertWords(
        "Z1+Z2+Z3+Z4+Z5+Z6+Z7+Z8+Z9+Z10",
        "Z1 + Z2 + Z3 + Z4 + Z5 + Z6 + Z7 + Z8 + … (10 terms)",
        "Z1 + Z2 + Z3 + Z4 + Z5 + Z6 + Z7 + Z8 + …（共10项）");
    assertWords("Z99", "Z99", "Z99");
  }

  @Test
  void lookUpsSayHowTheyMatch() {
    assertWords(
        "VLOOKUP(\"East\",A2:C4,3,FALSE)",
        "the value in column 3 of Orders[Region:Status], in the row whose first cell is exactly"
            + " \"East\"",
        "在Orders[Region:Status]的第一列查找等于\"East\"的行，取第3列的值");
    assertTrue(
        words(false)
            .of(FormulaParser.parse("VLOOKUP(5,A2:C4,3)"))
            .endsWith("5 or the nearest one below it"));
    assertWords(
        "XLOOKUP(\"East\",A2:A4,B2:B4,\"none\")",
        "the value of Orders[Amount] in the row where Orders[Region] is \"East\", or \"none\" if"
            + " there is none",
        "Orders[Region]等于\"East\"的那一行的Orders[Amount]，找不到时为\"none\"");
  }

  @Test
  void decisionsAreSentences() {
    assertWords(
        "IF(B2>300,\"high\",\"low\")",
        "if Amount in row 2 > 300, then \"high\", else \"low\"",
        "如果第2行的Amount > 300，则为\"high\"，否则为\"low\"");
    assertWords(
        "IFS(B2>300,\"high\",TRUE,\"low\")",
        "if Amount in row 2 > 300, then \"high\"; else \"low\"",
        "如果第2行的Amount > 300，则为\"high\"；否则为\"low\"");
    assertWords(
        "LET(x,SUM(B2:B4),x*2)",
        "x × 2, with x for the sum of Orders[Amount]",
        "x × 2，其中x表示Orders[Amount]的合计");
  }

  @Test
  void otherFunctionsAreSaidByTheCatalogue() {
    FunctionInfo fact = FunctionCatalog.standard().find("FACT").orElseThrow();
    String name = fact.parameters().getFirst().name();
    assertWords(
        "FACT(5)",
        "FACT (the factorial of a number) with " + name + " 5",
        "FACT（" + fact.zh().replace("。", "") + "），" + name + " 为 5");
  }

  @Test
  void everyFunctionHasWordsInBothLanguagesWithoutAHoleLeft() {
    for (FunctionInfo info : FunctionCatalog.standard().all()) {
      for (int count = info.fewest(); count <= Math.min(info.most(), info.fewest() + 3); count++) {
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          arguments.add(new Expr.NumberLiteral(i + 1));
        }
        Expr.Call call = new Expr.Call(info.name(), arguments);
        for (boolean chinese : new boolean[] {false, true}) {
          String text = words(chinese).of(call);
          assertFalse(text.matches("(?s).*(%[1-9*cdp]|[{}]).*"), info.name() + ": " + text);
          assertFalse(text.isBlank(), info.name());
        }
      }
    }
  }

  @Test
  void commonFunctionsHaveTheirOwnPhrases() {
    assertTrue(PhraseBook.standard().all().size() >= 60, "phrases");
    PhraseBook.standard()
        .all()
        .keySet()
        .forEach(name -> assertTrue(FunctionCatalog.standard().find(name).isPresent(), name));
  }

  @Test
  void arraysAreShortened() {
    List<List<Scalar>> rows = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      rows.add(List.of(Scalar.of(i)));
    }
    ValueWords english = new ValueWords(false, DateSystem.FROM_1900);
    ValueWords chinese = new ValueWords(true, DateSystem.FROM_1900);
    assertEquals("12 rows, first 3: 1, 2, 3", english.of(rows, 12, 1, null));
    assertEquals("12行，前3个：1、2、3", chinese.of(rows, 12, 1, null));
    assertEquals("2 rows: 1, 2", english.of(rows.subList(0, 2), 2, 1, null));
    assertEquals("46031", english.of(List.of(List.of(Scalar.of(46031))), 1, 1, null));
    assertEquals("2026-01-09", english.of(List.of(List.of(Scalar.of(46031))), 1, 1, "yyyy-mm-dd"));
  }
}
