package org.inkstone.service.sheet.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.junit.jupiter.api.Test;

class ColumnProfileTest {
  private static List<ColumnProfile> profiles() {
    LocalDate day = LocalDate.of(2026, 1, 10);
    SheetCell money = new SheetCell(Scalar.of(30), null, "[$¥-804]#,##0.00");
    SheetCell error = SheetCell.of(Scalar.of(ErrorCode.NA));
    Sheet sheet =
        new Grid("Orders")
            .row(0, 0, "City", "Weight kg", "Date", "Paid", "Price", "Mixed")
            .row(1, 0, "Rome", 2.5, day, true, money, "a")
            .row(2, 0, "rome", "1,200", day, false, money, 5)
            .row(3, 0, " Oslo", -4, day.plusDays(1), true, money, day)
            .row(4, 0, "Oslo  city", null, null, true, error, "b")
            .row(5, 0, "", "=B2*2", day, true, money, 7)
            .build();
    return ColumnProfile.of(sheet, TableFinder.find(sheet).getFirst());
  }

  @Test
  void tellsTypes() {
    assertEquals(
        List.of(
            ColumnType.TEXT,
            ColumnType.NUMBER,
            ColumnType.DATE,
            ColumnType.BOOLEAN,
            ColumnType.NUMBER,
            ColumnType.MIXED),
        profiles().stream().map(ColumnProfile::type).toList());
  }

  @Test
  void countsWhatGoesWrongInFormulas() {
    ColumnProfile city = profiles().get(0);
    assertEquals(5, city.rows());
    assertEquals(1, city.blanks());
    assertEquals(2, city.strayTexts());
    assertEquals(3, city.distinct());
    assertEquals(Scalar.of("Rome"), city.samples().getFirst());
    assertNull(city.min());
    ColumnProfile weight = profiles().get(1);
    assertEquals(1, weight.blanks());
    assertEquals(1, weight.textNumbers());
    assertEquals(1, weight.formulas());
    assertEquals(-4, weight.min());
    assertEquals(2.5, weight.max());
    assertEquals(1, profiles().get(4).errors());
  }

  @Test
  void takesUnitFromHeaderOrFormat() {
    assertEquals("kg", profiles().get(1).unit());
    assertEquals("¥", profiles().get(4).unit());
    assertEquals("yyyy-mm-dd", profiles().get(2).format());
    assertNull(profiles().get(0).unit());
  }
}
