package org.inkstone.service.sheet.function;

import java.util.HashSet;
import java.util.Set;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.Dates;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.jspecify.annotations.Nullable;

/** Days without weekends and holidays. */
@InCategory(Category.DATE_TIME)
final class WorkdayFunctions {
  private static final int WEEK = 7;

  private WorkdayFunctions() {}

  @SheetFunction(
      value = "NETWORKDAYS",
      toolPak = true,
      en = "The workdays from one date to another.",
      zh = "返回两个日期之间的工作日天数。")
  static double workdays(
      Calculation calculation, double startDate, double endDate, @Default @Nullable Grid holidays) {
    return between(calculation, startDate, endDate, weekend(Scalar.of(1)), holidays);
  }

  @SheetFunction(
      value = "NETWORKDAYS.INTL",
      since = Excel.V2010,
      en = "The workdays between dates, with weekends of your own.",
      zh = "返回两个日期之间的工作日天数，可自定义周末。")
  static double workdaysWithWeekend(
      Calculation calculation,
      double startDate,
      double endDate,
      @Default(value = "1", ifEmpty = true) Scalar weekend,
      @Default @Nullable Grid holidays) {
    return between(calculation, startDate, endDate, weekend(weekend), holidays);
  }

  @SheetFunction(
      value = "WORKDAY",
      toolPak = true,
      en = "The date some workdays before or after.",
      zh = "返回若干个工作日之前或之后的日期。")
  static double workday(
      Calculation calculation, double startDate, int days, @Default @Nullable Grid holidays) {
    return away(calculation, startDate, days, weekend(Scalar.of(1)), holidays);
  }

  @SheetFunction(
      value = "WORKDAY.INTL",
      since = Excel.V2010,
      en = "The date some workdays away, with weekends of your own.",
      zh = "返回若干个工作日之前或之后的日期，可自定义周末。")
  static double workdayWithWeekend(
      Calculation calculation,
      double startDate,
      int days,
      @Default(value = "1", ifEmpty = true) Scalar weekend,
      @Default @Nullable Grid holidays) {
    return away(calculation, startDate, days, weekend(weekend), holidays);
  }

  /** Which days are free, Sunday first, from a number or seven signs from Monday on. */
  private static boolean[] weekend(Scalar code) {
    boolean[] free = new boolean[WEEK];
    if (code instanceof Scalar.Text text) {
      String signs = text.value();
      if (!signs.matches("[01]{7}")) {
        throw FunctionError.value();
      }
      for (int i = 0; i < WEEK; i++) {
        free[(i + 1) % WEEK] = signs.charAt(i) == '1';
      }
      return free;
    }
    int number = (int) Convert.number(code, DateSystem.FROM_1900);
    if (number >= 1 && number <= 7) {
      free[(number + 5) % WEEK] = true;
      free[(number + 6) % WEEK] = true;
    } else if (number >= 11 && number <= 17) {
      free[number - 11] = true;
    } else {
      throw FunctionError.num();
    }
    return free;
  }

  private static Set<Integer> holidays(@Nullable Grid holidays, Calculation calculation) {
    Set<Integer> days = new HashSet<>();
    if (holidays != null) {
      Numbers.cells(
          holidays,
          cell -> {
            if (!(cell instanceof Scalar.Blank)) {
              double day = Convert.number(cell, calculation.dateSystem());
              days.add(Dates.days(day, calculation.dateSystem()));
            }
          });
    }
    return days;
  }

  private static double between(
      Calculation calculation,
      double startDate,
      double endDate,
      boolean[] free,
      @Nullable Grid holidays) {
    DateSystem system = calculation.dateSystem();
    int start = Dates.days(startDate, system);
    int end = Dates.days(endDate, system);
    int low = Math.min(start, end);
    int high = Math.max(start, end);
    calculation.charge(high - low);
    Set<Integer> closed = holidays(holidays, calculation);
    int count = 0;
    for (int day = low; day <= high; day++) {
      count += free[Dates.weekday(day, system)] || closed.contains(day) ? 0 : 1;
    }
    return start > end ? -count : count;
  }

  private static double away(
      Calculation calculation,
      double startDate,
      int days,
      boolean[] free,
      @Nullable Grid holidays) {
    DateSystem system = calculation.dateSystem();
    boolean never = true;
    for (boolean day : free) {
      never &= day;
    }
    if (never) {
      throw FunctionError.value();
    }
    Set<Integer> closed = holidays(holidays, calculation);
    int day = Dates.days(startDate, system);
    int step = days < 0 ? -1 : 1;
    for (int left = Math.abs(days); left > 0; ) {
      day = Dates.days(day + (double) step, system);
      calculation.charge(1);
      left -= free[Dates.weekday(day, system)] || closed.contains(day) ? 0 : 1;
    }
    return day;
  }
}
