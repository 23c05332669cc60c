package org.inkstone.service.plan.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.Budget;
import org.inkstone.service.sheet.eval.EvaluationContext;
import org.inkstone.service.sheet.eval.FormulaEvaluator;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.function.Product;
import org.inkstone.service.sheet.table.CellReading;
import org.inkstone.service.sheet.table.DayShape;
import org.junit.jupiter.api.Test;

/** Plans over columns of texts that are read as numbers and days give what their formulas give. */
class ReadingPlansTest {
  private static final int PLANS = 1_200;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-15T08:00:00Z"), ZoneOffset.UTC);
  private static final List<String> WORDS = List.of("North", "south", "East", "West");

  private final FormulaEvaluator evaluator = new FormulaEvaluator();

  /** Columns as {@link RandomPlans} wants them: 3, 4 and 6 are numbers, 5 is a day. */
  private static Schema table(Random random) {
    Map<CellAddress, SheetCell> cells = new HashMap<>();
    List<String> headers = List.of("Key", "Group", "Name", "Units", "Price", "Day", "Extra");
    for (int c = 0; c < headers.size(); c++) {
      cells.put(new CellAddress(0, c), text(headers.get(c)));
    }
    int rows = 5 + random.nextInt(8);
    for (int r = 1; r <= rows; r++) {
      int n = random.nextInt(-3, 20);
      cells.put(new CellAddress(r, 0), text("K" + r));
      cells.put(new CellAddress(r, 1), text(WORDS.get(random.nextInt(4))));
      cells.put(new CellAddress(r, 2), text(WORDS.get(random.nextInt(4)) + " x-" + r));
      cells.put(new CellAddress(r, 3), text(random.nextInt(8) == 0 ? "–" : n + " km"));
      cells.put(new CellAddress(r, 4), text(price(random)));
      cells.put(new CellAddress(r, 5), text(day(random)));
      cells.put(new CellAddress(r, 6), text(random.nextInt(400) / 8.0 + "箱"));
    }
    return Schema.of(Workbook.of(new Sheet("Data", cells, List.of())), "Data");
  }

  private static SheetCell text(String text) {
    return SheetCell.of(Scalar.of(text));
  }

  private static String price(Random random) {
    int n = random.nextInt(30);
    return switch (random.nextInt(6)) {
      case 0 -> "$" + n + ".5 million";
      case 1 -> n + ",500[" + n + "]";
      case 2 -> "约" + n;
      case 3 -> "€" + n + " (est.)";
      case 4 -> random.nextInt(4) == 0 ? "n/a" : "$" + n;
      default -> "about " + n;
    };
  }

  private static String day(Random random) {
    String day = "January " + (1 + random.nextInt(28)) + ", 2026";
    return switch (random.nextInt(8)) {
      case 0 -> "Unknown";
      case 1 -> day + " (aged 30)";
      case 2 -> day.replace("January", "March") + "[2]";
      default -> day;
    };
  }

  /** The table with the readings in the place of the texts, as far as there are such. */
  private static TableView read(TableView table) {
    List<ColumnView> columns = new ArrayList<>(table.columns());
    for (ColumnView reading : table.readings()) {
      boolean year = reading.reading() instanceof CellReading.Year;
      if (!year) {
        columns.set(reading.index(), reading);
      }
    }
    return new TableView(table.table(), columns);
  }

  @Test
  void thePrintedFormulaGivesThePlansOwnMeaning() {
    Random random = new Random(20261126);
    RandomPlans plans = new RandomPlans(random);
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (int i = 0; i < PLANS; i++) {
      Schema schema = table(random);
      TableView table = read(schema.tables().getFirst());
      boolean all =
          List.of(3, 4, 5, 6).stream().allMatch(c -> table.columns().get(c).reading() != null);
      Plan plan = plans.plan(table);
      if (all && plan.shape() != Plan.Shape.ROW) {
        compared++;
        compare(plan, schema, table, wrong);
      }
    }
    assertEquals(List.of(), wrong.stream().limit(8).toList(), wrong.size() + " of " + compared);
    assertTrue(compared > PLANS / 2, "compared " + compared);
  }

