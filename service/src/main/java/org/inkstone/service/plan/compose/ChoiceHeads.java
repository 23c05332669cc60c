package org.inkstone.service.plan.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.Comparison;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;

/** Flags and bands: what a row is called, by conditions on it. */
final class ChoiceHeads {
  private final Reading reading;
  private final List<Head> heads;
  private final List<Atom> atoms;

  ChoiceHeads(Reading reading, List<Atom> atoms, List<Head> heads) {
    this.reading = reading;
    this.heads = heads;
    this.atoms = atoms;
  }

  /** What is written where a condition holds. */
  private record Label(Item item, Plan plan) {}

  void find() {
    List<Label> labels = labels();
    if (labels.isEmpty() && reading.details().has(Detail.YES_NO)) {
      yesOrNo();
    }
    if (!labels.isEmpty()) {
      one(labels);
      bands(labels);
      blankLast(labels);
      signs(labels);
    }
    computed();
  }

  private List<Label> labels() {
    List<Label> labels = new ArrayList<>();
    for (Item item : reading.items()) {
      item.all(Target.Quote.class)
          .forEach(q -> labels.add(new Label(item, Plan.Literal.of(q.text()))));
    }
    return labels;
  }

  /** "Is it approved? yes or no". */
  private void yesOrNo() {
    boolean chinese = reading.links().language() == org.inkstone.service.plan.Language.CHINESE;
    Plan yes = Plan.Literal.of(chinese ? "是" : "yes");
    Plan no = Plan.Literal.of(chinese ? "否" : "no");
    for (Atom atom : atoms) {
      boolean blank = atom.condition() instanceof Condition.Blank;
      Plan plan = new Plan.Choose(List.of(new Plan.Case(atom.condition(), yes)), no);
      long bits = softBits() | atom.used() | reading.bits(Cue.NEGATION);
      heads.add(Head.of("YES_NO", plan, bits, atom.cost() + 0.1 + (blank ? -0.2 : 0)));
    }
  }

  private long softBits() {
    return reading.bits(Cue.CONDITION) | reading.bits(Cue.BAND) | reading.bits(Cue.EACH);
  }

  private static boolean isFree(Atom atom, List<Label> labels) {
    return labels.stream().noneMatch(l -> (atom.exclusive() & l.item().bit()) != 0);
  }

  /** One condition, a label for it and perhaps one for the rest. */
  private void one(List<Label> labels) {
    List<Atom> free = atoms.stream().filter(a -> isFree(a, labels)).toList();
    for (Atom atom : free) {
      add(labels, List.of(atom));
      for (Atom second : free) {
        boolean apart =
            (atom.exclusive() & second.exclusive()) == 0
                && !atom.column().equals(second.column())
                && atom.start(reading) < second.start(reading);
        if (apart && labels.size() <= 2) {
          add(labels, List.of(atom, second));
        }
      }
    }
  }

  private void add(List<Label> labels, List<Atom> parts) {
    if (labels.size() > 2) {
      return;
    }
    long empty = labels.size() == 1 ? reading.bits(Cue.FILL_ERROR) : 0;
    long bits =
        softBits()
            | empty
            | labels.stream().mapToLong(l -> l.item().bit()).reduce(0, (a, b) -> a | b);
    double cost = labels.size() == 1 ? 0.2 : 0;
    for (Atom part : parts) {
      bits |= part.used();
      cost += part.cost();
    }
    boolean before =
        parts.stream().allMatch(p -> p.end(reading) <= labels.getFirst().item().start());
    bits |= before ? rest(labels) : 0;
    Condition when = Condition.all(parts.stream().map(Atom::condition).toList());
    Plan otherwise = labels.size() == 2 ? labels.get(1).plan() : Plan.Literal.of("");
    Plan plan = new Plan.Choose(List.of(new Plan.Case(when, labels.getFirst().plan())), otherwise);
    heads.add(Head.of("FLAG", plan, bits, cost));
    Plan value = otherValue(labels);
    if (value != null) {
      Item number = numberItem();
      heads.add(
          Head.of(
              "FLAG",
              new Plan.Choose(List.of(new Plan.Case(when, labels.getFirst().plan())), value),
              bits | (number == null ? 0 : number.bit()),
              cost));
    }
  }

