package org.inkstone.service.sheet.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inkstone.service.sheet.check.FormulaFinding.Severity;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;

/** What is added or compared has one unit: no euros to dollars, no grams to kilograms. */
final class UnitsCheck implements FormulaCheck {
  private static final Set<String> MIXING =
      Set.of(
          "SUM",
          "AVERAGE",
          "MIN",
          "MAX",
          "MEDIAN",
          "SUMIFS",
          "AVERAGEIFS",
          "MAXIFS",
          "MINIFS",
          "SUMIF",
          "AVERAGEIF",
          "LARGE",
          "SMALL",
          "SUBTOTAL");

  @Override
  public String name() {
    return "units_agree";
  }

  @Override
  public List<FormulaFinding> find(FormulaSubject subject) {
    UnitReader reader = new UnitReader(subject);
    Map<String, FormulaFinding> found = new LinkedHashMap<>();
    subject
        .calls()
        .filter(call -> MIXING.contains(call.function()))
        .forEach(call -> {
          List<Map<Unit, String>> units =
              FunctionKinds.numbers(call).stream().map(reader::units).toList();
          check(units, found);
          FunctionKinds.numbers(call).stream()
              .flatMap(argument -> reader.plainBesidePercent(argument).stream())
              .forEach(cell -> found.putIfAbsent(cell, percent(cell)));
        });
    Parts.of(subject.formula(), Expr.Binary.class)
        .filter(b -> comparesOrAdds(b.operator()))
        .forEach(b -> check(List.of(reader.units(b.left()), reader.units(b.right())), found));
    return List.copyOf(found.values());
  }

  private static boolean comparesOrAdds(BinaryOperator operator) {
    return operator == BinaryOperator.ADD
        || operator == BinaryOperator.SUBTRACT
        || operator.comparison();
  }

  private void check(List<Map<Unit, String>> parts, Map<String, FormulaFinding> found) {
    Map<String, Unit> units = new LinkedHashMap<>();
    Map<String, String> cells = new LinkedHashMap<>();
    for (Map<Unit, String> part : parts) {
      part.forEach((unit, cell) -> {
        units.putIfAbsent(unit.key(), unit);
        cells.putIfAbsent(unit.key(), cell);
      });
    }
    if (units.size() > 1) {
      found.putIfAbsent(units.keySet().toString(), finding(units, cells));
    }
  }

  private FormulaFinding finding(Map<String, Unit> units, Map<String, String> cells) {
    List<String> listed = new ArrayList<>();
    units.forEach((key, unit) -> listed.add(unit.written() + " (" + cells.get(key) + ")"));
    Wording wording =
        new Wording(
            "amounts in different units are put together: " + String.join(", ", listed),
            "把不同单位的数值放在一起计算：" + String.join("、", listed));
    return new FormulaFinding(name(), Severity.NOTE, wording, List.copyOf(cells.values()));
  }

  private FormulaFinding percent(String cell) {
    Wording wording =
        new Wording(
            cell + " is a plain number among percentages: 5 is 500 % beside 5 %",
            cell + " 是普通数字，而同列其余为百分比：5 相当于 500%");
    return new FormulaFinding(name(), Severity.NOTE, wording, List.of(cell));
  }
}
