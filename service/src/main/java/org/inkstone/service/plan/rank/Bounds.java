package org.inkstone.service.plan.rank;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.algebra.PlanParts;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.format.SerialDate;
import org.jspecify.annotations.Nullable;

/** The fixed values with which plans compare columns, and their neighbours, by column. */
final class Bounds {
  private final DateSystem dates;
  private final Map<String, Set<Scalar>> bounds = new HashMap<>();

  private Bounds(DateSystem dates) {
    this.dates = dates;
  }

  static Map<String, Set<Scalar>> of(List<PlanParts> plans, DateSystem dates) {
    Bounds bounds = new Bounds(dates);
    plans.forEach(parts -> parts.conditions().forEach(bounds::take));
    return bounds.bounds;
  }

  private void take(Condition condition) {
    switch (condition) {
      case Condition.Compare c -> {
        take(c.left(), c.right());
        take(c.right(), c.left());
      }
      case Condition.Within w -> {
        day(w.day(), w.from());
        day(w.day(), w.to());
      }
      case Condition.OneOf o -> o.values().forEach(v -> add(o.of(), v));
      default -> {}
    }
  }

  private void take(Plan column, Plan bound) {
    switch (bound) {
      case Plan.Literal literal -> {
        add(column, literal.value());
        if (literal.value() instanceof Scalar.Num number) {
          double step = number.value() == Math.rint(number.value()) ? 1 : 0.01;
          add(column, Scalar.of(number.value() - step));
          add(column, Scalar.of(number.value() + step));
        }
      }
      case Plan.Day day -> {
        day(column, day.date());
        day(column, day.date().plusDays(1));
      }
      default -> {}
    }
  }

  /** The day and the day before. */
  private void day(Plan column, @Nullable LocalDate day) {
    if (day != null) {
      add(column, Scalar.of(SerialDate.of(day, dates)));
      add(column, Scalar.of(SerialDate.of(day.minusDays(1), dates)));
    }
  }

  private void add(Plan column, Scalar value) {
    if (column instanceof Plan.Field field) {
      bounds.computeIfAbsent(field.column().reference(), k -> new LinkedHashSet<>()).add(value);
    }
  }
}
