package org.inkstone.service.sheet.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.check.FormulaFinding.Severity;

/** Numbers that are stored as text are left out by SUM and its kin, without a word. */
final class TextNumberCheck implements FormulaCheck {
  private static final int MOST_SHOWN = 5;

  @Override
  public String name() {
    return "no_text_numbers";
  }

  @Override
  public List<FormulaFinding> find(FormulaSubject subject) {
    Set<Area> seen = new LinkedHashSet<>();
    List<FormulaFinding> found = new ArrayList<>();
    subject
        .calls()
        .flatMap(call -> FunctionKinds.numbers(call).stream())
        .flatMap(argument -> subject.area(argument).flatMap(subject::filled).stream())
        .filter(seen::add)
        .forEach(area -> check(area, subject, found));
    return found;
  }

  private void check(Area area, FormulaSubject subject, List<FormulaFinding> found) {
    List<CellAddress> texts = new ArrayList<>();
    String first = "";
    int count = 0;
    CellRange range = area.range();
    for (int row = range.firstRow(); row <= range.lastRow(); row++) {
      for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
        boolean text =
            subject.value(area, row, column) instanceof Scalar.Text t
                && isData(area, row, column, subject)
                && TextValues.isNumber(t.value());
        count += text ? 1 : 0;
        if (text && texts.size() < MOST_SHOWN) {
          first = first.isEmpty() ? Shown.of(subject.value(area, row, column)) : first;
          texts.add(new CellAddress(row, column));
        }
      }
    }
    if (count > 0) {
      found.add(finding(area, texts, count, first));
    }
  }

  /** A year in a header is a text that nobody wants to be summed. */
  private static boolean isData(Area area, int row, int column, FormulaSubject subject) {
    Area cell = new Area(area.sheet(), new CellRange(row, column, row, column));
    return subject.tables(cell).stream().allMatch(t -> t.data().contains(row, column));
  }

  private FormulaFinding finding(Area area, List<CellAddress> texts, int count, String first) {
    String cells = String.join(", ", texts.stream().map(CellAddress::toString).toList());
    String more = count > texts.size() ? ", …" : "";
    Wording wording =
        new Wording(
            (count == 1 ? "1 number is" : count + " numbers are")
                + " stored as text ("
                + cells
                + more
                + ", the first is "
                + first
                + ") and left out",
            count + " 个数字以文本形式存储（" + cells + more + "，例如 " + first + "），没有计入结果");
    return new FormulaFinding(
        name(), Severity.DOUBT, wording, texts.stream().map(area::cell).toList());
  }
}
