package org.inkstone.service.plan.compose;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;

/** Conditions on parts of texts. */
final class TextAtoms {
  private final Reading reading;
  private final List<Atom> atoms;

  TextAtoms(Reading reading, List<Atom> atoms) {
    this.reading = reading;
    this.atoms = atoms;
  }

  void find() {
    for (Item cue : reading.cues(Cue.CONTAINS)) {
      for (Item item : reading.items()) {
        boolean near = item.index() != cue.index() && reading.distance(cue, item) <= 20;
        if (near && item.has(Target.Quote.class)) {
          add(cue, item, item.all(Target.Quote.class).getFirst().text());
        } else if (near && (item.has(Target.Value.class) || item.has(Target.Number.class))) {
          add(cue, item, item.words());
        }
      }
      nextWord(cue);
      for (Links.Unlinked unlinked : reading.links().unlinked()) {
        int gap = unlinked.start() - cue.end();
        if (gap >= 0 && gap <= 8) {
          add(cue, cue, unlinked.words());
        }
      }
    }
  }

  /** A word of no other meaning right behind, as in "starting with The". */
  private void nextWord(Item cue) {
    String behind = reading.links().request().substring(cue.end());
    java.util.regex.Matcher matcher =
        java.util.regex.Pattern.compile("^\\s*([\\p{L}\\p{N}@.\\-]+)").matcher(behind);
    if (matcher.find()) {
      int start = cue.end() + matcher.start(1);
      boolean other = reading.items().stream().anyMatch(i -> i.start() == start);
      if (!other) {
        add(cue, cue, matcher.group(1).replaceFirst("[.]$", ""));
      }
    }
  }

  private void add(Item cue, Item item, String part) {
    Set<Detail> details = reading.details().inside(cue.start(), Math.max(cue.end(), item.end()));
    Condition.Place place =
        details.contains(Detail.BEGINNING)
            ? Condition.Place.BEGINNING
            : details.contains(Detail.END) ? Condition.Place.END : Condition.Place.INSIDE;
    String lower = part.toLowerCase(Locale.ROOT);
    for (ColumnView column : reading.table().columns()) {
      if (!Columns.isText(column)) {
        continue;
      }
      long mentions = Atoms.mentions(reading, column);
      boolean held =
          column.texts().stream().anyMatch(t -> t.toLowerCase(Locale.ROOT).contains(lower));
      double cost = mentions != 0 ? 0 : held ? 0.4 : 1.5;
      Condition condition = new Condition.Matches(Plan.Field.of(column), place, part);
      long own = cue.bit() | item.bit();
      atoms.add(new Atom(condition, column, own | mentions, own, cost + (held ? 0 : 0.1), false));
      for (Item denial : reading.cues(Cue.NEGATION)) {
        if (denial.end() <= cue.end() && reading.distance(denial, cue) < 12) {
          long denied = own | denial.bit();
          atoms.add(
              new Atom(
                  new Condition.Not(condition), column, denied | mentions, denied, cost, false));
        }
      }
    }
  }
}
