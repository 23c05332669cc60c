package org.inkstone.service.plan.algebra;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.plan.ColumnView;
import org.jspecify.annotations.Nullable;

/**
 * All that a plan is made of, itself included. Records are walked by their components, so that a
 * new kind of plan needs no line here.
 *
 * @param plans the plan and the plans in it
 * @param conditions the conditions in it
 * @param columns the columns that it reads, by their references
 */
public record PlanParts(
    List<Plan> plans, List<Condition> conditions, Map<String, ColumnView> columns) {
  public PlanParts {
    plans = List.copyOf(plans);
    conditions = List.copyOf(conditions);
    columns = Map.copyOf(columns);
  }

  /** The parts of a plan. */
  public static PlanParts of(Plan plan) {
    List<Plan> plans = new ArrayList<>();
    List<Condition> conditions = new ArrayList<>();
    Map<String, ColumnView> columns = new LinkedHashMap<>();
    walk(plan, plans, conditions, columns);
    return new PlanParts(plans, conditions, columns);
  }

  private static void walk(
      @Nullable Object part,
      List<Plan> plans,
      List<Condition> conditions,
      Map<String, ColumnView> columns) {
    switch (part) {
      case Plan plan -> {
        plans.add(plan);
        inside((Record) plan, plans, conditions, columns);
      }
      case Condition condition -> {
        conditions.add(condition);
        inside((Record) condition, plans, conditions, columns);
      }
      case Plan.Case one -> inside(one, plans, conditions, columns);
      case Plan.Order order -> inside(order, plans, conditions, columns);
      case ColumnView column -> columns.put(column.reference(), column);
      case List<?> list -> list.forEach(one -> walk(one, plans, conditions, columns));
      case null, default -> {}
    }
  }

  private static void inside(
      Record whole, List<Plan> plans, List<Condition> conditions, Map<String, ColumnView> columns) {
    for (RecordComponent component : whole.getClass().getRecordComponents()) {
      try {
        walk(component.getAccessor().invoke(whole), plans, conditions, columns);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("a part of a plan can't be read: " + component, e);
      }
    }
  }
}
