package org.inkstone.service.sheet.write;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.FormulaArea;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.eval.EvaluationContext;
import org.inkstone.service.sheet.eval.WorkbookEvaluation;
import org.inkstone.service.sheet.eval.WorkbookEvaluation.Outcome;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;

/** A workbook file with the values of its formulas computed anew. */
public final class RecalculatedFile {
  private final Workbook workbook;
  private final WorkbookEvaluation evaluation;
  private int computed;
  private int kept;

  /**
   * What was written.
   *
   * @param computed formula cells with a computed value
   * @param kept formula cells that can't be computed here and keep their stored value
   */
  public record Written(int computed, int kept) {}

  private RecalculatedFile(Workbook workbook, WorkbookEvaluation evaluation) {
    this.workbook = workbook;
    this.evaluation = evaluation;
  }

  /**
   * Computes the formulas of a workbook and puts the values into a copy of its file.
   *
   * @param content the .xlsx or .xls file
   * @param context over the workbook that was read from it; its sheet and cell don't matter
   * @param out takes the file; the caller closes it
   */
  public static Written write(byte[] content, EvaluationContext context, OutputStream out) {
    return WorkbookEvaluation.run(
        context,
        evaluation -> new RecalculatedFile(context.workbook(), evaluation).write(content, out));
  }

  private Written write(byte[] content, OutputStream out) {
    try (var file = WorkbookFactory.create(new ByteArrayInputStream(content))) {
      for (int i = 0; i < workbook.sheets().size(); i++) {
        Sheet sheet = workbook.sheets().get(i);
        var target = file.getSheet(sheet.name());
        if (target != null) {
          write(i, sheet, target);
        }
      }
      file.write(out);
      return new Written(computed, kept);
    } catch (IOException e) {
      throw new UncheckedIOException("the recalculated workbook can't be written", e);
    }
  }

  private void write(int number, Sheet sheet, org.apache.poi.ss.usermodel.Sheet target) {
    sheet
        .cells()
        .forEach((address, cell) -> {
          if (cell.formula() != null) {
            write(number, address.row(), address.column(), target);
          }
        });
    for (FormulaArea area : sheet.areas()) {
      CellRange range = area.range();
      if (area.kind() == FormulaArea.Kind.FIXED) {
        fill(number, sheet, range, target);
      } else if (area.kind() == FormulaArea.Kind.SPILLED) {
        spill(number, sheet, range, target);
      }
    }
  }

  /** The cells of a range that have no formula of their own. */
  private void fill(
      int number, Sheet sheet, CellRange range, org.apache.poi.ss.usermodel.Sheet target) {
    for (int row = range.firstRow(); row <= range.lastRow(); row++) {
      for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
        if (sheet.cell(row, column).formula() == null) {
          write(number, row, column, target);
        }
      }
    }
  }

  private void spill(
      int number, Sheet sheet, CellRange before, org.apache.poi.ss.usermodel.Sheet target) {
    int top = before.firstRow();
    int left = before.firstColumn();
    CellRange now =
        evaluation.spilled(number, top, left).orElse(new CellRange(top, left, top, left));
    for (int row = top; row <= before.lastRow(); row++) {
      for (int column = left; column <= before.lastColumn(); column++) {
        Cell cell = target.getRow(row) == null ? null : target.getRow(row).getCell(column);
        if (cell instanceof XSSFCell xssf && !now.contains(row, column)) {
          clear(xssf.getCTCell());
        }
      }
    }
    fill(number, sheet, now, target);
    Cell first = target.getRow(top) == null ? null : target.getRow(top).getCell(left);
    if (first instanceof XSSFCell xssf && xssf.getCTCell().isSetF()) {
      xssf.getCTCell().getF().setRef(now.toString());
    }
  }

  /** Takes the value out; POI itself would not touch what it takes for a part of an array. */
  private static void clear(CTCell cell) {
    if (cell.isSetV()) {
      cell.unsetV();
    }
    if (cell.isSetIs()) {
      cell.unsetIs();
    }
    if (cell.isSetT()) {
      cell.unsetT();
    }
    if (cell.isSetVm()) {
      cell.unsetVm();
    }
  }

  private void write(int number, int row, int column, org.apache.poi.ss.usermodel.Sheet target) {
    Outcome outcome = evaluation.cell(number, row, column);
    if (outcome.gap() != null) {
      kept++;
      return;
    }
    computed++;
    Row cells = target.getRow(row) == null ? target.createRow(row) : target.getRow(row);
    Cell cell = cells.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    switch (outcome.value()) {
      case Scalar.Num n -> cell.setCellValue(n.value());
      case Scalar.Text t -> cell.setCellValue(t.value());
      case Scalar.Bool b -> cell.setCellValue(b.value());
      case Scalar.Err e -> cell.setCellErrorValue(code(e.code().literal()));
      case Scalar.Blank b -> {}
    }
    if (cell instanceof XSSFCell xssf && xssf.getCTCell().isSetVm()) {
      xssf.getCTCell().unsetVm(); // leads to the error that was there before
    }
  }

  /** The error's code; those that older programs don't know are written as {@code #VALUE!}. */
  private static byte code(String literal) {
    for (FormulaError error : FormulaError.values()) {
      if (error.getString().equals(literal) && FormulaError.isValidCode(error.getCode())) {
        return error.getCode();
      }
    }
    return FormulaError.VALUE.getCode();
  }
}
