package org.inkstone.service.sheet.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.check.FormulaFinding.Severity;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.ReferenceShift;
import org.inkstone.service.sheet.value.Compare;

/** An exact look-up takes the first row of its key; other rows of the same key are not seen. */
final class LookupKeyCheck implements FormulaCheck {
  private static final int MOST_ROWS = 200;
  private static final int MOST_SHOWN = 20;

  @Override
  public String name() {
    return "lookup_key_unique";
  }

  @Override
  public List<FormulaFinding> find(FormulaSubject subject) {
    List<FormulaFinding> found = new ArrayList<>();
    subject
        .calls()
        .flatMap(call -> Lookup.of(call, subject).stream())
        .filter(lookup -> lookup.mode() == Lookup.Mode.EXACT)
        .forEach(lookup -> check(lookup, subject, found));
    return found;
  }

  private void check(Lookup lookup, FormulaSubject subject, List<FormulaFinding> found) {
    List<Lookup.Key> keys = lookup.entries(subject);
    Map<Object, List<Lookup.Key>> byValue =
        keys.stream().collect(Collectors.groupingBy(key -> plain(key.value())));
    Set<String> written = new HashSet<>();
    keys.forEach(key -> written.add(rank(key.value()) + text(key.value())));
    for (Scalar sought : sought(lookup, subject).values()) {
      List<Lookup.Key> same =
          byValue.getOrDefault(plain(sought), List.of()).stream().limit(MOST_SHOWN).toList();
      if (same.size() > 1 && differ(lookup, same, subject)) {
        found.add(duplicate(lookup, sought, same));
        return;
      } else if (same.isEmpty() && written.contains((1 - rank(sought)) + text(sought))) {
        found.add(otherType(lookup, sought));
        return;
      }
    }
  }

  /** What is looked for, in each row once. */
  private static Map<Scalar, Scalar> sought(Lookup lookup, FormulaSubject subject) {
    Map<Scalar, Scalar> all = new LinkedHashMap<>();
    for (int row = 0; row < Math.min(subject.rows(), MOST_ROWS); row++) {
      Expr moved = ReferenceShift.move(lookup.sought(), row, 0);
      Scalar value = subject.value(moved);
      if (value instanceof Scalar.Num || value instanceof Scalar.Text) {
        all.putIfAbsent(value, value);
      }
    }
    return all;
  }

  /** Whether the rows of one key are not all alike, as far as the tables show. */
  private static boolean differ(Lookup lookup, List<Lookup.Key> same, FormulaSubject subject) {
    Area keys = lookup.keys();
    boolean vertical = keys.range().columns() == 1;
    return subject.tables(keys).stream()
        .anyMatch(table -> {
          var range = table.range();
          int first = vertical ? range.firstColumn() : range.firstRow();
          int last = vertical ? range.lastColumn() : range.lastRow();
          for (int at = first; at <= last; at++) {
            for (Lookup.Key key : same.subList(1, same.size())) {
              Lookup.Key one = same.getFirst();
              Scalar a =
                  vertical
                      ? subject.value(keys, one.at().row(), at)
                      : subject.value(keys, at, one.at().column());
              Scalar b =
                  vertical
                      ? subject.value(keys, key.at().row(), at)
                      : subject.value(keys, at, key.at().column());
              if (!a.equals(b)) {
                return true;
              }
            }
          }
          return false;
        });
  }

  /** The same for keys that a look-up takes for the same. */
  private static Object plain(Scalar value) {
    return value instanceof Scalar.Text text ? text.value().toLowerCase(Locale.ROOT) : value;
  }

  /** 0 for numbers, 1 for texts, more for what is never looked for as the other. */
  private static int rank(Scalar value) {
    return Compare.rank(value);
  }

  private static String text(Scalar value) {
    return value instanceof Scalar.Text text ? text.value().strip() : Shown.of(value);
  }

  private FormulaFinding duplicate(Lookup lookup, Scalar sought, List<Lookup.Key> same) {
    List<String> cells = same.stream().map(key -> key.at().toString()).toList();
    String first = cells.getFirst();
    Wording wording =
        new Wording(
            Shown.of(sought)
                + " stands in "
                + cells.size()
                + " rows ("
                + String.join(", ", cells)
                + "); "
                + lookup.call().function()
                + " takes the first one, "
                + first
                + ", and leaves the others out",
            Shown.of(sought)
                + " 出现了 "
                + cells.size()
                + " 次（"
                + String.join("、", cells)
                + "），"
                + lookup.call().function()
                + " 只取第一个 "
                + first
                + "，其余不计");
    return new FormulaFinding(
        name(),
        Severity.NOTE,
        wording,
        same.stream().map(key -> lookup.keys().cell(key.at())).toList());
  }

  private FormulaFinding otherType(Lookup lookup, Scalar sought) {
    boolean number = sought instanceof Scalar.Num;
    Wording wording =
        new Wording(
            Shown.of(sought)
                + " is a "
                + (number ? "number" : "text")
                + " but the keys in "
                + lookup.keys()
                + " are "
                + (number ? "texts" : "numbers")
                + ", so that it is not found",
            "要找的 "
                + Shown.of(sought)
                + " 是"
                + (number ? "数字" : "文本")
                + "，而 "
                + lookup.keys()
                + " 中的键是"
                + (number ? "文本" : "数字")
                + "，因此找不到");
    return new FormulaFinding(name(), Severity.DOUBT, wording, List.of(lookup.keys().toString()));
  }
}