  private void compare(Plan plan, Schema schema, TableView table, List<String> wrong) {
    List<List<Scalar>> meant = new PlanMeaning(schema).rows(plan);
    PrintSite site = new PrintSite(Product.EXCEL_365, "Data", 1);
    String formula = FormulaPrinter.print(PlanPrinter.print(plan, site));
    List<List<Scalar>> given = evaluate(formula, schema, table);
    if (!PlanPrinterTest.same(meant, given)) {
      String cells = schema.workbook().sheets().getFirst().cells().toString();
      wrong.add(formula + "\n  meant " + meant + "\n  gives " + given + "\n  " + cells);
    }
  }

  private List<List<Scalar>> evaluate(String formula, Schema schema, TableView table) {
    EvaluationContext context =
        new EvaluationContext(
            schema.workbook(),
            List.of(table.table()),
            "Data",
            new CellAddress(1, 9),
            CLOCK,
            new Random(1),
            Budget.DEFAULT);
    return evaluator.evaluate(FormulaParser.parse("=" + formula), context).rows();
  }

  @Test
  void eachReadingGivesWhatItsFormulaGives() {
    List<CellReading> readings = new ArrayList<>();
    readings.add(new CellReading.WithoutUnit("km"));
    readings.add(new CellReading.FirstNumber(true, List.of(CellReading.Scale.values())));
    readings.add(new CellReading.FirstNumber(false, List.of()));
    readings.add(new CellReading.Year(false));
    for (DayShape shape : DayShape.values()) {
      readings.add(new CellReading.Day(shape, false));
    }
    List<String> texts =
        List.of(
            "5 km",
            "1,200 km",
            "km",
            "",
            "–",
            "n/a",
            "-3 km",
            "−15 (66-65)",
            "$3.2 million",
            "12万",
            "1.5亿",
            "约300",
            "3-1",
            "1694, carnival",
            "2010/11",
            "June 5, 1998",
            "Sept. 3, 2001 (x)",
            "5 Jun 1998",
            "31 June 1998",
            "Room 5, 1998",
            "1998-06-31",
            "2026-03-05",
            "2026年3月5日",
            "2026年13月",
            "July 1890",
            "March 1, 1900",
            "12.5%",
            "1.2.3",
            "May 2001[2]",
            "١٢");
    List<String> wrong = new ArrayList<>();
    for (CellReading reading : readings) {
      boolean unit = reading instanceof CellReading.WithoutUnit;
      for (String text : texts) {
        if (!unit || !text.matches(".*\\d{4}.*|2010/11")) {
          compare(reading, text, wrong); // VALUE takes a day for a number, the reading doesn't
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private void compare(CellReading reading, String text, List<String> wrong) {
    Map<CellAddress, SheetCell> cells = Map.of(new CellAddress(0, 0), text(text));
    Workbook workbook = Workbook.of(new Sheet("Data", cells, List.of()));
    EvaluationContext context =
        new EvaluationContext(
            workbook,
            List.of(),
            "Data",
            new CellAddress(0, 3),
            CLOCK,
            new Random(1),
            Budget.DEFAULT);
    String formula =
        FormulaPrinter.print(ReadingPrinter.print(reading, FormulaParser.parse("=A1")));
    Scalar given = evaluator.evaluate(FormulaParser.parse("=" + formula), context).scalar();
    Scalar meant =
        reading.of(Scalar.of(text), DateSystem.FROM_1900).stream()
            .mapToObj(Scalar::of)
            .findFirst()
            .orElse(Scalar.of(""));
    if (!PlanPrinterTest.same(List.of(List.of(meant)), List.of(List.of(given)))) {
      wrong.add(formula + " of \"" + text + "\": meant " + meant + ", gives " + given);
    }
  }
}
