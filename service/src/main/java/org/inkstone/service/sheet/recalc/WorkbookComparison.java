package org.inkstone.service.sheet.recalc;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * How the formulas of a workbook agree with the values that are stored in it.
 *
 * @param agree cells whose computed value is the stored one
 * @param unstable cells left out because they change with time or chance
 * @param unstored cells left out because no value is stored
 * @param differing cells whose value is another one
 * @param notComputed cells whose formula can't be computed here
 */
public record WorkbookComparison(
    int agree,
    int unstable,
    int unstored,
    List<CellDifference> differing,
    List<CellDifference> notComputed) {
  public WorkbookComparison {
    differing = List.copyOf(differing);
    notComputed = List.copyOf(notComputed);
  }

  /** How many cells were compared. */
  public int cells() {
    return agree + differing.size() + notComputed.size();
  }

  /**
   * A cell that does not agree.
   *
   * @param ours the computed value; null if it was not computed
   * @param reason why
   */
  public record CellDifference(
      String sheet,
      CellAddress cell,
      String formula,
      @Nullable Scalar ours,
      Scalar stored,
      String reason) {}

  /** Counts cells as they are compared. */
  static final class Builder {
    private int agree;
    private int unstable;
    private int unstored;
    private final List<CellDifference> differing = new ArrayList<>();
    private final List<CellDifference> notComputed = new ArrayList<>();

    void agree() {
      agree++;
    }

    void unstable() {
      unstable++;
    }

    void unstored() {
      unstored++;
    }

    void differs(CellDifference difference) {
      differing.add(difference);
    }

    void notComputed(CellDifference difference) {
      notComputed.add(difference);
    }

    WorkbookComparison build() {
      return new WorkbookComparison(agree, unstable, unstored, differing, notComputed);
    }
  }
}
