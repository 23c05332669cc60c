package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Target;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.table.ColumnType;
import org.inkstone.service.verify.Finding;

/** The columns that are read are those that the request names, and all words are accounted for. */
final class ColumnChecks {
  static final Check WORDS = Check.of("words_linked", ColumnChecks::words);
  static final Check ASKED = Check.of("columns_asked", ColumnChecks::asked);
  static final Check USED = Check.of("columns_used", ColumnChecks::used);
  static final Check COVERED = Check.of("range_covers_data", ColumnChecks::covered);

  private static final double SURE = 0.72;

  private ColumnChecks() {}

  private static Finding words(Answer answer) {
    List<String> unlinked =
        answer.question().links().unlinked().stream().map(Links.Unlinked::words).toList();
    return unlinked.isEmpty()
        ? Finding.passed(WORDS.name(), "every word of the request is accounted for")
        : Finding.doubt(WORDS.name(), "linked to nothing: " + unlinked);
  }

  private static Finding asked(Answer answer) {
    List<String> unasked = new ArrayList<>();
    List<String> unsure = new ArrayList<>();
    for (ColumnView column : answer.columns()) {
      double certainty = certainty(column, answer);
      if (certainty <= 0) {
        unasked.add(column.reference());
      } else if (certainty < SURE) {
        unsure.add(column.reference());
      }
    }
    if (!unasked.isEmpty()) {
      return Finding.fault(ASKED.name(), "no word of the request means " + unasked);
    }
    return unsure.isEmpty()
        ? Finding.passed(ASKED.name(), "each column is named by the request")
        : Finding.doubt(ASKED.name(), "the request may mean another column than " + unsure);
  }

  /** How sure the request means a column: 0 is not at all. */
  private static double certainty(ColumnView column, Answer answer) {
    Links links = answer.question().links();
    double best = 0;
    for (List<Link> group : Spans.of(links)) {
      for (Link link : group) {
        if (link.target() instanceof Target.Column c && c.column().equals(column)) {
          best = Math.max(best, isAmbiguous(group, link) ? link.score() / 2 : sure(link));
        } else if (link.target() instanceof Target.Value v && v.column().equals(column)) {
          best = Math.max(best, v.whole() ? 1 : SURE);
        } else if (link.target() instanceof Target.Part p && p.column().equals(column)) {
          best = Math.max(best, SURE);
        }
      }
    }
    if (best == 0 && (isPeriodColumn(column, answer) || isNameColumn(column, answer))) {
      return 1;
    }
    return best == 0 && isKey(column, answer) ? 1 : best;
  }

  /** Whether the same words mean another column as well, and no other words say which. */
  private static boolean isAmbiguous(List<Link> group, Link link) {
    return group.stream()
        .anyMatch(other ->
            other.target() instanceof Target.Column
                && !other.target().equals(link.target())
                && other.score() > link.score() - 0.05);
  }

  /** Words of a header that are words of no other header mean it surely; likeness does not. */
  private static double sure(Link link) {
    return link.how().equals("embedding") ? link.score() / 2 : Math.max(link.score(), SURE);
  }

  /** The first column that tells the rows apart by a text, where the request asks who. */
  private static boolean isNameColumn(ColumnView column, Answer answer) {
    if (!answer.question().links().has(Cue.WHO)) {
      return false;
    }
    return answer.question().schema().table(column.table()).stream()
        .flatMap(t -> t.columns().stream())
        .filter(c ->
            c.type() == ColumnType.TEXT && 10 * c.profile().distinct() >= 9 * c.profile().rows())
        .filter(c -> !c.texts().getFirst().matches(".*\\d.*"))
        .findFirst()
        .filter(column::equals)
        .isPresent();
  }

  /** The only column of dates, where the request names a period. */
  private static boolean isPeriodColumn(ColumnView column, Answer answer) {
    if (answer.question().links().all(Target.Period.class).isEmpty()) {
      return false;
    }
    return column.type() == ColumnType.DATE
        && answer.question().schema().table(column.table()).stream()
                .flatMap(t -> t.columns().stream())
                .filter(c -> c.type() == ColumnType.DATE)
                .count()
            == 1;
  }

  /** A column that joins two tables: both have one of this name, and both tables are read. */
  private static boolean isKey(ColumnView column, Answer answer) {
    Set<String> tables = new HashSet<>();
    answer.columns().stream()
        .filter(c -> c.name().equalsIgnoreCase(column.name()))
        .forEach(c -> tables.add(c.table()));
    return tables.size() > 1;
  }

  private static Finding used(Answer answer) {
    List<String> faults = new ArrayList<>();
    List<String> doubts = new ArrayList<>();
    for (List<Link> group : Spans.of(answer.question().links())) {
      List<ColumnView> columns =
          Spans.all(group, Target.Column.class).stream().map(Target.Column::column).toList();
      boolean only = columns.size() == group.size() && !columns.isEmpty();
      if (only && columns.stream().noneMatch(answer.columns()::contains)) {
        boolean sure = group.stream().anyMatch(l -> l.score() >= SURE);
        if (sure && columns.stream().allMatch(ColumnChecks::isMeasure)) {
          faults.add(group.getFirst().words());
        } else if (!namesTheRows(group.getFirst(), columns, answer)) {
          doubts.add(group.getFirst().words());
        }
      }
    }
    if (!faults.isEmpty()) {
      return Finding.fault(USED.name(), "asked for but not read: " + faults);
    }
    return doubts.isEmpty()
        ? Finding.passed(USED.name(), "each column that the request names is read")
        : Finding.doubt(USED.name(), "named but not read: " + doubts);
  }

  private static boolean isMeasure(ColumnView column) {
    boolean number = column.type() == ColumnType.NUMBER || column.type() == ColumnType.DATE;
    return number && column.index() > 0;
  }

  /** "How many orders", "for each product": the word says what a row is, nothing more. */
  private static boolean namesTheRows(Link words, List<ColumnView> columns, Answer answer) {
    Links links = answer.question().links();
    boolean counted =
        !words.how().equals("unit")
            && (Spans.isRightBefore(links, Cue.COUNT, words)
                || Spans.isRightBefore(links, Cue.EACH, words));
    boolean first = columns.stream().anyMatch(c -> c.index() == 0);
    boolean list = links.has(Cue.LIST) || links.has(Cue.LOOKUP) || links.has(Cue.DISTINCT);
    return counted || first && !list;
  }

  private static Finding covered(Answer answer) {
    List<String> off = new ArrayList<>();
    ExprTree.nodes(answer.named())
        .forEach(node -> {
          switch (node) {
            case Expr.CellRef cell -> off.add("a single cell");
            case Expr.RangeRef range -> off.add("a range that is not all data rows of a column");
            case Expr.ColumnsRef columns -> off.add("whole columns, headers included");
            case Expr.RowsRef rows -> off.add("whole rows");
            case Expr.NameRef name -> off.add(name.name());
            default -> {}
          }
        });
    return off.isEmpty()
        ? Finding.passed(COVERED.name(), "each range is all data rows, no header, no total")
        : Finding.fault(COVERED.name(), "reads " + off);
  }
}
