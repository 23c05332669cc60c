package org.inkstone.service.sheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.inkstone.sdk.model.Cell;
import org.inkstone.sdk.model.SheetContext;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.junit.jupiter.api.Test;

class SheetContextReaderTest {
  private static Sheet read(SheetContext context) {
    return new SheetContextReader(ReadLimits.usual()).read(context).sheets().getFirst();
  }

  private static SheetCell one(Cell cell) {
    return read(SheetContext.of("S", List.of(List.of(cell)))).cell(0, 0);
  }

  @Test
  void readsEveryKindOfCell() {
    assertEquals(SheetCell.of(Scalar.of(2.5)), one(Cell.of(2.5)));
    assertEquals(SheetCell.of(Scalar.of("")), one(Cell.of("")));
    assertEquals(SheetCell.blank(), one(Cell.blank()));
    assertEquals(SheetCell.of(Scalar.of(true)), one(Cell.of(true)));
    assertEquals(SheetCell.of(Scalar.of(ErrorCode.NA)), one(new Cell.ErrorCell("#N/A")));
    assertEquals(
        new SheetCell(Scalar.of(46032), null, "yyyy-mm-dd"),
        one(Cell.of(LocalDate.of(2026, 1, 10))));
    assertEquals(
        new SheetCell(Scalar.of(46032.5), null, "yyyy-mm-dd hh:mm:ss"),
        one(new Cell.DateTimeCell(LocalDateTime.of(2026, 1, 10, 12, 0))));
    assertEquals(
        new SheetCell(Scalar.of(0.75), null, "hh:mm:ss"),
        one(new Cell.TimeCell(LocalTime.of(18, 0))));
    assertEquals(
        new SheetCell(Scalar.of(0.5), null, "0.00%"),
        one(new Cell.FormattedCell(Cell.of(0.5), "0.00%")));
  }

  @Test
  void readsFormulasWithoutTheEqualsSign() {
    assertEquals(
        new SheetCell(Scalar.of(6), "SORT(A1:A3)", null),
        one(new Cell.FormulaCell("=_xlfn._xlws.SORT(A1:A3)", Cell.of(6))));
    assertEquals(
        new SheetCell(Scalar.blank(), "B2*C2", "0.0"),
        one(new Cell.FormattedCell(new Cell.FormulaCell("=B2*C2", null), "0.0")));
    assertEquals(
        new SheetCell(Scalar.of(46032), "TODAY()", "yyyy-mm-dd"),
        one(new Cell.FormulaCell("=TODAY()", Cell.of(LocalDate.of(2026, 1, 10)))));
  }

  @Test
  void startsAtTheOriginAndTakesUnevenRows() {
    Sheet sheet =
        read(
            new SheetContext(
                "S",
                "B3",
                List.of(List.of(Cell.of("a")), List.of(), List.of(Cell.of(1), Cell.of(2)))));
    assertEquals(Scalar.of("a"), sheet.cell(2, 1).value());
    assertEquals(Scalar.of(2), sheet.cell(4, 2).value());
    assertEquals("B3:C5", sheet.used().orElseThrow().toString());
  }

  private static SheetReadException refusal(List<SheetContext> contexts, ReadLimits limits) {
    return assertThrows(
        SheetReadException.class, () -> new SheetContextReader(limits).read(contexts));
  }

  @Test
  void refusesWhatNoSheetCanHold() {
    SheetContext empty = SheetContext.of("S", List.of());
    SheetContext wrong = SheetContext.of("S", List.of(List.of(new Cell.ErrorCell("#OOPS"))));
    SheetContext far = new SheetContext("S", "XFD1", List.of(List.of(Cell.of(1), Cell.of(2))));
    SheetContext origin = new SheetContext("S", "3B", List.of());
    SheetContext formula = SheetContext.of("S", List.of(List.of(new Cell.FormulaCell("=", null))));
    for (List<SheetContext> contexts :
        List.of(
            List.<SheetContext>of(),
            List.of(empty, SheetContext.of("s", List.of())),
            List.of(wrong),
            List.of(far),
            List.of(origin),
            List.of(formula))) {
      assertEquals(SheetReadException.Kind.MALFORMED, refusal(contexts, ReadLimits.usual()).kind());
    }
    SheetContext two = SheetContext.of("S", List.of(List.of(Cell.of(1), Cell.of(2))));
    assertEquals(
        ReadLimit.CELLS,
        refusal(List.of(two), ReadLimits.usual().with(ReadLimit.CELLS, 1)).limit().orElseThrow());
  }
}
