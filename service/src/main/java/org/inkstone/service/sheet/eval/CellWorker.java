package org.inkstone.service.sheet.eval;

/**
 * Computes cells of a calculation beside others, each in a thread of its own. It computes only what
 * has one value, the same at every time, and reads cells that are known; everything else it leaves
 * to the calculation.
 */
public final class CellWorker {
  private final Session session;

  CellWorker(Session calculation) {
    this.session = new Session(calculation);
  }

  /** Computes a cell's formula unless it is known; whether it could. */
  public boolean compute(int sheet, int row, int column) {
    SheetView view = session.view(sheet);
    session.begin(view, row, column);
    try {
      view.whole(row, column);
      return true;
    } catch (RuntimeException e) {
      // whatever it is, the calculation meets it again when the cell's turn comes
      return false;
    }
  }
}
