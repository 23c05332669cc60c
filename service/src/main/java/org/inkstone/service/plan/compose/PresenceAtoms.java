package org.inkstone.service.plan.compose;

import java.util.List;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;

/** Conditions on blanks, and on columns that hold yes or no. */
final class PresenceAtoms {
  private static final int NEAR = 26;

  private final Reading reading;
  private final List<Atom> atoms;

  PresenceAtoms(Reading reading, List<Atom> atoms) {
    this.reading = reading;
    this.atoms = atoms;
  }

  void find() {
    for (Reading.Mention mention : reading.mentions()) {
      ColumnView column = mention.column();
      double doubt = 0.6 * (1 - mention.score());
      if (Columns.isFlag(column)) {
        addFlag(mention, doubt);
      } else {
        addDenied(mention, doubt);
      }
      addBlanks(mention, doubt);
    }
  }

  private void add(Condition condition, Reading.Mention mention, long own, double cost) {
    long mentions = Atoms.mentions(reading, mention.column());
    atoms.add(
        new Atom(
            condition, mention.column(), own | mentions, own | mention.item().bit(), cost, false));
  }

  /** "Paid", "not paid", "unpaid". */
  private void addFlag(Reading.Mention mention, double doubt) {
    ColumnView column = mention.column();
    long denials = denials(mention);
    if (reading.has(Cue.EITHER)) {
      return;
    }
    Columns.yes(column)
        .ifPresent(yes -> add(Atoms.equal(column, Plan.Literal.of(yes)), mention, 0, 0.15 + doubt));
    if (denials != 0) {
      Columns.no(column)
          .ifPresent(
              no -> add(Atoms.equal(column, Plan.Literal.of(no)), mention, denials, 0.05 + doubt));
    }
  }

  /** Denials before a column, or in the same word. */
  private long denials(Reading.Mention mention) {
    long bits = 0;
    for (Item denial : reading.cues(Cue.NEGATION)) {
      boolean same = denial.index() == mention.item().index();
      boolean before =
          denial.end() <= mention.item().start()
              && reading.distance(denial, mention.item()) <= 14
              && !columnBetween(denial, mention.item());
      bits |= same || before ? denial.bit() : 0;
    }
    return bits;
  }

  private boolean columnBetween(Item a, Item b) {
    return reading.mentions().stream()
        .anyMatch(m -> m.item().index() > a.index() && m.item().index() < b.index());
  }

  /** "Not delivered yet": the column of the day is blank. */
  private void addDenied(Reading.Mention mention, double doubt) {
    ColumnView column = mention.column();
    long denials = denials(mention);
    boolean blanks = column.profile().blanks() > 0;
    if (denials != 0) {
      add(
          new Condition.Blank(Plan.Field.of(column), true),
          mention,
          denials,
          (blanks ? 0.1 : 0.9) + doubt);
    } else if (blanks && !Columns.isQuantity(column)) {
      add(new Condition.Blank(Plan.Field.of(column), false), mention, 0, 0.4 + doubt);
    }
  }

  private void addBlanks(Reading.Mention mention, double doubt) {
    Condition blank = new Condition.Blank(Plan.Field.of(mention.column()), true);
    Condition filled = new Condition.Blank(Plan.Field.of(mention.column()), false);
    for (Item cue : reading.cues(Cue.BLANK)) {
      int distance = reading.distance(cue, mention.item());
      if (distance > NEAR || cue.index() == mention.item().index()) {
        continue;
      }
      boolean positive = cue.words().toLowerCase(java.util.Locale.ROOT).matches("filled in|filled");
      long denials =
          reading.cues(Cue.NEGATION).stream()
              .filter(n -> n.index() != cue.index() && reading.distance(n, cue) <= 30)
              .filter(n -> !n.is(Cue.BLANK)) // "empty, i.e. without a tenant" says it twice
              .mapToLong(Item::bit)
              .reduce(0, (a, b) -> a | b);
      boolean governs =
          cue.words().toLowerCase(java.util.Locale.ROOT).matches("without|no|missing|缺|缺少");
      double cost = 0.01 * distance + doubt;
      cost += governs && mention.item().end() <= cue.start() ? 0.3 : 0;
      cost += mention.column().profile().blanks() == 0 ? 0.3 : 0;
      Item before = mention.item().start() < cue.start() ? mention.item() : cue;
      Item after = mention.item().start() < cue.start() ? cue : mention.item();
      cost += columnBetween(before, after) ? 0.6 : 0;
      long again =
          reading.cues(Cue.BLANK).stream()
              .filter(n -> n.is(Cue.NEGATION) || cue.is(Cue.NEGATION))
              .mapToLong(Item::bit)
              .reduce(0, (a, b) -> a | b);
      boolean denied = denials != 0;
      boolean isBlank = positive == denied;
      add(isBlank ? blank : filled, mention, cue.bit() | denials | again, cost);
      if (denied) {
        add(isBlank ? filled : blank, mention, cue.bit(), cost + 0.2);
      }
    }
  }
}
