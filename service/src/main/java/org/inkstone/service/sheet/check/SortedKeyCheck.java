package org.inkstone.service.sheet.check;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.check.FormulaFinding.Severity;
import org.inkstone.service.sheet.value.Compare;

/** Approximate look-ups need sorted keys; over others they give any row, without an error. */
final class SortedKeyCheck implements FormulaCheck {
  @Override
  public String name() {
    return "approximate_match_sorted";
  }

  @Override
  public List<FormulaFinding> find(FormulaSubject subject) {
    List<FormulaFinding> found = new ArrayList<>();
    subject
        .calls()
        .flatMap(call -> Lookup.of(call, subject).stream())
        .filter(l -> l.mode() == Lookup.Mode.ASCENDING || l.mode() == Lookup.Mode.DESCENDING)
        .forEach(lookup -> check(lookup, subject, found));
    return found;
  }

  private void check(Lookup lookup, FormulaSubject subject, List<FormulaFinding> found) {
    int rank = Compare.rank(subject.value(lookup.sought()));
    boolean ascending = lookup.mode() == Lookup.Mode.ASCENDING;
    Lookup.Key before = null;
    for (Lookup.Key key : lookup.entries(subject)) {
      boolean compared = rank > 2 || Compare.rank(key.value()) == rank;
      if (!compared) {
        continue; // a search skips what is of another type, such as a header
      }
      int order = before == null ? 0 : Compare.order(before.value(), key.value());
      if (before != null && (ascending ? order > 0 : order < 0)) {
        found.add(finding(lookup, before, key));
        return;
      }
      before = key;
    }
  }

  private FormulaFinding finding(Lookup lookup, Lookup.Key before, Lookup.Key key) {
    String name = lookup.call().function();
    String order = lookup.mode() == Lookup.Mode.ASCENDING ? "ascending" : "descending";
    String chineseOrder = lookup.mode() == Lookup.Mode.ASCENDING ? "升序" : "降序";
    String cause =
        lookup.byDefault() ? "without its last argument " + name : name + " as it is written";
    String chineseCause = lookup.byDefault() ? "省略最后一个参数时，" + name : "这样写的 " + name;
    Wording wording =
        new Wording(
            cause
                + " looks for the nearest key and needs "
                + order
                + " keys, but "
                + key.at()
                + " ("
                + Shown.of(key.value())
                + ") follows "
                + before.at()
                + " ("
                + Shown.of(before.value())
                + ")",
            chineseCause
                + " 是近似匹配，要求键按"
                + chineseOrder
                + "排列，但 "
                + before.at()
                + "（"
                + Shown.of(before.value())
                + "）之后是 "
                + key.at()
                + "（"
                + Shown.of(key.value())
                + "）");
    return new FormulaFinding(
        name(), Severity.DOUBT, wording, List.of(lookup.keys().cell(key.at())));
  }
}
