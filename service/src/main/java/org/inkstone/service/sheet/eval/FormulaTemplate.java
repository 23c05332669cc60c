package org.inkstone.service.sheet.eval;

import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.formula.Expr;

/**
 * A formula that several cells share, each with its relative references moved.
 *
 * @param expr the formula as it is in the first cell, implicit intersections written out
 * @param base the first cell
 */
public record FormulaTemplate(Expr expr, CellAddress base) {}
