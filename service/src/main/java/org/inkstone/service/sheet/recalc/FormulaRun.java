package org.inkstone.service.sheet.recalc;

import org.inkstone.service.sheet.eval.FormulaTemplate;

/**
 * A formula that is filled down: cells of one column, one below the other, with copies of one
 * formula; mostly a single cell.
 *
 * @param sheet the number of the sheet
 */
record FormulaRun(int sheet, int column, int firstRow, int lastRow, FormulaTemplate template) {
  int rows() {
    return lastRow - firstRow + 1;
  }
}
