package org.inkstone.service.sheet.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.DefinedName;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.CellsRead.SheetRange;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.formula.RandomFormulas;
import org.junit.jupiter.api.Test;

class FormulaEvaluatorTest {
  private static final Check ORDERS =
      Check.on(
              """
              Item|Units|Price
              pen|3|2
              ink|2|5
              pen|4|2
              """)
          .table("Orders", "A1:C4", "Item", "Units", "Price");

  private final FormulaEvaluator evaluator = new FormulaEvaluator();

  @Test
  void readsTables() {
    ORDERS
        .at("D2")
        .all(
            """
            =SUM(Orders[Units]) -> 9
            =SUM(Orders) -> 18
            =ROWS(Orders[#All]) -> 4
            =Orders[[#Headers],[Price]] -> "Price"
            =SUM(Orders[[Units]:[Price]]) -> 18
            =[@Units]*[@Price] -> 6
            =Orders[@Price] -> 2
            =SUMPRODUCT((Orders[Item]="pen")*Orders[Units]) -> 7
            =SUM(Orders[Nothing]) -> #REF!
            =SUM(Nowhere[Units]) -> #REF!
            =Orders[[#Totals],[Units]] -> #REF!
            """);
    ORDERS.at("D9").all("=Orders[@Price] -> #VALUE!");
  }

  @Test
  void fillsDownWithShiftingReferences() {
    EvaluationContext context = ORDERS.at("D2").context();
    assertEquals(List.of("6.0", "10.0", "8.0"), filled("[@Units]*[@Price]", context));
    assertEquals(List.of("6.0", "10.0", "8.0"), filled("B2*C2", context));
    assertEquals(List.of("3.0", "5.0", "9.0"), filled("SUM(B$2:B2)", context));
    assertEquals(List.of("3.0", "5.0", "9.0"), filled("IF(ROW()=2,0,D1)+B2", context));
  }

  private List<String> filled(String formula, EvaluationContext context) {
    return evaluator.fillDown(FormulaParser.parse(formula), context, 3).stream()
        .map(Check::shown)
        .toList();
  }

  @Test
  void tellsWhatItRead() {
    Evaluation value = ORDERS.value("=SUM(B2:B4)+COUNT(B3:C9)+A1*0");
    assertEquals(
        List.of(
            new SheetRange("Sheet1", CellRange.parse("B2:B4")),
            new SheetRange("Sheet1", CellRange.parse("B3:C9")),
            new SheetRange("Sheet1", CellRange.parse("A1"))),
        value.reads().ranges());
    assertEquals(3 + 14 - 2 + 1, value.reads().cells());
  }

  @Test
  void tracesItsParts() {
    Traced traced =
        evaluator.trace(
            FormulaParser.parse("IF(SUM(Orders[Units])>5,\"many\",1/0)"), ORDERS.context());
    Step root = traced.root();
    assertEquals("many", ((Scalar.Text) root.values().getFirst().getFirst()).value());
    assertEquals(
        List.of("SUM(Orders[Units])>5", "\"many\""),
        root.parts().stream().map(part -> FormulaPrinter.print(part.expr())).toList());
    Step sum = root.parts().getFirst().parts().getFirst();
    assertEquals(Scalar.of(9), sum.values().getFirst().getFirst());
    assertEquals(
        new SheetRange("Sheet1", CellRange.parse("B2:B4")), sum.parts().getFirst().reference());
    assertEquals(3, sum.parts().getFirst().values().size());
  }

  @Test
  void findsCircles() {
    Evaluation value = Check.on("=B1+1|=A1+1").value("=A1");
    assertTrue(value.warnings().getFirst().contains("circular"), value.warnings().toString());
    assertTrue(Check.on("1").at("A1").value("=A1+1").warnings().toString().contains("circular"));
  }

  @Test
  void followsLongChains() {
    Map<CellAddress, SheetCell> cells = new HashMap<>();
    int rows = 50_000;
    cells.put(new CellAddress(0, 0), SheetCell.of(Scalar.of(1)));
    for (int row = 1; row < rows; row++) {
      cells.put(new CellAddress(row, 0), new SheetCell(Scalar.blank(), "A" + row + "+1", null));
    }
    Workbook workbook = Workbook.of(new Sheet("Sheet1", cells, List.of()));
    EvaluationContext context =
        EvaluationContext.of(
            workbook, "Sheet1", CellAddress.parse("C1"), Check.CLOCK, new SplittableRandom(1));
    assertEquals(Scalar.of(rows), evaluator.evaluate("A" + rows, context).scalar());
  }

