package org.inkstone.service.sheet.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.FormulaArea;
import org.inkstone.service.sheet.FormulaMode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.jspecify.annotations.Nullable;

/** Copies one sheet of an .xls file. */
final class XlsSheet {
  private final HSSFSheet source;
  private final ReadBudget budget;
  private final FormulaGroups arrays;
  private final Map<Short, String> formats = new HashMap<>();
  private final Map<String, SheetCell> texts = new HashMap<>();

  XlsSheet(HSSFSheet source, ReadBudget budget) {
    this.source = source;
    this.budget = budget;
    this.arrays = new FormulaGroups(budget);
  }

  Sheet read() {
    Sheet.Builder sheet = Sheet.builder(budget.text(source.getSheetName()));
    for (Row row : source) {
      if (row.getZeroHeight()) {
        sheet.hide(row.getRowNum());
      }
      for (Cell cell : row) {
        SheetCell copy = copy((HSSFCell) cell);
        if (copy.formula() != null || !(copy.value() instanceof Scalar.Blank)) {
          budget.cell();
          sheet.put(cell.getRowIndex(), cell.getColumnIndex(), copy);
        }
      }
    }
    return sheet.merged(merged()).mode(FormulaMode.INTERSECTING).areas(arrays.areas()).build();
  }

  private List<CellRange> merged() {
    budget.check(ReadLimit.DECLARATIONS, source.getNumMergedRegions());
    List<CellRange> areas = new ArrayList<>();
    for (CellRangeAddress area : source.getMergedRegions()) {
      areas.add(range(area));
    }
    return areas;
  }

  private static CellRange range(CellRangeAddress area) {
    return new CellRange(
        area.getFirstRow(), area.getFirstColumn(), area.getLastRow(), area.getLastColumn());
  }

  private SheetCell copy(HSSFCell cell) {
    String format = format(cell);
    boolean computed = cell.getCellType() == CellType.FORMULA;
    CellType type = computed ? cell.getCachedFormulaResultType() : cell.getCellType();
    if (!computed && type == CellType.STRING && format == null) {
      return texts.computeIfAbsent(
          cell.getStringCellValue(), text -> SheetCell.of(Scalar.of(budget.text(text))));
    }
    return new SheetCell(value(cell, type), computed ? formula(cell) : null, format);
  }

  private Scalar value(HSSFCell cell, CellType type) {
    return switch (type) {
      case NUMERIC -> {
        double number = cell.getNumericCellValue();
        yield Double.isFinite(number) ? Scalar.of(number) : Scalar.of(ErrorCode.NUM);
      }
      case STRING -> Scalar.of(budget.text(cell.getStringCellValue()));
      case BOOLEAN -> Scalar.of(cell.getBooleanCellValue());
      case ERROR -> Scalar.of(error(cell.getErrorCellValue()));
      default -> Scalar.blank();
    };
  }

  private static ErrorCode error(byte code) {
    return FormulaError.isValidCode(code)
        ? ErrorCode.of(FormulaError.forInt(code).getString()).orElse(ErrorCode.UNKNOWN)
        : ErrorCode.UNKNOWN;
  }

  /** The formula; null where its tokens can't be written as text, so that its value stays. */
  private @Nullable String formula(HSSFCell cell) {
    String text;
    try {
      text = cell.getCellFormula();
    } catch (FormulaParseException | IllegalStateException | UnsupportedOperationException e) {
      return null;
    }
    if (!cell.isPartOfArrayFormulaGroup()) {
      return arrays.plain(text);
    }
    CellRangeAddress area = cell.getArrayFormulaRange();
    boolean first =
        area.getFirstRow() == cell.getRowIndex() && area.getFirstColumn() == cell.getColumnIndex();
    return first ? arrays.array(text, range(area), FormulaArea.Kind.FIXED) : null;
  }

  private @Nullable String format(HSSFCell cell) {
    short style = cell.getCellStyle().getDataFormat();
    String code =
        formats.computeIfAbsent(
            style,
            id -> {
              String written = cell.getCellStyle().getDataFormatString();
              return written == null || written.equalsIgnoreCase("General") ? "" : written;
            });
    return code.isEmpty() ? null : code;
  }
}
