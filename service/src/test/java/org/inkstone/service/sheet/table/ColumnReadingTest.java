package org.inkstone.service.sheet.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnReadingTest {
  /** The readings of a column that holds these cells. */
  private static List<ColumnReading> readings(@Nullable Object... cells) {
    Grid grid = new Grid("Data").row(0, 0, "Key", "Value");
    for (int i = 0; i < cells.length; i++) {
      grid.row(i + 1, 0, "K" + i, cells[i]);
    }
    Sheet sheet = grid.build();
    Table table = TableFinder.find(sheet).getFirst();
    ColumnProfile profile = ColumnProfile.of(sheet, table, 1);
    return ColumnReading.of(sheet, table, 1, profile, DateSystem.FROM_1900);
  }

  private static List<CellReading> kinds(@Nullable Object... cells) {
    return readings(cells).stream().map(ColumnReading::reading).toList();
  }

  @Test
  void takesTheUnitAwayWhereAllCellsHaveTheSame() {
    assertEquals(
        List.of(new CellReading.WithoutUnit("km")), kinds("2,192 km", "37 km", null, "5 km"));
    assertEquals(List.of(new CellReading.WithoutUnit("箱")), kinds("5箱", "12箱", "30箱"));
    assertEquals(List.of(new CellReading.WithoutUnit("小时")), kinds("3.5小时", "2小时", "–"));
  }

  @Test
  void readsTheFirstNumberBesideNotesCurrenciesAndOrdinals() {
    CellReading number = new CellReading.FirstNumber(false, List.of());
    assertEquals(List.of(number), kinds("12,345[1]", "400", "1,020 (est.)"));
    assertEquals(List.of(number), kinds("1st", "22nd (q)", "3rd (tie)", "4th"));
    assertEquals(List.of(number), kinds("¥1,200", "约300", "¥80"));
    ColumnReading rank = readings("1st", "22nd (q)", "n/a", "4th").getFirst();
    assertEquals(ColumnType.NUMBER, rank.profile().type());
    assertEquals(1, rank.profile().blanks());
    assertEquals(22, rank.profile().max());
  }

  @Test
  void multipliesByScaleWords() {
    assertEquals(3.2e6, readings("$3.2 million", "$450,000").getFirst().profile().max());
    assertEquals(120_000, readings("12万", "5000元", "3万").getFirst().profile().max());
  }

  @Test
  void readsYearsAndDays() {
    assertEquals(
        List.of(new CellReading.Year(false)), kinds("1694, carnival", "1723, spring", "1710"));
    assertEquals(List.of(new CellReading.Year(false)), kinds("2010/11", "2011/12", "2012/13"));
    assertEquals(
        List.of(new CellReading.Day(DayShape.MONTH_FIRST, false), new CellReading.Year(false)),
        kinds("June 5, 1998 (aged 30)", "May 1, 2001[2]", "Unknown"));
    assertEquals(
        List.of(new CellReading.Day(DayShape.HAN, false), new CellReading.Year(false)),
        kinds("2026年3月5日", "2026年4月1日（补）"));
    ColumnReading mixed =
        readings("June 5, 1998 (aged 30)", LocalDate.of(2001, 5, 1), "May 2, 2001 (x)").getFirst();
    assertEquals(new CellReading.Day(DayShape.MONTH_FIRST, true), mixed.reading());
    assertEquals(0, mixed.profile().blanks());
    assertEquals(List.of(1998, 2001), mixed.years());
  }

  @Test
  void leavesWhatIsNoNumberAsItIs() {
    assertEquals(List.of(), kinds("1 Booth Street", "10 Downing Street", "7 Old Mill Lane"));
    assertEquals(List.of(), kinds("5–0", "3-1", "2–2"));
    assertEquals(List.of(), kinds("3:21.4", "2:59.9"));
    assertEquals(List.of(), kinds("00123", "00456"));
    assertEquals(List.of(), kinds("Rome", "Oslo", "5 km"));
    assertEquals(List.of(), kinds("7,4", "1,8"));
    assertEquals(
        List.of(), kinds("July 1850", "May 1860").stream().filter(CellReading::isDay).toList());
  }
}
