package org.inkstone.service.sheet.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.check.FormulaFinding.Severity;
import org.inkstone.service.sheet.formula.Expr;

/** Dates that are stored as text are never before or after a real date. */
final class TextDateCheck implements FormulaCheck {
  private static final Set<String> NOT_AN_ORDER = Set.of("=", "<>");

  @Override
  public String name() {
    return "no_text_dates";
  }

  @Override
  public List<FormulaFinding> find(FormulaSubject subject) {
    Set<Area> seen = new LinkedHashSet<>();
    List<FormulaFinding> found = new ArrayList<>();
    Stream<Expr> criteria =
        subject
            .calls()
            .flatMap(call -> FunctionKinds.criteria(call).stream())
            .filter(pair -> orders(pair.criterion()))
            .map(FunctionKinds.Criterion::range);
    Stream<Expr> compared =
        Parts.of(subject.formula(), Expr.Binary.class)
            .filter(b -> b.operator().comparison() && !NOT_AN_ORDER.contains(b.operator().symbol()))
            .flatMap(b -> Stream.of(b.left(), b.right()));
    Stream.concat(criteria, compared)
        .flatMap(argument -> subject.area(argument).flatMap(subject::filled).stream())
        .filter(seen::add)
        .forEach(area -> check(area, subject, found));
    return found;
  }

  /** Whether a criterion asks for more or less than something. */
  private static boolean orders(Expr criterion) {
    Expr first = criterion instanceof Expr.Binary joined ? joined.left() : criterion;
    return first instanceof Expr.TextLiteral text && text.value().matches("(?s)[<>](?!>).*");
  }

  private void check(Area area, FormulaSubject subject, List<FormulaFinding> found) {
    CellRange range = area.range();
    for (int row = range.firstRow(); row <= range.lastRow(); row++) {
      for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
        if (subject.value(area, row, column) instanceof Scalar.Text text
            && TextValues.isDate(text.value())) {
          found.add(finding(area, new CellAddress(row, column), text));
          return;
        }
      }
    }
  }

  private FormulaFinding finding(Area area, CellAddress at, Scalar.Text text) {
    Wording wording =
        new Wording(
            at
                + " holds the text "
                + Shown.of(text)
                + ", not a date: a comparison with a date never takes it in order",
            at + " 中是文本 " + Shown.of(text) + "，不是日期，与日期比较大小时不会按日期计算");
    return new FormulaFinding(name(), Severity.DOUBT, wording, List.of(area.cell(at)));
  }
}
