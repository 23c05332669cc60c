package org.inkstone.service.plan.compose;

import java.util.List;
import java.util.Locale;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.sheet.Scalar;

/** Conditions that a place in a ranking is meant: "placed first", "in 2nd position", 第一名. */
final class OrdinalAtoms {
  private static final java.util.regex.Pattern PLACING =
      java.util.regex.Pattern.compile(
          "(?is).*\\b(place|placed|placing|position|finish|finished|rank|ranked|came in|come in)\\b.*"
              + "|.*(第.{1,3}名|名次|排名|获得第|得了第).*");

  private final Reading reading;
  private final List<Atom> atoms;

  OrdinalAtoms(Reading reading, List<Atom> atoms) {
    this.reading = reading;
    this.atoms = atoms;
  }

  void find() {
    for (Item item : reading.items()) {
      for (Target.Ordinal ordinal : item.all(Target.Ordinal.class)) {
        for (ColumnView column : reading.table().columns()) {
          place(item, ordinal.position(), column);
        }
      }
    }
  }

  private void place(Item item, int position, ColumnView column) {
    boolean ranks = isRanking(column.name());
    Scalar value = written(position, column);
    if (value == null || !ranks) {
      return;
    }
    boolean placed = isPlacing(reading);
    long used = item.bit() | Atoms.mentions(reading, column);
    atoms.add(
        new Atom(
            Atoms.equal(column, new Plan.Literal(value)),
            column,
            used,
            item.bit(),
            placed ? 0.1 : 0.4,
            Columns.isUnique(column)));
  }

  static boolean isRanking(String header) {
    return header.matches("(?i).*(rank|place|position|pos\\b|finish|result|名次|排名|位次|名).*");
  }

  /** Whether a request speaks of places in a ranking, and so not of the order of the table. */
  static boolean isPlacing(Reading reading) {
    return PLACING.matcher(reading.links().request()).matches();
  }

  /** As the column writes the place: 1, 1st, first; null if it doesn't. */
  private static @org.jspecify.annotations.Nullable Scalar written(
      int position, ColumnView column) {
    for (String text : column.texts()) {
      String bare = text.strip().toLowerCase(Locale.ROOT);
      if (bare.matches(position + "(st|nd|rd|th)") || bare.matches("第?" + han(position) + "名?")) {
        return Scalar.of(text.strip());
      }
    }
    Double min = column.profile().min();
    Double max = column.profile().max();
    boolean held = min != null && max != null && position >= min && position <= max;
    return held && Columns.isNumber(column) ? Scalar.of((double) position) : null;
  }

  private static String han(int position) {
    return position <= 10 ? "零一二三四五六七八九十".substring(position, position + 1) : "" + position;
  }
}
