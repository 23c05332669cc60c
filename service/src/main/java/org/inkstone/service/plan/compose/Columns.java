package org.inkstone.service.plan.compose;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.Words;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.algebra.TextFunction;
import org.inkstone.service.sheet.table.CellReading;
import org.inkstone.service.sheet.table.ColumnType;

/** What columns are good for, by what stands in them. */
final class Columns {
  private static final List<Set<String>> FLAGS =
      List.of(
          Set.of("yes", "no"),
          Set.of("y", "n"),
          Set.of("是", "否"),
          Set.of("true", "false"),
          Set.of("有", "无"));
  private static final Set<String> YES = Set.of("yes", "y", "是", "true", "有");
  private static final Set<String> ID =
      Set.of("id", "no", "nr", "code", "number", "key", "编号", "工号", "学号", "序号", "号");

  private Columns() {}

  /** The texts of a column as they are compared: stray blanks in cells don't tell them apart. */
  static Plan text(ColumnView column) {
    Plan field = Plan.Field.of(column);
    return hasStrayBlanks(column) ? new Plan.TextOf(TextFunction.TRIM, field, List.of()) : field;
  }

  /** A text of a column as it is compared. */
  static String tidy(ColumnView column, String text) {
    return hasStrayBlanks(column) ? text.strip().replaceAll(" +", " ") : text;
  }

  private static boolean hasStrayBlanks(ColumnView column) {
    return column.profile().strayTexts() > 0
        && column.texts().stream().noneMatch(t -> t.indexOf('\n') >= 0 || t.indexOf('\u00a0') >= 0);
  }

  static boolean isNumber(ColumnView column) {
    return column.type() == ColumnType.NUMBER
        || column.type() == ColumnType.MIXED && column.profile().max() != null;
  }

  static boolean isDate(ColumnView column) {
    return column.type() == ColumnType.DATE;
  }

  /** A column of totals, whatever they are of. */
  static boolean isTotal(ColumnView column) {
    List<String> words = Words.keys(column.profile().header().name());
    return isNumber(column)
        && (words.equals(List.of("total")) || column.name().matches("总计|合计|总数|总分"));
  }

  /** Days, or numbers that are years. */
  static boolean isTime(ColumnView column) {
    Double min = column.profile().min();
    Double max = column.profile().max();
    if (isDate(column) || !isNumber(column) || min == null || max == null) {
      return isDate(column);
    }
    boolean named = column.name().matches("(?i).*(year|season|date|年|赛季).*");
    return named ? min >= 1000 && max <= 2100 : min >= 1850 && max <= 2050;
  }

  static boolean isText(ColumnView column) {
    return column.type() == ColumnType.TEXT || column.type() == ColumnType.MIXED;
  }

  static boolean isQuantity(ColumnView column) {
    return isNumber(column) && !isId(column) && !(column.reading() instanceof CellReading.Year);
  }

  /** A column of numbers that only name things. */
  static boolean isId(ColumnView column) {
    boolean first = column.index() == 0 && isUnique(column) && isWhole(column);
    List<String> words = Words.keys(column.profile().header().name());
    boolean named = !words.isEmpty() && ID.contains(words.getLast());
    return isNumber(column) && (first || named);
  }

  private static boolean isWhole(ColumnView column) {
    Double max = column.profile().max();
    return max != null && max == Math.rint(max);
  }

  /** Whether each row has another value. */
  static boolean isUnique(ColumnView column) {
    int filled = column.profile().rows() - column.profile().blanks();
    return filled > 1 && column.profile().distinct() == filled;
  }

  /** Whether values repeat, so that they make groups. */
  static boolean isGroup(ColumnView column) {
    return !isUnique(column) && column.profile().distinct() > 0;
  }

  static boolean isFlag(ColumnView column) {
    return yes(column).isPresent() || no(column).isPresent();
  }

  static Optional<String> yes(ColumnView column) {
    return flag(column, true);
  }

  static Optional<String> no(ColumnView column) {
    return flag(column, false);
  }

  private static Optional<String> flag(ColumnView column, boolean yes) {
    List<String> texts = column.texts().stream().limit(4).map(String::strip).toList();
    List<String> lower = texts.stream().map(t -> t.toLowerCase(Locale.ROOT)).distinct().toList();
    boolean flag = !lower.isEmpty() && FLAGS.stream().anyMatch(f -> f.containsAll(lower));
    return !flag
        ? Optional.empty()
        : texts.stream().filter(t -> YES.contains(t.toLowerCase(Locale.ROOT)) == yes).findFirst();
  }

  /** The column that tells the rows of a table apart by a name; empty if there is none. */
  static Optional<ColumnView> name(TableView table) {
    Optional<ColumnView> person =
        table.columns().stream()
            .filter(c -> isText(c) && Details.isPerson(c) && !isCode(c))
            .findFirst();
    return person.isPresent()
        ? person
        : table.columns().stream().filter(c -> isText(c) && !isCode(c)).findFirst();
  }

  private static boolean isCode(ColumnView column) {
    return !column.texts().isEmpty() && column.texts().getFirst().matches(".*\\d.*");
  }

  /** Whether a column holds codes, so that a name says better which row is meant. */
  static boolean isCode(TableView table, ColumnView column) {
    List<String> words = Words.keys(column.profile().header().name());
    boolean named =
        !words.isEmpty() && (ID.contains(words.getLast()) || column.name().endsWith("编码"));
    return (named || isCode(column)) && name(table).isPresent();
  }

  /** The column that identifies rows: the first one whose values differ. */
  static ColumnView key(TableView table) {
    return table.columns().stream()
        .filter(Columns::isUnique)
        .findFirst()
        .orElse(table.columns().getFirst());
  }
}
