package org.inkstone.service.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day is Wednesday 2026-03-18; the data reach from 2024-01-01 to 2027-12-31. */
class RelativePeriodsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 18);

  private static RelativePeriods periods(String first, String last) {
    return new RelativePeriods(
        DAY, List.of(new RelativePeriods.Extent(LocalDate.parse(first), LocalDate.parse(last))));
  }

  private static String read(RelativePeriods periods, String text) {
    return periods
        .at(text, 0)
        .map(f -> f.from() + " " + f.to() + " " + text.substring(f.end()))
        .map(String::strip)
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "last month, 2026-02-01 2026-03-01",
    "上个月的销售额, 2026-02-01 2026-03-01 的销售额",
    "this week, 2026-03-16 2026-03-23",
    "本周, 2026-03-16 2026-03-23",
    "next quarter, 2026-04-01 2026-07-01",
    "下季度, 2026-04-01 2026-07-01",
    "last year, 2025-01-01 2026-01-01",
    "去年, 2025-01-01 2026-01-01",
    "前年, 2024-01-01 2025-01-01",
    "yesterday, 2026-03-17 2026-03-18",
    "昨天, 2026-03-17 2026-03-18",
    "明日, 2026-03-19 2026-03-20",
    "last 30 days, 2026-02-16 2026-03-19",
    "近30天, 2026-02-16 2026-03-19",
    "最近半年, none",
    "past three months, 2025-12-18 2026-03-19",
    "过去三个月, 2025-12-18 2026-03-19",
    "next 7 days, 2026-03-18 2026-03-26",
    "未来一周, 2026-03-18 2026-03-26",
    "year to date, 2026-01-01 2026-03-19",
    "YTD, 2026-01-01 2026-03-19",
    "今年以来, 2026-01-01 2026-03-19",
    "月初至今, 2026-03-01 2026-03-19",
    "March last year, 2025-03-01 2025-04-01",
    "去年3月, 2025-03-01 2025-04-01",
    "Q2 last year, 2025-04-01 2025-07-01",
    "去年第二季度, 2025-04-01 2025-07-01",
    "去年下半年, 2025-07-01 2026-01-01",
    "last name, none",
    "last 3 orders, none",
    "上海, none",
    "本月底, none",
    "去年同期, none",
  })
  void isCountedFromTheDay(String text, String expected) {
    assertEquals(expected, read(periods("2024-01-01", "2027-12-31"), text));
  }

  @ParameterizedTest
  @CsvSource({"last month", "上个月", "tomorrow", "明天"})
  void isNoneWhereTheDataHoldNothingOfThatTime(String text) {
    assertEquals("none", read(periods("2021-01-01", "2021-12-31"), text));
  }

  @ParameterizedTest
  @CsvSource({"growth versus last month, 14", "比上个月增长, 1", "more than last year, 10"})
  void isNoneWhereItIsComparedWith(String text, int at) {
    assertEquals(true, periods("2024-01-01", "2027-12-31").at(text, at).isEmpty());
  }
}
