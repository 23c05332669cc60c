package org.inkstone.service.sheet.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.check.FormulaFinding.Severity;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.UnaryOperator;

/** A number written into the formula that stands in a cell goes stale when the cell changes. */
final class HardCodedCheck implements FormulaCheck {
  private static final int MOST_CELLS = 100_000;
  private static final Set<Double> USUAL =
      Set.of(0.5, 0.25, 0.75, 0.1, 0.01, 0.001, 1.5, 2.5, 365.25, 1024.0, 1440.0, 3600.0, 86400.0);
  private static final Set<String> OF_DATES =
      Set.of("DATE", "DATEVALUE", "TIME", "EDATE", "EOMONTH", "DATEDIF", "YEAR");

  @Override
  public String name() {
    return "no_hard_coded_values";
  }

  @Override
  public List<FormulaFinding> find(FormulaSubject subject) {
    List<FormulaFinding> found = new ArrayList<>();
    for (double number : numbers(subject.formula())) {
      labelled(number, subject).or(() -> total(number, subject)).ifPresent(found::add);
    }
    return found;
  }

  /** The numbers that are no counts, no usual factors and no parts of dates. */
  private static Set<Double> numbers(Expr formula) {
    Set<Double> numbers = new LinkedHashSet<>();
    collect(formula, numbers);
    return numbers;
  }

  private static void collect(Expr expr, Set<Double> into) {
    if (expr instanceof Expr.Unary unary
        && unary.operator() == UnaryOperator.PERCENT
        && unary.operand() instanceof Expr.NumberLiteral number) {
      add(number.value() / 100, into);
    } else if (expr instanceof Expr.NumberLiteral number) {
      add(number.value(), into);
    } else if (!(expr instanceof Expr.Call call && OF_DATES.contains(call.function()))) {
      Parts.children(expr).forEach(child -> collect(child, into));
    }
  }

  private static void add(double number, Set<Double> into) {
    boolean whole = number == Math.rint(number);
    boolean round = Math.log10(number) == Math.rint(Math.log10(number));
    boolean telling = whole ? number >= 1000 && !round : !USUAL.contains(number);
    if (telling && !USUAL.contains(number)) {
      into.add(number);
    }
  }

  /** A cell of its own with this number and a label beside or above it. */
  private Optional<FormulaFinding> labelled(double number, FormulaSubject subject) {
    for (Sheet sheet : subject.workbook().sheets()) {
      if (sheet.cells().size() > MOST_CELLS) {
        continue;
      }
      for (Map.Entry<CellAddress, SheetCell> entry : sheet.cells().entrySet()) {
        boolean same =
            entry.getValue().value() instanceof Scalar.Num n
                && n.value() == number
                && entry.getValue().formula() == null;
        String label = same ? label(sheet, entry.getKey()) : "";
        if (!label.isEmpty() && !isData(sheet, entry.getKey(), subject)) {
          return Optional.of(finding(number, sheet.name() + "!" + entry.getKey(), label));
        }
      }
    }
    return Optional.empty();
  }

  private static String label(Sheet sheet, CellAddress at) {
    for (int[] step : new int[][] {{0, -1}, {-1, 0}}) {
      int row = at.row() + step[0];
      int column = at.column() + step[1];
      if (row >= 0
          && column >= 0
          && sheet.cell(row, column).value() instanceof Scalar.Text text
          && text.value().strip().length() > 1
          && !TextValues.isNumber(text.value())) {
        return text.value().strip();
      }
    }
    return "";
  }

  private static boolean isData(Sheet sheet, CellAddress at, FormulaSubject subject) {
    return subject.context().tables().stream()
        .filter(t -> t.sheet().equalsIgnoreCase(sheet.name()) && t.headerRows() > 0)
        .map(Table::data)
        .anyMatch(data -> data.rows() > 2 && data.contains(at.row(), at.column()));
  }

  /** The sum of a column that the formula could have summed itself. */
  private Optional<FormulaFinding> total(double number, FormulaSubject subject) {
    String digits = Shown.of(Scalar.of(number)).replaceAll("[^0-9]|0+$", "");
    if (digits.length() < 4) {
      return Optional.empty();
    }
    for (Table table : subject.context().tables()) {
      CellRange data = table.data();
      Area area = new Area(table.sheet(), data);
      boolean small = (long) data.rows() * data.columns() <= MOST_CELLS;
      for (int column = data.firstColumn(); small && column <= data.lastColumn(); column++) {
        if (data.rows() > 2 && isSum(area, column, number, subject)) {
          CellRange summed = new CellRange(data.firstRow(), column, data.lastRow(), column);
          String label = table.columns().get(column - data.firstColumn());
          return Optional.of(ofTotal(number, table.sheet() + "!" + summed, label));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isSum(Area area, int column, double number, FormulaSubject subject) {
    double sum = 0;
    for (int row = area.range().firstRow(); row <= area.range().lastRow(); row++) {
      sum += subject.cell(area, row, column).value() instanceof Scalar.Num n ? n.value() : 0;
    }
    return Math.abs(sum - number) <= 1e-9 * Math.abs(number);
  }

  private FormulaFinding finding(double number, String cell, String label) {
    String shown = Shown.of(Scalar.of(number));
    Wording wording =
        new Wording(
            shown
                + " is written into the formula, but stands in "
                + cell
                + " as \""
                + label
                + "\": a reference would follow when it changes",
            "公式中写死了 " + shown + "，它就是 " + cell + "（" + label + "）的值：引用该单元格才会随之更新");
    return new FormulaFinding(name(), Severity.NOTE, wording, List.of(cell));
  }

  private FormulaFinding ofTotal(double number, String range, String label) {
    String shown = Shown.of(Scalar.of(number));
    Wording wording =
        new Wording(
            shown
                + " is written into the formula, but is the sum of \""
                + label
                + "\" in "
                + range
                + ": SUM would follow when the data change",
            "公式中写死了 " + shown + "，它就是 " + range + "（" + label + "）的合计：改用 SUM 才会随数据更新");
    return new FormulaFinding(name(), Severity.NOTE, wording, List.of(range));
  }
}
