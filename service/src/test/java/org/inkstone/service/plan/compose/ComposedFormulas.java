package org.inkstone.service.plan.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.plan.Linker;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.algebra.PlanPrinter;
import org.inkstone.service.plan.algebra.PrintSite;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.format.SerialDate;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.function.Product;

/** Tables from lines of cells, and the formulas that are composed over them. */
final class ComposedFormulas {
  private ComposedFormulas() {}

  static Schema schema(String name, String rows) {
    Map<CellAddress, SheetCell> cells = new HashMap<>();
    List<String> lines = rows.lines().toList();
    for (int r = 0; r < lines.size(); r++) {
      String[] texts = lines.get(r).split("\\|", -1);
      for (int c = 0; c < texts.length; c++) {
        if (!texts[c].isEmpty()) {
          cells.put(new CellAddress(r, c), cell(texts[c]));
        }
      }
    }
    return Schema.of(Workbook.of(new Sheet(name, cells, List.of())), name);
  }

  private static SheetCell cell(String text) {
    if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      double serial = SerialDate.of(LocalDate.parse(text), DateSystem.FROM_1900);
      return new SheetCell(Scalar.of(serial), null, "yyyy-mm-dd");
    }
    return SheetCell.of(
        text.matches("-?\\d+(\\.\\d+)?") ? Scalar.of(Double.parseDouble(text)) : Scalar.of(text));
  }

  /** Lines of {@code request -> formula}; one that begins with ↓ is filled down. */
  static void check(Schema schema, String lines) {
    TableView table = schema.tables().getFirst();
    List<String> wrong = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      String[] halves = line.split(" -> ", -1);
      boolean down = halves[0].startsWith("↓");
      Links links = Linker.linkByWords(down ? halves[0].substring(1) : halves[0], schema);
      List<Composition> plans = Composer.compose(links, schema, down ? table : null, 5);
      String formula = plans.isEmpty() ? "nothing" : printed(plans.getFirst(), table);
      if (!formula.equals(halves[1]) || !links.unlinked().isEmpty()) {
        wrong.add(line + "\n  but " + formula + ", unlinked " + links.unlinked());
      }
    }
    assertEquals(List.of(), wrong);
  }

  /**
   * Conversations: a line of {@code request -> formula}, and follow-ups to the line before that
   * begin with {@code +}. Blank lines don't matter.
   */
  static void checkTurns(Schema schema, String lines) {
    TableView table = schema.tables().getFirst();
    List<String> wrong = new ArrayList<>();
    Plan before = null;
    TableView along = null;
    for (String line : lines.lines().filter(l -> !l.isBlank()).toList()) {
      String[] halves = line.split(" -> ", -1);
      List<Composition> plans;
      Links links;
      if (before != null && line.startsWith("+ ")) {
        FollowUpWords words = FollowUpWords.of(halves[0].substring(2));
        links = words.withoutTalk(Linker.linkByWords(words.text(), schema));
        plans = Composer.edit(before, words, links, schema, along, 5);
      } else {
        along = line.startsWith("↓") ? table : null;
        links = Linker.linkByWords(along == null ? halves[0] : halves[0].substring(1), schema);
        plans = Composer.compose(links, schema, along, 5);
      }
      String formula = plans.isEmpty() ? "nothing" : printed(plans.getFirst(), table);
      if (!formula.equals(halves[1]) || !links.unlinked().isEmpty()) {
        double cost = plans.isEmpty() ? 0 : plans.getFirst().cost();
        wrong.add(line + "\n  but " + formula + " at " + cost + ", unlinked " + links.unlinked());
      }
      before = plans.isEmpty() ? null : plans.getFirst().plan();
    }
    assertEquals(List.of(), wrong);
  }

  private static String printed(Composition plan, TableView table) {
    PrintSite site = new PrintSite(Product.EXCEL_365, table.table().sheet(), 1);
    return FormulaPrinter.print(PlanPrinter.print(plan.plan(), site))
        .replace(table.name() + "[", "[");
  }
}