  @Test
  void summsAMillionCellsAndWholeColumns() {
    Map<CellAddress, SheetCell> cells = new HashMap<>();
    for (int row = 0; row < 100_000; row++) {
      for (int column = 0; column < 10; column++) {
        cells.put(new CellAddress(row, column), SheetCell.of(Scalar.of(row % 10)));
      }
    }
    Workbook workbook = Workbook.of(new Sheet("Sheet1", cells, List.of()));
    EvaluationContext context =
        EvaluationContext.of(
            workbook, "Sheet1", CellAddress.parse("Z1"), Check.CLOCK, new SplittableRandom(1));
    assertEquals(Scalar.of(4_500_000), evaluator.evaluate("SUM(A:J)", context).scalar());
    assertEquals(Scalar.of(10_000), evaluator.evaluate("COUNTIF(A:A,7)", context).scalar());
    assertEquals(
        Scalar.of(450_000), evaluator.evaluate("SUMPRODUCT((A:A>=0)*B:B)", context).scalar());
    assertEquals(100_000 * 10L, evaluator.evaluate("SUM(A:J)", context).reads().cells());
  }

  @Test
  void givesUpWhenTheBudgetIsSpent() {
    EvaluationContext context = ORDERS.context();
    EvaluationContext small =
        new EvaluationContext(
            context.workbook(),
            List.of(),
            "Sheet1",
            context.cell(),
            Check.CLOCK,
            new SplittableRandom(1),
            new Budget(1000));
    String loop = "REDUCE(0,SEQUENCE(5000),LAMBDA(a,b,a+b))";
    EvaluationException e =
        assertThrows(EvaluationException.class, () -> evaluator.evaluate(loop, small));
    assertTrue(String.valueOf(e.getMessage()).contains("1000 steps"), e.getMessage());
    assertThrows(
        EvaluationException.class,
        () -> evaluator.evaluate("SUM(SEQUENCE(1000000,1000))", context));
    assertEquals("#NUM!", Check.shown(evaluator.evaluate("LET(f,LAMBDA(s,s(s)+1),f(f))", context)));
  }

  @Test
  void asksForTheFormatOfDates() {
    SheetCell date = new SheetCell(Scalar.of(45306), null, "d-mmm-yy");
    SheetCell price = new SheetCell(Scalar.of(5), null, "\"$\"0.00");
    Map<CellAddress, SheetCell> cells =
        Map.of(CellAddress.parse("A1"), date, CellAddress.parse("B1"), price);
    Workbook workbook = Workbook.of(new Sheet("Sheet1", cells, List.of()));
    EvaluationContext context =
        EvaluationContext.of(
            workbook, "Sheet1", CellAddress.parse("C1"), Check.CLOCK, new SplittableRandom(1));
    assertEquals("yyyy-mm-dd", evaluator.evaluate("TODAY()", context).format());
    assertEquals("d-mmm-yy", evaluator.evaluate("MAX(A:A)", context).format());
    assertEquals("d-mmm-yy", evaluator.evaluate("A1+7", context).format());
    assertEquals("d-mmm-yy", evaluator.evaluate("XLOOKUP(5,B1:B1,A1:A1)", context).format());
    assertEquals("\"$\"0.00", evaluator.evaluate("SUM(B1:B9)", context).format());
    assertNull(evaluator.evaluate("A1-A1", context).format());
    assertNull(evaluator.evaluate("COUNT(A1:A9)", context).format());
  }

  @Test
  void knowsDefinedNames() {
    Workbook plain = ORDERS.workbook();
    Workbook named =
        new Workbook(
            plain.sheets(),
            List.of(
                new DefinedName("Rate", null, "0.1"),
                new DefinedName("Units", null, "Sheet1!$B$2:$B$4"),
                new DefinedName("Rate", "Sheet1", "0.2"),
                new DefinedName("TwiceOf", null, "LAMBDA(x,x*2)")),
            plain.tables(),
            DateSystem.FROM_1900);
    EvaluationContext context = ORDERS.context().over(named, List.of());
    assertEquals(Scalar.of(0.2), evaluator.evaluate("Rate", context).scalar());
    assertEquals(Scalar.of(9), evaluator.evaluate("SUM(units)", context).scalar());
    assertEquals(Scalar.of(8), evaluator.evaluate("TwiceOf(4)", context).scalar());
  }

  @Test
  void spillsFromTheSheet() {
    Check.on("3|=SORT(A1:A3)\n1|\n2|")
        .all(
            """
            =SUM(B1#) -> 6
            =B1# -> {1.0;2.0;3.0}
            =SUM(A1#) -> #REF!
            """);
  }

  @Test
  void anyTreeEvaluatesToAValueOrARefusal() {
    RandomFormulas formulas = new RandomFormulas(new SplittableRandom(5));
    EvaluationContext context = ORDERS.context();
    EvaluationContext small =
        new EvaluationContext(
            context.workbook(),
            context.tables(),
            "Sheet1",
            context.cell(),
            Check.CLOCK,
            new SplittableRandom(1),
            new Budget(200_000));
    int values = 0;
    for (int i = 0; i < 2_000; i++) {
      var tree = formulas.tree(4);
      try {
        assertFalse(evaluator.evaluate(tree, small).rows().isEmpty());
        values++;
      } catch (EvaluationException e) {
        assertTrue(String.valueOf(e.getMessage()).matches("(?s).*(steps|cells).*"), e.getMessage());
      }
    }
    assertTrue(values > 1_200, "only " + values + " values");
  }
}
