package org.inkstone.service.plan.rank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.algebra.PlanMeaning;
import org.inkstone.service.plan.algebra.PlanParts;
import org.inkstone.service.plan.compose.Composition;
import org.inkstone.service.sheet.Scalar;
import org.jspecify.annotations.Nullable;

/** Puts together the plans that mean the same. */
public final class Meanings {
  private final @Nullable TableView along;
  private final List<PlanMeaning> data;

  private Meanings(List<Schema> data, @Nullable TableView along) {
    this.along = along;
    this.data = data.stream().map(PlanMeaning::new).toList();
  }

  /**
   * The meanings among plans, in the order of their cheapest plan.
   *
   * @param plans the cheapest first
   * @param along the table whose rows the formula is filled along; null where it is not filled down
   */
  public static List<Meaning> of(
      List<Composition> plans, Schema schema, @Nullable TableView along) {
    List<PlanParts> parts = plans.stream().map(p -> PlanParts.of(p.plan())).toList();
    List<Schema> data = ChangedTables.of(schema, Bounds.of(parts, schema.workbook().dateSystem()));
    return new Meanings(data, along).group(plans);
  }

  private List<Meaning> group(List<Composition> plans) {
    Map<List<Object>, List<Composition>> groups = new LinkedHashMap<>();
    Map<List<Object>, List<List<Scalar>>> values = new LinkedHashMap<>();
    for (Composition plan : plans) {
      List<List<List<Scalar>>> given = given(plan.plan());
      List<Object> key =
          given.isEmpty()
              ? List.of(plan.plan())
              : List.copyOf(
                  given.stream().map(g -> g.stream().map(Meanings::keys).toList()).toList());
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(plan);
      values.putIfAbsent(key, given.isEmpty() ? List.of() : given.getFirst());
    }
    List<Meaning> meanings = new ArrayList<>();
    groups.forEach(
        (key, same) -> meanings.add(new Meaning(same, values.getOrDefault(key, List.of()))));
    return List.copyOf(meanings);
  }

  /**
   * What a plan gives on the data and on changed data; nothing where it has no value of its own, as
   * one that reads a cell of a row and is asked for without a row. Such a plan stays for itself.
   */
  private List<List<List<Scalar>>> given(Plan plan) {
    try {
      return data.stream().map(meaning -> values(meaning, plan)).toList();
    } catch (IllegalStateException e) {
      return List.of();
    }
  }

  private List<List<Scalar>> values(PlanMeaning meaning, Plan plan) {
    TableView rows = along;
    return rows == null
        ? meaning.rows(plan)
        : meaning.down(plan, rows).stream().map(List::of).toList();
  }

  private static List<Object> keys(List<Scalar> row) {
    return row.stream().map(Meanings::key).toList();
  }

  /** Numbers to nine digits; a blank cell shows as an empty text does. */
  private static Object key(Scalar value) {
    return switch (value) {
      case Scalar.Num n -> nineDigits(n.value());
      case Scalar.Blank blank -> Scalar.of("");
      default -> value;
    };
  }

  private static double nineDigits(double number) {
    if (number == 0) {
      return 0.0; // also for -0
    }
    double scale = Math.pow(10, 8 - Math.floor(Math.log10(Math.abs(number))));
    return Double.isFinite(scale) ? Math.rint(number * scale) / scale : number;
  }
}
