package org.inkstone.service.task.formula;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Target;

/**
 * The constants that a request, or the cells its words are linked to, justify. Nothing else may
 * stand in a formula but the small numbers of formula structure.
 *
 * @param texts as they may stand in a formula
 * @param numbers as they may stand in a formula, in a criterion too
 * @param dates first days and last days of the periods that the request names
 */
record Constants(Set<String> texts, Set<Double> numbers, Set<LocalDate> dates) {
  /** Switches, offsets and factors that formulas need for their own sake. */
  static final Set<Double> STRUCTURAL = Set.of(0.0, 1.0, 2.0, -1.0, 100.0);

  private static final List<Set<String>> FLAGS =
      List.of(Set.of("yes", "no"), Set.of("y", "n"), Set.of("是", "否"), Set.of("true", "false"));

  static Constants of(Links links) {
    Constants constants =
        new Constants(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    links.all(Target.Value.class).forEach(v -> constants.texts.add(v.value()));
    links.all(Target.Part.class).forEach(p -> constants.texts.add(p.text()));
    links.all(Target.Quote.class).forEach(q -> constants.addQuote(q.text()));
    links.all(Target.Column.class).forEach(c -> constants.addFlags(c.column()));
    links.all(Target.Number.class).forEach(constants::addNumber);
    links.all(Target.Ordinal.class).forEach(o -> constants.numbers.add((double) o.position()));
    links.all(Target.Period.class).forEach(constants::addPeriod);
    if (links.has(Cue.DATE_PART) || links.has(Cue.FINANCE) || links.has(Cue.DATE_SHIFT)) {
      constants.numbers.add(12.0);
      constants.numbers.add(7.0);
    }
    if (links.has(Cue.TEXT) || links.has(Cue.JOIN)) {
      constants.texts.addAll(List.of(" ", "-", ","));
    }
    return constants;
  }

  private void addQuote(String text) {
    texts.add(text);
    try {
      numbers.add(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      // most quotes are no numbers
    }
  }

  /** Yes and no of a column that holds nothing else. */
  private void addFlags(ColumnView column) {
    Set<String> held = new LinkedHashSet<>();
    column.texts().stream().limit(4).forEach(t -> held.add(t.strip().toLowerCase(Locale.ROOT)));
    if (!held.isEmpty() && FLAGS.stream().anyMatch(pair -> pair.containsAll(held))) {
      column.texts().forEach(t -> texts.add(t.strip()));
    }
  }

  private void addNumber(Target.Number number) {
    numbers.add(number.value());
    if (number.percent()) {
      numbers.add(Math.rint(number.value() * 1e10) / 1e8);
    }
  }

  private void addPeriod(Target.Period period) {
    LocalDate last = period.to().minusDays(1);
    for (LocalDate date : List.of(period.from(), period.to(), last, period.from().minusDays(1))) {
      dates.add(date);
      numbers.add((double) date.getYear());
      numbers.add((double) date.getMonthValue());
      numbers.add((double) date.getDayOfMonth());
    }
  }

  /** Whether a text is justified, also as a part of a pattern and without regard to case. */
  boolean justifies(String text) {
    String bare = text.replace("*", "").replace("?", "");
    return bare.isEmpty()
        || texts.stream().anyMatch(t -> t.equalsIgnoreCase(bare))
        || isNumber(bare) && justifies(Double.parseDouble(bare));
  }

  /** Whether a number is justified. */
  boolean justifies(double number) {
    return STRUCTURAL.contains(number) || names(number);
  }

  /** Whether the request itself names a number. */
  boolean names(double number) {
    return numbers.stream().anyMatch(n -> Math.abs(n - number) < 1e-9 * Math.max(1, Math.abs(n)));
  }

  static boolean isNumber(String text) {
    return text.matches("-?\\d+(?:\\.\\d+)?");
  }
}
