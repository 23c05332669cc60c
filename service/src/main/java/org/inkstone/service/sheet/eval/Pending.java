package org.inkstone.service.sheet.eval;

/** Unwinds a nested calculation that first needs another cell, so that the stack stays shallow. */
final class Pending extends RuntimeException {
  private final transient SheetView view;
  private final int row;
  private final int column;

  Pending(SheetView view, int row, int column) {
    super(null, null, false, false);
    this.view = view;
    this.row = row;
    this.column = column;
  }

  SheetView view() {
    return view;
  }

  int row() {
    return row;
  }

  int column() {
    return column;
  }
}
