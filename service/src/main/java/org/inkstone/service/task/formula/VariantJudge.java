package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.check.Wording;
import org.inkstone.service.task.formula.Reaction.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Says what a reaction to changed data means and why. Only what makes a formula wrong whatever its
 * author wanted is a failure: one bad cell that turns a value over many rows into an error.
 */
final class VariantJudge {
  /** What look-ups and lists give for a key that is gone, or where there is no room for more. */
  private static final Set<ErrorCode> NOT_FOUND =
      Set.of(ErrorCode.NA, ErrorCode.CALC, ErrorCode.SPILL);

  private final Executed executed;
  private final List<CellRange> ranges;

  VariantJudge(Executed executed, TableView view) {
    this.executed = executed;
    this.ranges = executed.rangesIn(view);
  }

  /** Whether the value is made of several rows, so that more rows and other orders matter. */
  boolean readsRows() {
    return executed.place().fillDown() || !ranges.isEmpty();
  }

  private boolean overManyRows() {
    return !executed.place().fillDown() && !ranges.isEmpty();
  }

  Reaction reaction(DataVariant variant, @Nullable Computed after) {
    Reaction error = error(variant, after);
    if (error != null || after == null) {
      return error == null ? tooLong(variant) : error;
    }
    boolean same = sameRows(variant, after);
    return switch (variant.change()) {
      case DUPLICATE ->
          same
              ? unchanged(
                  variant, after, "a row that stands there twice changes nothing", "重复的行不影响结果")
              : changed(variant, after, "a row that stands there twice counts twice", "重复的行计算了两次");
      case EXTRA_ROW ->
          same
              ? unchanged(variant, after, "the new row does not change the value", "新增的行不影响结果")
              : changed(
                  variant,
                  after,
                  "the range grows with the table: the new row counts",
                  "区域随表格扩展，新增的行已计入");
      case EMPTY_GROUP -> emptyGroup(variant, after, same);
      default -> order(variant, after);
    };
  }

  private Reaction emptyGroup(DataVariant variant, Computed after, boolean same) {
    if (variant.changes().isEmpty()) {
      return unchanged(variant, after, "no row belongs to this group", "没有属于该组的行");
    }
    return same
        ? warning(
            variant,
            after,
            "the value is the same without any row of this group",
            "这一组没有任何行时结果仍然不变")
        : changed(variant, after, "without rows the group has nothing to count", "该组没有行，结果随之变化");
  }

  private Reaction order(DataVariant variant, Computed after) {
    return sameInAnyOrder(after)
        ? unchanged(variant, after, "the order of the rows does not matter", "结果与行的顺序无关")
        : warning(variant, after, "the value depends on the order of the rows", "结果取决于行的顺序");
  }

  Reaction blank(DataVariant variant, @Nullable Computed after, @Nullable Computed zero) {
    Reaction error = error(variant, after, zero == null || !zero.hasError());
    if (error != null || after == null) {
      return error == null ? tooLong(variant) : error;
    } else if (after.sameAs(executed.computed())) {
      return unchanged(variant, after, "this blank does not change the value", "该空白单元格不影响结果");
    } else if (zero != null && after.sameAs(zero)) {
      return changed(variant, after, "the blank counts as 0", "空白按 0 计算");
    }
    return changed(variant, after, "the blank is left out", "空白不参与计算");
  }

  /**
   * The reaction to a number stored as text.
   *
   * @param blank the value with the cell blank
   * @param zero the value with 0 in the cell
   */
  Reaction textNumber(
      DataVariant variant,
      @Nullable Computed after,
      @Nullable Computed blank,
      @Nullable Computed zero) {
    boolean emptied = zero != null && !zero.hasError() && blank != null && blank.hasError();
    Reaction error = error(variant, after, emptied);
    if (error != null || after == null) {
      return error == null ? tooLong(variant) : error;
    }
    String text =
        variant.changes().isEmpty()
                || !(variant.changes().getFirst().to().value() instanceof Scalar.Text t)
            ? ""
            : t.value();
    if (after.sameAs(executed.computed())) {
      return unchanged(
          variant,
          after,
          "the text number '" + text + "' still counts as a number",
          "文本数字 '" + text + "' 仍按数字计算");
    } else if (blank != null && after.sameAs(blank)) {
      return warning(
          variant,
          after,
          "the text number '" + text + "' is not counted, and no error says so",
          "文本数字 '" + text + "' 没有计入结果，也不报错");
    }
    return warning(
        variant,
        after,
        "the text number '" + text + "' is not taken as the number",
        "文本数字 '" + text + "' 没有按数字处理");
  }

