package org.inkstone.service.sheet.table;

import java.util.List;
import org.inkstone.service.sheet.CellRange;
import org.jspecify.annotations.Nullable;

/**
 * Tells titles, header rows and data of one region apart. The table begins at the first row that is
 * at least half as wide as the widest; group headers above it belong to it, other rows are titles.
 */
final class HeaderFinder {
  private static final int MOST_TITLES = 25;
  private static final int MOST_HEADERS = 4;
  private static final int LOOKED_AT = 60;

  private final SheetView view;
  private final CellRange region;
  private final HeaderRow rows;

  HeaderFinder(SheetView view, CellRange region) {
    this.view = view;
    this.region = region;
    this.rows = new HeaderRow(view);
  }

  Header find() {
    int widest = widest();
    int body = region.firstRow();
    int last = Math.min(region.lastRow(), region.firstRow() + MOST_TITLES);
    while (body < last && view.fill(body, region) < Math.max(2, (widest + 1) / 2)) {
      body++;
    }
    if (widest == 1) {
      body = region.firstRow();
    }
    while (body < last && rows.isForm(body, region) && rows.isLabels(body + 1, region)) {
      body++;
    }
    int top = body;
    while (top > region.firstRow() && widest > 2 && isGroupRow(top - 1, top)) {
      top--;
    }
    CellRange area = trimmed(top);
    int count = headerRows(area, body - top);
    int contrast = count == 0 ? 0 : rows.contrast(area.firstRow() + count - 1, area);
    return new Header(area, count, contrast, title(top));
  }

  private int widest() {
    int widest = 0;
    for (int r = region.firstRow();
        r <= Math.min(region.lastRow(), region.firstRow() + LOOKED_AT);
        r++) {
      widest = Math.max(widest, view.fill(r, region));
    }
    return widest;
  }

  /** Without the rows above, and without columns that only those rows filled. */
  private CellRange trimmed(int top) {
    int left = region.firstColumn();
    int right = region.lastColumn();
    if (top > region.firstRow()) {
      while (left < right && isBlank(left, top)) {
        left++;
      }
      while (right > left && isBlank(right, top)) {
        right--;
      }
    }
    return new CellRange(top, left, region.lastRow(), right);
  }

  private boolean isBlank(int column, int top) {
    for (int r = top; r <= region.lastRow(); r++) {
      if (view.isFilled(r, column)) {
        return false;
      }
    }
    return true;
  }

  /** A row of headers that each stand over several columns of the row below. */
  private boolean isGroupRow(int row, int below) {
    int filled = view.fill(row, region);
    if (filled == 0 || !rows.isLabels(row, region) || !rows.isLabels(below, region)) {
      return false;
    }
    List<CellRange> wide =
        view.mergedFrom(row, region).stream().filter(area -> area.columns() > 1).toList();
    if (!wide.isEmpty()) {
      return filled > 1 || !reachesOver(wide.getFirst());
    }
    return filled > 1 && view.firstFilled(row, region) > region.firstColumn();
  }

  private boolean reachesOver(CellRange merged) {
    return merged.firstColumn() <= region.firstColumn();
  }

  private int headerRows(CellRange area, int groups) {
    int first = area.firstRow() + groups;
    if (first >= area.lastRow() || !rows.isHeader(first, area)) {
      return startsMergedHeader(area, first) ? 2 + groups : groups == 0 ? 0 : groups + 1;
    }
    int last = first;
    while (last - area.firstRow() + 1 < MOST_HEADERS
        && last + 1 < area.lastRow()
        && rows.continues(last, area)) {
      last++;
    }
    return last - area.firstRow() + 1;
  }

  /** Two rows joined by merged cells of which only the lower one stands out from the data. */
  private boolean startsMergedHeader(CellRange area, int first) {
    return first + 1 < area.lastRow()
        && rows.isLabels(first, area)
        && rows.continues(first, area)
        && rows.isHeader(first + 1, area);
  }

  private @Nullable String title(int top) {
    for (int r = region.firstRow(); r < top; r++) {
      int column = view.firstFilled(r, region);
      if (column >= 0 && view.kind(r, column) == CellClass.TEXT) {
        return view.text(r, column);
      }
    }
    return null;
  }
}