  /** What is said between two labels: the opposite of the condition, in other words. */
  private long rest(List<Label> labels) {
    long bits = 0;
    for (Item item : reading.items()) {
      boolean between =
          labels.size() == 2
              && item.start() >= labels.getFirst().item().end()
              && item.end() <= labels.getLast().item().start();
      bits |= between && item.has(Target.Construction.class) ? item.bit() : 0;
    }
    return bits;
  }

  private @org.jspecify.annotations.Nullable Item numberItem() {
    return reading.details().all(Detail.OTHERWISE).stream()
        .flatMap(said ->
            reading.items().stream()
                .filter(i -> i.has(Target.Number.class) && i.start() >= said.end()))
        .findFirst()
        .orElse(null);
  }

  private @org.jspecify.annotations.Nullable Plan otherValue(List<Label> labels) {
    Item number = numberItem();
    return labels.size() != 1 || number == null
        ? null
        : Plan.Literal.of(number.all(Target.Number.class).getFirst().value());
  }

  /** Several conditions with a label each, in their order; the last label may be for the rest. */
  private void bands(List<Label> labels) {
    if (labels.size() < 3) {
      return;
    }
    List<Atom> free =
        atoms.stream()
            .filter(a -> isFree(a, labels))
            .sorted(Comparator.comparingDouble(Atom::cost))
            .toList();
    List<Plan.Case> cases = new ArrayList<>();
    long bits = softBits();
    double cost = 0.1;
    long taken = 0;
    for (int i = 0; i + 1 < labels.size(); i++) {
      Atom best = nearest(labels, i, free, taken);
      if (best == null) {
        return;
      }
      taken |= best.exclusive() & ~soft(best);
      bits |= best.used() | labels.get(i).item().bit();
      cost += best.cost() * 0.5;
      cases.add(new Plan.Case(simplified(best.condition(), cases), labels.get(i).plan()));
    }
    Label rest = labels.getLast();
    Atom last = nearest(labels, labels.size() - 1, free, taken);
    if (last != null) {
      bits |= last.used();
    }
    bits |= rest.item().bit();
    heads.add(Head.of("BANDS", new Plan.Choose(cases, rest.plan()), bits, cost));
  }

  /** "A" if one holds, "B" if not, and "?" where a cell is blank, which is asked first. */
  private void blankLast(List<Label> labels) {
    if (labels.size() != 3) {
      return;
    }
    List<Atom> free = atoms.stream().filter(a -> isFree(a, labels)).toList();
    List<Atom> blanks =
        free.stream()
            .filter(a -> a.condition() instanceof Condition.Blank b && b.blank())
            .filter(a -> a.end(reading) > labels.getLast().item().end())
            .toList();
    for (Atom blank : blanks) {
      for (Atom first : free) {
        boolean near =
            first.start(reading) >= labels.get(0).item().end()
                && first.end(reading) <= labels.get(1).item().start();
        if (near && (first.exclusive() & blank.exclusive() & ~soft(blank)) == 0) {
          long bits = softBits() | first.used() | blank.used() | reading.bits(Cue.NEGATION);
          for (Label label : labels) {
            bits |= label.item().bit();
          }
          Plan plan =
              new Plan.Choose(
                  List.of(
                      new Plan.Case(blank.condition(), labels.get(2).plan()),
                      new Plan.Case(first.condition(), labels.get(0).plan())),
                  labels.get(1).plan());
          heads.add(Head.of("BANDS", plan, bits, 0.1 + first.cost() + blank.cost()));
        }
      }
    }
  }

