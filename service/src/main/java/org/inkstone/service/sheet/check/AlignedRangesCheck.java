package org.inkstone.service.sheet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkstone.service.sheet.check.FormulaFinding.Severity;
import org.inkstone.service.sheet.formula.Expr;

/** Ranges that are read side by side begin in the same row; else each row gets another's value. */
final class AlignedRangesCheck implements FormulaCheck {
  @Override
  public String name() {
    return "ranges_aligned";
  }

  @Override
  public List<FormulaFinding> find(FormulaSubject subject) {
    List<FormulaFinding> found = new ArrayList<>();
    subject
        .calls()
        .forEach(call ->
            pair(call)
                .ifPresent(pair -> {
                  Area first = subject.area(pair.first()).orElse(null);
                  Area second = subject.area(pair.second()).orElse(null);
                  if (first != null && second != null && isOff(first, second)) {
                    found.add(finding(first, second));
                  }
                }));
    return found;
  }

  private record Pair(Expr first, Expr second) {}

  private static Optional<Pair> pair(Expr.Call call) {
    List<Expr> arguments = call.arguments();
    return switch (call.function()) {
      case "INDEX" ->
          arguments.size() >= 2
                  && arguments.get(1) instanceof Expr.Call match
                  && (match.function().equals("MATCH") || match.function().equals("XMATCH"))
                  && match.arguments().size() >= 2
              ? Optional.of(new Pair(arguments.getFirst(), match.arguments().get(1)))
              : Optional.empty();
      case "LOOKUP" ->
          arguments.size() == 3
              ? Optional.of(new Pair(arguments.get(1), arguments.get(2)))
              : Optional.empty();
      case "SUMIF", "AVERAGEIF" ->
          arguments.size() == 3
              ? Optional.of(new Pair(arguments.getFirst(), arguments.get(2)))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** One column beside another on the same sheet, begun a little higher or lower. */
  private static boolean isOff(Area first, Area second) {
    int rows = Math.abs(first.range().firstRow() - second.range().firstRow());
    boolean columns = first.range().rows() > 2 && second.range().columns() == 1;
    boolean apart = first.range().firstColumn() != second.range().firstColumn();
    boolean overlap =
        first.range().firstRow() <= second.range().lastRow()
            && second.range().firstRow() <= first.range().lastRow();
    return first.isOn(second.sheet()) && columns && apart && overlap && rows > 0 && rows <= 3;
  }

  private FormulaFinding finding(Area first, Area second) {
    Wording wording =
        new Wording(
            first.range()
                + " and "
                + second.range()
                + " begin in different rows, so that each row gets the value of another",
            first.range() + " 与 " + second.range() + " 的起始行不同，取到的是别的行的值");
    return new FormulaFinding(
        name(), Severity.DOUBT, wording, List.of(first.toString(), second.toString()));
  }
}
