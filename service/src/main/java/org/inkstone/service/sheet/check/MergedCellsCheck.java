package org.inkstone.service.sheet.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.check.FormulaFinding.Severity;
import org.inkstone.service.sheet.formula.Expr;

/** Of merged cells only the first one has the value; conditions find the others blank. */
final class MergedCellsCheck implements FormulaCheck {
  @Override
  public String name() {
    return "no_merged_cells";
  }

  @Override
  public List<FormulaFinding> find(FormulaSubject subject) {
    Set<Area> seen = new LinkedHashSet<>();
    List<FormulaFinding> found = new ArrayList<>();
    Stream<Area> criteria =
        subject
            .calls()
            .flatMap(call -> FunctionKinds.criteria(call).stream())
            .flatMap(pair -> subject.area(pair.range()).stream());
    Stream<Area> compared =
        Parts.of(subject.formula(), Expr.Binary.class)
            .filter(b -> b.operator().comparison())
            .flatMap(b -> Stream.of(b.left(), b.right()))
            .flatMap(e -> subject.area(e).stream())
            .filter(area -> area.range().rows() > 1);
    Stream<Area> keys =
        subject.calls().flatMap(c -> Lookup.of(c, subject).stream()).map(Lookup::keys);
    Stream.of(criteria, compared, keys)
        .flatMap(s -> s)
        .filter(seen::add)
        .forEach(area -> check(area, subject, found));
    return found;
  }

  private void check(Area area, FormulaSubject subject, List<FormulaFinding> found) {
    boolean vertical = area.range().rows() >= area.range().columns();
    subject.sheet(area.sheet()).map(Sheet::merged).orElse(List.of()).stream()
        .filter(m -> (vertical ? m.rows() : m.columns()) > 1)
        .filter(
            m -> area.overlaps(new Area(area.sheet(), m)) && isInside(area.range(), m, vertical))
        .findFirst()
        .ifPresent(m -> found.add(finding(area, m)));
  }

  /** Whether more than one cell of a merged area lies along the range. */
  private static boolean isInside(CellRange range, CellRange merged, boolean vertical) {
    return vertical
        ? Math.min(range.lastRow(), merged.lastRow())
            > Math.max(range.firstRow(), merged.firstRow())
        : Math.min(range.lastColumn(), merged.lastColumn())
            > Math.max(range.firstColumn(), merged.firstColumn());
  }

  private FormulaFinding finding(Area area, CellRange merged) {
    Wording wording =
        new Wording(
            merged
                + " in "
                + area.range()
                + " is merged: only its first cell has the value, the condition finds the others"
                + " blank",
            area.range() + " 中的 " + merged + " 是合并单元格，只有第一个单元格有值，其余按空白判断");
    return new FormulaFinding(
        name(), Severity.DOUBT, wording, List.of(area.sheet() + "!" + merged));
  }
}