  private long soft(Atom atom) {
    return Atoms.mentions(reading, atom.column());
  }

  /** The best condition between the label before and the label itself, or right behind it. */
  private @org.jspecify.annotations.Nullable Atom nearest(
      List<Label> labels, int index, List<Atom> free, long taken) {
    int from = index == 0 ? 0 : labels.get(index - 1).item().end();
    int own = labels.get(index).item().start();
    int to = index + 1 < labels.size() ? labels.get(index + 1).item().start() : Integer.MAX_VALUE;
    boolean labelFirst = isLabelFirst(labels);
    return free.stream()
        .filter(a -> (a.exclusive() & ~soft(a) & taken) == 0)
        .filter(a -> {
          int at = lastNumber(a);
          return labelFirst ? at >= own && at <= to : at >= from && at <= own;
        })
        .min(
            Comparator.comparingDouble(
                a -> a.cost() - 0.7 * Long.bitCount(a.exclusive() & ~soft(a))))
        .orElse(null);
  }

  /** "A from 90, B from 80": the labels stand before their conditions. */
  private boolean isLabelFirst(List<Label> labels) {
    int first = labels.getFirst().item().start();
    return reading.items().stream().noneMatch(i -> i.has(Target.Number.class) && i.start() < first);
  }

  private int lastNumber(Atom atom) {
    return reading.items().stream()
        .filter(i -> (atom.exclusive() & i.bit()) != 0 && !i.has(Target.Column.class))
        .mapToInt(Item::start)
        .max()
        .orElse(atom.start(reading));
  }

  /** What the cases before have taken away needs no mention: 30 to 44 after under 30. */
  private static Condition simplified(Condition condition, List<Plan.Case> before) {
    if (!(condition instanceof Condition.All all) || before.isEmpty() || all.parts().size() != 2) {
      return condition;
    }
    Condition last = before.getLast().when();
    if (last instanceof Condition.All l && l.parts().size() == 2) {
      last = l.parts().getLast();
    }
    for (Condition part : all.parts()) {
      if (part instanceof Condition.Compare c
          && last instanceof Condition.Compare p
          && c.left().equals(p.left())
          && c.right().equals(p.right())
          && c.comparison() == p.comparison().opposite()) {
        return all.parts().getFirst().equals(part) ? all.parts().getLast() : all.parts().getFirst();
      }
    }
    return condition;
  }

  /** "Higher: win, lower: loss, the same: draw" between two columns. */
  private void signs(List<Label> labels) {
    if (labels.size() != 3) {
      return;
    }
    List<Reading.Mention> mentions = reading.mentions();
    for (Reading.Mention left : mentions) {
      for (Reading.Mention right : allNumbers()) {
        boolean pair =
            Columns.isQuantity(left.column())
                && !left.column().equals(right.column())
                && (right.score() > 0.9 || isPartner(left.column(), right.column()));
        if (pair) {
          addSigns(labels, left, right);
        }
      }
    }
  }

  private List<Reading.Mention> allNumbers() {
    List<Reading.Mention> all = new ArrayList<>();
    Item first = reading.items().getFirst();
    reading.table().columns().stream()
        .filter(Columns::isQuantity)
        .forEach(c -> all.add(new Reading.Mention(first, c, Measures.score(reading, c))));
    return all;
  }

  /** Two headers that end alike, such as home score and away score. */
  private static boolean isPartner(
      org.inkstone.service.plan.ColumnView a, org.inkstone.service.plan.ColumnView b) {
    List<String> x = org.inkstone.service.plan.Words.keys(a.name());
    List<String> y = org.inkstone.service.plan.Words.keys(b.name());
    return x.size() > 1 && y.size() > 1 && x.getLast().equals(y.getLast());
  }

