package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.Comparison;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.sheet.Scalar;

/** Conditions on texts that stand in cells. */
final class ValueAtoms {
  private static final int NEAR = 24;
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?i)以外|之外|除外|不算|不计|不包括在内|不属于|剔除|排除|excluded|not included|left out"
              + "|don't count|dont count");
  private static final double ONE_OF_SEVERAL = 0.8;

  private final Reading reading;
  private final List<Atom> atoms;

  ValueAtoms(Reading reading, List<Atom> atoms) {
    this.reading = reading;
    this.atoms = atoms;
  }

  void find() {
    for (Item item : reading.items()) {
      for (Link link : item.links()) {
        if (link.target() instanceof Target.Value value
            && value.column().table().equals(reading.table().name())) {
          add(item, value, link.score());
        } else if (link.target() instanceof Target.Quote quote) {
          addQuote(item, quote.text());
        }
      }
    }
    addParts();
    addSeveral();
  }

  /** The values of one column that some words are a part of, as 差旅 of 差旅-机票 and 差旅-住宿. */
  private static List<String> alike(Item item, Target.Value value) {
    return item.all(Target.Value.class).stream()
        .filter(v -> v.column().equals(value.column()) && !value.whole() && !v.whole())
        .map(Target.Value::value)
        .distinct()
        .toList();
  }

  /** Words that are a part of several values mean all of them. */
  private void addParts() {
    for (Item item : reading.items()) {
      Set<ColumnView> done = new HashSet<>();
      for (Target.Value value : item.all(Target.Value.class)) {
        boolean here = value.column().table().equals(reading.table().name());
        List<String> all = alike(item, value);
        if (here && all.size() > 1 && done.add(value.column())) {
          addPart(item, value.column(), all);
        }
      }
    }
  }

  private void addPart(Item item, ColumnView column, List<String> values) {
    String part = item.words().toLowerCase(Locale.ROOT);
    boolean begins = values.stream().allMatch(v -> v.toLowerCase(Locale.ROOT).startsWith(part));
    boolean ends = values.stream().allMatch(v -> v.toLowerCase(Locale.ROOT).endsWith(part));
    boolean inside = values.stream().allMatch(v -> v.toLowerCase(Locale.ROOT).contains(part));
    if (!inside) {
      return; // another form of the word: the values one by one
    }
    Condition.Place place =
        begins
            ? Condition.Place.BEGINNING
            : ends ? Condition.Place.END : Condition.Place.INSIDE;
    Condition condition = new Condition.Matches(Plan.Field.of(column), place, item.words());
    long used = item.bit() | Atoms.mentions(reading, column);
    double cost = 0.3 + elsewhere(item, column);
    atoms.add(new Atom(condition, column, used, item.bit(), cost, false));
    denial(item)
        .ifPresent(denied ->
            atoms.add(
                new Atom(
                    new Condition.Not(condition),
                    column,
                    used | denied,
                    item.bit() | denied,
                    cost + 0.05,
                    false)));
  }

  private void add(Item item, Target.Value value, double score) {
    ColumnView column = value.column();
    Plan literal = Plan.Literal.of(value.value());
    double cost =
        2.0 * (1 - score) * 0.5
            + elsewhere(item, column)
            + asNoun(item, value)
            + (alike(item, value).size() > 1 ? ONE_OF_SEVERAL : 0);
    long used = item.bit() | Atoms.mentions(reading, column) | sameFlag(value);
    boolean key = Columns.isUnique(column);
    atoms.add(new Atom(Atoms.equal(column, literal), column, used, item.bit(), cost, key));
    denial(item)
        .ifPresent(denied ->
            atoms.add(
                new Atom(
                    new Condition.Compare(Plan.Field.of(column), Comparison.NOT_EQUAL, literal),
                    column,
                    used | denied,
                    item.bit() | denied,
                    cost + 0.05,
                    false)));
  }

  /** A word that is a header too, and not written as the value is, rather means the column. */
  private static double asNoun(Item item, Target.Value value) {
    boolean header =
        item.all(Target.Column.class).stream().anyMatch(c -> item.score(c.column()) > 0.9);
    return header && !item.words().equals(value.value()) ? 0.8 : 0;
  }

  /** "Not signed for (signed: no)" says the same twice. */
  private long sameFlag(Target.Value value) {
    boolean no = Columns.no(value.column()).filter(value.value()::equalsIgnoreCase).isPresent();
    return no ? reading.bits(Cue.NEGATION) : 0;
  }

  /** Where a value stands in several columns, the one that is named is meant. */
  private double elsewhere(Item item, ColumnView column) {
    boolean here = Atoms.mentions(reading, column) != 0;
    boolean otherNamed =
        item.all(Target.Value.class).stream()
            .map(Target.Value::column)
            .anyMatch(c -> !c.equals(column) && Atoms.mentions(reading, c) != 0);
    return !here && otherNamed ? 0.6 : 0;
  }

  /** The bits of a denial that governs some words; empty if none does. */
  private Optional<Long> denial(Item item) {
    long bits = 0;
    for (Item denial : reading.cues(Cue.NEGATION)) {
      boolean before = denial.end() <= item.start();
      boolean near = reading.distance(denial, item) <= NEAR;
      boolean closes = CLOSING.matcher(denial.words()).matches();
      boolean other = valueBetween(denial, item);
      if (near && (before && !closes || !before && closes) && !other && !denial.isComparison()) {
        bits |= denial.bit();
      }
    }
    return bits == 0 ? Optional.empty() : Optional.of(bits);
  }

  private boolean valueBetween(Item a, Item b) {
    int from = Math.min(a.index(), b.index());
    int to = Math.max(a.index(), b.index());
    return reading.items().subList(from + 1, Math.max(from + 1, to)).stream()
        .anyMatch(i -> i.has(Target.Value.class) || i.has(Target.Number.class));
  }

  /** A quoted text that is a cell's. */
  private void addQuote(Item item, String quote) {
    String wanted = quote.strip().toLowerCase(Locale.ROOT);
    for (ColumnView column : reading.table().columns()) {
      boolean held =
          column.texts().stream().anyMatch(t -> t.strip().toLowerCase(Locale.ROOT).equals(wanted));
      if (held) {
        long used = item.bit() | Atoms.mentions(reading, column);
        atoms.add(
            new Atom(
                Atoms.equal(column, Plan.Literal.of(quote.strip())),
                column,
                used,
                item.bit(),
                0.1,
                Columns.isUnique(column)));
        denial(item)
            .ifPresent(denied ->
                atoms.add(
                    new Atom(
                        new Condition.Compare(
                            Plan.Field.of(column),
                            Comparison.NOT_EQUAL,
                            Plan.Literal.of(quote.strip())),
                        column,
                        used | denied,
                        item.bit() | denied,
                        0.15,
                        false)));
      }
    }
  }

  /** Several values of one column: any of them, or none where that is said. */
  private void addSeveral() {
    Map<ColumnView, List<Atom>> byColumn = new LinkedHashMap<>();
    for (Atom atom : List.copyOf(atoms)) {
      boolean one =
          atom.condition() instanceof Condition.Compare c
              && c.comparison() == Comparison.EQUAL
              && c.right() instanceof Plan.Literal;
      if (one) {
        byColumn.computeIfAbsent(atom.column(), k -> new ArrayList<>()).add(atom);
      }
    }
    byColumn.forEach((column, same) -> {
      List<Atom> apart = apart(same);
      if (apart.size() > 1) {
        addOneOf(column, apart);
      }
    });
  }

  private static List<Atom> apart(List<Atom> atoms) {
    List<Atom> apart = new ArrayList<>();
    long taken = 0;
    for (Atom atom : atoms) {
      if ((taken & atom.exclusive()) == 0) {
        taken |= atom.exclusive();
        apart.add(atom);
      }
    }
    return apart;
  }

  private void addOneOf(ColumnView column, List<Atom> same) {
    List<Scalar> values = new ArrayList<>();
    long used = 0;
    long exclusive = 0;
    double cost = 0.05;
    for (Atom atom : same) {
      if (atom.condition() instanceof Condition.Compare c
          && c.right() instanceof Plan.Literal literal) {
        values.add(literal.value());
      }
      used |= atom.used();
      exclusive |= atom.exclusive();
      cost += atom.cost();
    }
    Condition any = new Condition.OneOf(Plan.Field.of(column), values.stream().distinct().toList());
    atoms.add(new Atom(any, column, used, exclusive, cost, false));
    Item first = reading.items().get(Long.numberOfTrailingZeros(exclusive));
    double price = cost;
    long all = used;
    long own = exclusive;
    denial(first)
        .ifPresent(denied ->
            atoms.add(
                new Atom(
                    new Condition.Not(any), column, all | denied, own | denied, price, false)));
  }
}
