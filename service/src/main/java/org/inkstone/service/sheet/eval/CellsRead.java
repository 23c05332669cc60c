package org.inkstone.service.sheet.eval;

import java.util.List;
import org.inkstone.service.sheet.CellRange;

/**
 * The cells that a formula read, not counting those that other formulas read for it.
 *
 * @param cells how many, each once, inside the used part of its sheet
 * @param ranges where, cut to the used part of the sheets, in the order of reading
 */
public record CellsRead(long cells, List<SheetRange> ranges) {
  public CellsRead {
    ranges = List.copyOf(ranges);
  }

  /** A range of a sheet. */
  public record SheetRange(String sheet, CellRange range) {}
}
