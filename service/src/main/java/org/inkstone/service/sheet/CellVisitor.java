package org.inkstone.service.sheet;

/** Takes the filled cells of a sheet. */
@FunctionalInterface
public interface CellVisitor {
  /**
   * Takes a cell.
   *
   * @param index its number, as {@link Sheet#indexOf} gives it
   */
  void visit(int row, int column, int index);
}