  /** A row below the data: fixed ranges do not see it. */
  Reaction below(DataVariant variant, @Nullable Computed after, boolean counts) {
    Reaction error = error(variant, after);
    if (error != null || after == null) {
      return error == null ? tooLong(variant) : error;
    } else if (!after.sameAs(executed.computed())) {
      return changed(variant, after, "the row below the table counts too", "表格下方新增的行也已计入");
    } else if (counts && executed.place().fillDown()) {
      return warning(
          variant,
          after,
          "the rows above do not see a row below the table; it needs its own copy of the formula",
          "已有各行看不到表格下方新增的行，需要把公式填充到新行");
    } else if (counts) {
      int end = ranges.stream().mapToInt(CellRange::lastRow).max().orElse(0) + 1;
      return warning(
          variant,
          after,
          "an extra row below the table is not counted: the range ends at row " + end,
          "表格下方新增的行没有计入：区域只到第 " + end + " 行");
    }
    return unchanged(variant, after, "the new row does not change the value", "新增的行不影响结果");
  }

  private @Nullable Reaction error(DataVariant variant, @Nullable Computed after) {
    return error(variant, after, false);
  }

  /**
   * The reaction to an error that was not there before; null if there is none.
   *
   * @param emptied whether a 0 in the same cell gives no error, so that only numbers are missing
   */
  private @Nullable Reaction error(DataVariant variant, @Nullable Computed after, boolean emptied) {
    if (after == null || executed.computed().hasError() || !after.hasError()) {
      return null;
    }
    ErrorCode error =
        after.values().stream()
            .filter(Scalar.Err.class::isInstance)
            .map(e -> ((Scalar.Err) e).code())
            .findFirst()
            .orElse(ErrorCode.VALUE);
    String code = error.literal();
    boolean natural =
        variant.change() == DataVariant.Change.EMPTY_GROUP
            || variant.change() == DataVariant.Change.REORDERED_ROWS
            || !overManyRows()
            || NOT_FOUND.contains(error)
            || emptied;
    return new Reaction(
        variant,
        executed.computed(),
        after,
        natural ? Verdict.WARNING : Verdict.FAILED,
        natural
            ? new Wording("the value becomes " + code, "结果变为 " + code)
            : new Wording(
                "this one change makes the whole value " + code, "只改这一处，整个结果就变为 " + code));
  }

  private Reaction tooLong(DataVariant variant) {
    return new Reaction(
        variant,
        executed.computed(),
        null,
        Verdict.WARNING,
        new Wording("the value took too many steps to compute", "计算步数过多，未能得出结果"));
  }

  private Reaction unchanged(DataVariant variant, Computed after, String en, String zh) {
    return new Reaction(
        variant, executed.computed(), after, Verdict.UNCHANGED, new Wording(en, zh));
  }

  private Reaction changed(DataVariant variant, Computed after, String en, String zh) {
    return new Reaction(
        variant, executed.computed(), after, Verdict.CHANGED_AS_EXPECTED, new Wording(en, zh));
  }

  private Reaction warning(DataVariant variant, Computed after, String en, String zh) {
    return new Reaction(variant, executed.computed(), after, Verdict.WARNING, new Wording(en, zh));
  }

  /** Whether the rows that were there before have their values still. */
  private boolean sameRows(DataVariant variant, Computed after) {
    boolean longer = after.evaluations().size() == executed.computed().evaluations().size() + 1;
    if (!executed.place().fillDown() || !longer) {
      return after.sameAs(executed.computed());
    }
    List<org.inkstone.service.sheet.eval.Evaluation> old = new ArrayList<>(after.evaluations());
    old.remove(old.size() - 2); // the new row stands above the last one
    return variant.changes().isEmpty() || new Computed(old).sameAs(executed.computed());
  }

  /** Whether all values are there, in the order of the rows or as a set. */
  boolean sameInAnyOrder(Computed after) {
    List<Scalar> left = new ArrayList<>(after.values());
    List<Scalar> right = new ArrayList<>(executed.computed().values());
    if (executed.place().fillDown()) {
      Collections.reverse(left);
      return Computed.same(left, right);
    }
    Comparator<Scalar> byText = Comparator.comparing(Scalar::toString);
    left.sort(byText);
    right.sort(byText);
    return Computed.same(left, right);
  }
}
