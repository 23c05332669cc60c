package org.inkstone.service.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SheetTest {
  @Test
  void holdsWhatWasPutInAnyOrder() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      Map<CellAddress, SheetCell> expected = new HashMap<>();
      Sheet.Builder builder = Sheet.builder("S");
      int size = 1 + random.nextInt(20);
      for (int i = random.nextInt(150); i > 0; i--) {
        CellAddress at = new CellAddress(random.nextInt(size), 40 + random.nextInt(size));
        SheetCell cell = SheetCell.of(Scalar.of(random.nextInt()));
        builder.put(at.row(), at.column(), cell);
        expected.put(at, cell);
      }
      Sheet sheet = builder.build();
      assertEquals(expected, sheet.cells());
      assertEquals(expected, new Sheet("S", expected, List.of()).cells());
      for (int r = 0; r <= size; r++) {
        for (int c = 38; c <= 41 + size; c++) {
          SheetCell cell = expected.getOrDefault(new CellAddress(r, c), SheetCell.blank());
          assertEquals(cell, sheet.cell(r, c));
        }
      }
    }
  }

  @Test
  void knowsItsUsedRangeAndExchangesCells() {
    Sheet sheet =
        Sheet.builder("S")
            .put(4, 3, SheetCell.of(Scalar.of(1)))
            .put(2, 16_383, SheetCell.of(Scalar.of(2)))
            .put(1_048_575, 5, SheetCell.of(Scalar.of(3)))
            .build();
    assertEquals("D3:XFD1048576", sheet.used().orElseThrow().toString());
    Sheet changed = sheet.with(Map.of(new CellAddress(4, 3), SheetCell.of(Scalar.of(9))));
    assertEquals(Scalar.of(9), changed.cell(4, 3).value());
    assertEquals(Scalar.of(1), sheet.cell(4, 3).value());
    assertEquals(3, changed.cells().size());
    assertEquals(
        List.of(new CellAddress(2, 16_383), new CellAddress(4, 3), new CellAddress(1_048_575, 5)),
        List.copyOf(sheet.cells().keySet()));
  }

  @Test
  void refusesCellsOutsideOfTheSheet() {
    Sheet.Builder builder = Sheet.builder("S");
    assertThrows(
        IllegalArgumentException.class, () -> builder.put(1_048_576, 0, SheetCell.blank()));
    assertThrows(IllegalArgumentException.class, () -> builder.put(0, -1, SheetCell.blank()));
  }
}
