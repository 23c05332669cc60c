package org.inkstone.service.sheet.table;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Scalar;

/** Judges whether a row is a header of what stands below it. */
final class HeaderRow {
  private static final int LONGEST_LABEL = 120;
  private static final int LOOKED_AT = 200;

  private final SheetView view;

  HeaderRow(SheetView view) {
    this.view = view;
  }

  /** Whether a row can be a header: short texts, or periods such as 2024, 2025, 2026. */
  boolean isLabels(int row, CellRange area) {
    int labels = 0;
    boolean others = false;
    for (int c = area.firstColumn(); c <= area.lastColumn(); c++) {
      switch (view.kind(row, c)) {
        case TEXT -> {
          String text = view.text(row, c);
          if (text.length() > LONGEST_LABEL || (CellClass.isTextNumber(text) && !isYear(text))) {
            return false;
          }
          labels++;
        }
        case NUMBER, DATE -> others = true;
        case BOOLEAN, ERROR -> {
          return false;
        }
        case BLANK -> {
          // a header may be missing
        }
      }
    }
    return others ? Periods.inRow(view, row, area) : labels > 0;
  }

  private static boolean isYear(String text) {
    return text.matches("(?:19|20)\\d\\d");
  }

  /** Whether the row is the header of the rows below. */
  boolean isHeader(int row, CellRange area) {
    if (!isLabels(row, area)) {
      return false;
    }
    return contrast(row, area) > 0 || (allTexts(row, area) && standsOut(row, area));
  }

  private boolean allTexts(int row, CellRange area) {
    for (int c = area.firstColumn(); c <= area.lastColumn(); c++) {
      CellClass kind = view.kind(row, c);
      if (kind != CellClass.TEXT && kind != CellClass.BLANK) {
        return false;
      }
    }
    return true;
  }

  /** In how many columns the row holds another kind of value than the rows below. */
  int contrast(int row, CellRange area) {
    int contrast = 0;
    for (int c = area.firstColumn(); c <= area.lastColumn(); c++) {
      CellClass own = view.kind(row, c);
      if (own == CellClass.BLANK || view.isPlaceholder(row, c)) {
        continue;
      }
      CellClass below = view.dominant(c, row + 1, area.lastRow());
      boolean textNumbers =
          below == CellClass.TEXT && view.holdsTextNumbers(c, row + 1, area.lastRow());
      boolean differs = below != CellClass.BLANK && below != own;
      contrast += differs || (textNumbers && !CellClass.isTextNumber(view.text(row, c))) ? 1 : 0;
      contrast += own == CellClass.NUMBER && below == CellClass.NUMBER ? 1 : 0; // periods
    }
    return contrast;
  }

  /** Among texts: every label once, and none of them again below, nor of the same shape. */
  private boolean standsOut(int row, CellRange area) {
    Set<String> labels = new HashSet<>();
    for (int c = area.firstColumn(); c <= area.lastColumn(); c++) {
      if (view.kind(row, c) == CellClass.TEXT) {
        String label = view.text(row, c).toLowerCase(Locale.ROOT);
        if (!labels.add(label) || recurs(label, row, c, area)) {
          return false;
        }
      }
    }
    return labels.size() > 1 || area.columns() == 1;
  }

  private boolean recurs(String label, int row, int column, CellRange area) {
    String shape = shape(label);
    boolean telling = shape.contains("9") || shape.contains("@");
    int same = 0;
    int texts = 0;
    for (int r = row + 1; r <= Math.min(area.lastRow(), row + LOOKED_AT); r++) {
      if (view.cell(r, column).value() instanceof Scalar.Text) {
        String text = view.text(r, column).toLowerCase(Locale.ROOT);
        if (text.equals(label)) {
          return true;
        }
        texts++;
        same += telling && shape(text).equals(shape) ? 1 : 0;
      }
    }
    return telling && texts > 0 && same * 2 > texts;
  }

  /** Letters as one a, digits as one 9, everything else as it is. */
  private static String shape(String text) {
    return text.replaceAll("\\p{L}+", "a").replaceAll("\\p{N}+", "9");
  }

  /** Whether the row below belongs to the same header. */
  boolean continues(int row, CellRange area) {
    int next = row + 1;
    if (HeaderTexts.isUnitRow(view, next, area)) {
      return true;
    }
    if (!isLabels(next, area)) {
      return false;
    }
    if (joinedByMerge(row, area)) {
      return true;
    }
    return contrast(next, area) > 0
        && view.fill(next, area) > view.fill(row, area)
        && standsOverBlanks(row, area);
  }

  private boolean joinedByMerge(int row, CellRange area) {
    for (CellRange merged : view.mergedFrom(row, area)) {
      boolean down = merged.lastRow() > row && merged.lastRow() < area.lastRow();
      boolean over = merged.columns() > 1 && merged.columns() < area.columns();
      if (down || (over && subheaders(row + 1, merged) > 1)) {
        return true;
      }
    }
    return false;
  }

  private int subheaders(int row, CellRange merged) {
    int labels = 0;
    for (int c = merged.firstColumn(); c <= merged.lastColumn(); c++) {
      labels += view.isFilled(row, c) ? 1 : 0;
    }
    return labels;
  }

  /**
   * Whether a row is a word and its value above a header, such as {@code Prepared by: | Ann}: it
   * begins at the left, ends before the row below does, and leaves no place free that is filled
   * below.
   */
  boolean isForm(int row, CellRange area) {
    if (!view.mergedFrom(row, area).isEmpty() || view.fill(row, area) >= view.fill(row + 1, area)) {
      return false;
    }
    int c = area.firstColumn();
    while (c <= area.lastColumn() && view.isFilled(row, c)) {
      if (!view.isFilled(row + 1, c)) {
        return false;
      }
      c++;
    }
    return c > area.firstColumn() && c - area.firstColumn() == view.fill(row, area);
  }

  /** Whether a blank right of a label has a label below. */
  private boolean standsOverBlanks(int row, CellRange area) {
    boolean labelled = false;
    for (int c = area.firstColumn(); c <= area.lastColumn(); c++) {
      if (view.isFilled(row, c)) {
        labelled = true;
      } else if (labelled && view.isFilled(row + 1, c)) {
        return true;
      }
    }
    return false;
  }
}