  private void addSigns(List<Label> labels, Reading.Mention left, Reading.Mention right) {
    String request = reading.links().request();
    Comparison[] order = new Comparison[2];
    for (int i = 0; i < 2; i++) {
      int from = i == 0 ? left.item().end() : labels.get(i - 1).item().end();
      int to = labels.get(i).item().start();
      Comparison said = from <= to ? said(request.substring(from, to)) : null;
      if (said == null) {
        return;
      }
      order[i] = said;
    }
    long bits = softBits() | reading.bits(Cue.EQUAL) | left.item().bit();
    bits |= Atoms.mentions(reading, left.column()) | Atoms.mentions(reading, right.column());
    for (Label label : labels) {
      bits |= label.item().bit();
    }
    for (Item item : reading.items()) {
      bits |= item.isComparison() || item.is(Cue.MAX) || item.is(Cue.MIN) ? item.bit() : 0;
    }
    Plan a = Plan.Field.of(left.column());
    Plan b = Plan.Field.of(right.column());
    Plan plan =
        new Plan.Choose(
            List.of(
                new Plan.Case(new Condition.Compare(a, order[0], b), labels.get(0).plan()),
                new Plan.Case(new Condition.Compare(a, order[1], b), labels.get(1).plan())),
            labels.get(2).plan());
    heads.add(Head.of("SIGNS", plan, bits, 0.2 + 0.5 * (1 - left.score())));
  }

  private static @org.jspecify.annotations.Nullable Comparison said(String text) {
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    if (lower.matches("(?s).*(高|大|多|more|higher|greater|larger|above|over|胜).*")) {
      return Comparison.GREATER;
    } else if (lower.matches("(?s).*(低|小|少|less|lower|smaller|fewer|below|under|负).*")) {
      return Comparison.LESS;
    }
    return lower.matches("(?s).*(一样|相等|相同|等于|平|equal|same|tie|draw).*") ? Comparison.EQUAL : null;
  }

  /** "Cost per issue, show a dash if issues is 0". */
  private void exceptions() {
    List<Label> labels = labels();
    if (labels.size() != 1) {
      return;
    }
    for (ChainHeads.Chain chain : new ChainHeads(reading, new ArrayList<>()).chains()) {
      for (Atom atom : atoms) {
        long own = atom.exclusive() & ~soft(atom);
        if ((own & chain.bits() & ~soft(atom)) == 0 && isFree(atom, labels)) {
          Plan plan =
              new Plan.Choose(
                  List.of(new Plan.Case(atom.condition(), labels.getFirst().plan())),
                  ChainHeads.plan(chain));
          long bits = softBits() | chain.bits() | atom.used() | labels.getFirst().item().bit();
          heads.add(Head.of("COMPUTED_FLAG", plan, bits, chain.cost() + atom.cost() + 0.05));
        }
      }
    }
  }

  /** "Hours times rate if billable is yes, otherwise 0". */
  private void computed() {
    if (!reading.has(Cue.CONDITION)) {
      return;
    }
    exceptions();
    Item rest = numberItem();
    Plan otherwise =
        rest == null
            ? Plan.Literal.of("")
            : Plan.Literal.of(rest.all(Target.Number.class).getFirst().value());
    for (ChainHeads.Chain chain : new ChainHeads(reading, new ArrayList<>()).chains()) {
      for (Atom atom : atoms) {
        boolean apart = (atom.exclusive() & chain.bits()) == 0;
        boolean own = rest == null || (atom.exclusive() & rest.bit()) == 0;
        if (apart && own) {
          Plan plan =
              new Plan.Choose(
                  List.of(new Plan.Case(atom.condition(), ChainHeads.plan(chain))), otherwise);
          heads.add(
              Head.of(
                  "COMPUTED_FLAG",
                  plan,
                  softBits() | chain.bits() | atom.used() | (rest == null ? 0 : rest.bit()),
                  chain.cost() + atom.cost() + (rest == null ? 0.3 : 0.05)));
        }
      }
    }
  }
}
