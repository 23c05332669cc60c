package org.inkstone.service.plan.algebra;

import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.table.CellReading;

/** Prints how texts are read as numbers and days: an empty text where a cell holds none. */
public final class ReadingPrinter {
  private ReadingPrinter() {}

  /** The numbers or days of some cells. */
  public static Expr print(CellReading reading, Expr cells) {
    Expr read =
        switch (reading) {
          case CellReading.WithoutUnit unit ->
              value(Exprs.call("SUBSTITUTE", cells, Exprs.text(unit.unit()), Exprs.text("")));
          case CellReading.FirstNumber number -> number(number, cells);
          case CellReading.Year year -> or(year.days(), cells, "YEAR", value(year(cells)));
          case CellReading.Day day -> day(day, cells);
        };
    return Exprs.call("IFERROR", read, Exprs.text(""));
  }

  private static Expr value(Expr text) {
    return Exprs.call("VALUE", text);
  }

  private static Expr extract(Expr cells, String pattern) {
    return Exprs.call("REGEXEXTRACT", cells, Exprs.text(pattern));
  }

  private static Expr number(CellReading.FirstNumber number, Expr cells) {
    String pattern = CellReading.NUMBER.getOrDefault(number.signed(), "");
    Expr digits =
        Exprs.call("SUBSTITUTE", extract(cells, pattern), Exprs.text(","), Exprs.text(""));
    Expr plain =
        number.signed()
            ? Exprs.call("SUBSTITUTE", digits, Exprs.text("−"), Exprs.text("-"))
            : digits;
    Expr value = value(plain);
    for (CellReading.Scale scale : number.scales()) {
      Expr here = Exprs.call("ISNUMBER", Exprs.call("SEARCH", Exprs.text(scale.word()), cells));
      Expr factor = Exprs.call("IF", here, Exprs.number(scale.factor()), Exprs.number(1));
      value = Exprs.times(value, factor);
    }
    return value;
  }

  private static Expr year(Expr cells) {
    return extract(cells, CellReading.YEAR);
  }

  private static Expr day(CellReading.Day day, Expr cells) {
    Expr written = Exprs.call("DATEVALUE", extract(cells, day.shape().pattern()));
    return day.days() ? Exprs.call("IF", Exprs.call("ISNUMBER", cells), cells, written) : written;
  }

  private static Expr or(boolean days, Expr cells, String function, Expr written) {
    return days
        ? Exprs.call("IF", Exprs.call("ISNUMBER", cells), Exprs.call(function, cells), written)
        : written;
  }
}
