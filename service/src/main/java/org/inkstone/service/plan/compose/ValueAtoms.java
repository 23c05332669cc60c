package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  private static final Pattern EITHER_SIDE =
      Pattern.compile("(?i)不算|不计|不计入|不包括在内|剔除|排除|刨去|除去|left out|leave out|don't count|dont count");
  private static final Pattern SHORT_GAP =
      Pattern.compile("(?i)\\s*(的|的都|类的|类|都|全)?\\s*|\\s*(ones?|are|is|were|those)?\\s*");

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
        } else if (link.target() instanceof Target.Part part
            && part.column().table().equals(reading.table().name())) {
          addPart(item, part);
        } else if (link.target() instanceof Target.Quote quote) {
          addQuote(item, quote.text());
        }
      }
    }
    addSeveral();
    addAnywhere();
  }

  /** A value that several columns hold, as the places of a contest: in any of them. */
  private void addAnywhere() {
    for (Item item : reading.items()) {
      List<Atom> same =
          atoms.stream()
              .filter(a -> a.exclusive() == item.bit())
              .filter(a ->
                  a.condition() instanceof Condition.Compare c
                      ? c.comparison() == Comparison.EQUAL
                      : a.condition() instanceof Condition.Matches)
              .toList();
      long columns = same.stream().map(Atom::column).distinct().count();
      if (columns >= 2 && !reading.down()) {
        long used = same.stream().mapToLong(Atom::used).reduce(0, (a, b) -> a | b);
        double cost = same.stream().mapToDouble(Atom::cost).min().orElse(0);
        double named = alike(same) ? -0.03 : 0.3;
        atoms.add(
            new Atom(
                new Condition.Any(same.stream().map(Atom::condition).distinct().toList()),
                same.getFirst().column(),
                used,
                item.bit(),
                cost + named,
                false));
      }
    }
  }

  /** Headers that end alike: 1st venue, 2nd venue; the same words mean each of them. */
  private boolean alike(List<Atom> same) {
    List<String> ends =
        same.stream().map(a -> a.column().name().replaceFirst(".*\\s", "")).distinct().toList();
    return ends.size() == 1
        && same.stream().allMatch(a -> Atoms.mentions(reading, a.column()) != 0);
  }

  private void add(Item item, Target.Value value, double score) {
    ColumnView column = value.column();
    Plan literal = Plan.Literal.of(Columns.tidy(column, value.value()));
    double cost =
        2.0 * (1 - score) * 0.5
            + elsewhere(item, column)
            + asNoun(item, value)
            + listed(item, column);
    long used = item.bit() | Atoms.mentions(reading, column) | sameFlag(value);
    boolean key = Columns.isUnique(column);
    atoms.add(new Atom(Atoms.equal(column, literal), column, used, item.bit(), cost, key));
    denial(item)
        .ifPresent(denied ->
            atoms.add(
                new Atom(
                    new Condition.Compare(Columns.text(column), Comparison.NOT_EQUAL, literal),
                    column,
                    used | denied,
                    item.bit() | denied,
                    cost + 0.05,
                    false)));
  }

  /** The words stand inside the cell, or are one of several that it lists. */
  private void addPart(Item item, Target.Part part) {
    ColumnView column = part.column();
    boolean one =
        part.texts() == 1
            && item.all(Target.Value.class).stream().anyMatch(v -> v.column().equals(column));
    if (one) {
      return; // the text itself says it better
    }
    Condition inside =
        new Condition.Matches(Plan.Field.of(column), Condition.Place.INSIDE, part.text());
    long used = item.bit() | Atoms.mentions(reading, column) | reading.bits(Cue.CONTAINS);
    double cost = (part.listed() ? 0.06 : 0.3) + elsewhere(item, column);
    atoms.add(new Atom(inside, column, used, item.bit(), cost, false));
    denial(item)
        .ifPresent(denied ->
            atoms.add(
                new Atom(
                    new Condition.Not(inside),
                    column,
                    used | denied,
                    item.bit() | denied,
                    cost + 0.05,
                    false)));
  }

  /** A cell that lists the value beside others holds it too. */
  private static double listed(Item item, ColumnView column) {
    return item.all(Target.Part.class).stream()
            .anyMatch(p -> p.listed() && p.column().equals(column))
        ? 0.2
        : 0;
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
      boolean closes = denial.words().matches("以外|之外|除外|excluded|not included");
      boolean other = valueBetween(denial, item);
      boolean behind = !before && (closes || followsAtOnce(item, denial));
      boolean governs = before && !closes && !followsAny(denial) || behind;
      if (near && governs && !other && !denial.isComparison()) {
        bits |= denial.bit();
      }
    }
    return bits == 0 ? Optional.empty() : Optional.of(bits);
  }

  /** "Returned ones left out", 报废的不算: such words deny what stands right before them. */
  private boolean followsAtOnce(Item item, Item denial) {
    return item.end() <= denial.start()
        && EITHER_SIDE.matcher(denial.words()).matches()
        && SHORT_GAP.matcher(reading.between(item, denial)).matches();
  }

  private boolean followsAny(Item denial) {
    return reading.items().stream()
        .anyMatch(i -> i.has(Target.Value.class) && followsAtOnce(i, denial));
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
                            Columns.text(column),
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
    List<Scalar> different = values.stream().distinct().toList();
    if (different.size() == 1) {
      Condition equal = Atoms.equal(column, new Plan.Literal(different.getFirst()));
      atoms.add(new Atom(equal, column, used, exclusive, cost, false)); // said twice
      return;
    }
    Condition any = new Condition.OneOf(Columns.text(column), different);
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
