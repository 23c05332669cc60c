package org.inkstone.service.plan.algebra;

import java.util.List;
import java.util.stream.Stream;
import org.inkstone.service.plan.algebra.Plan.Shape;

/** Types plans: one value, one a row, or a list. */
final class PlanShape {
  private PlanShape() {}

  static Shape of(Plan plan) {
    return switch (plan) {
      case Plan.Literal literal -> Shape.ONE;
      case Plan.Day day -> Shape.ONE;
      case Plan.Field field -> Shape.ROW;
      case Plan.Across across -> Shape.ROW;
      case Plan.Rank rank -> Shape.ROW;
      case Plan.Running running -> Shape.ROW;
      case Plan.Change change -> Shape.ROW;
      case Plan.Select select -> Shape.LIST;
      case Plan.Groups groups -> Shape.LIST;
      default -> widest(children(plan));
    };
  }

  private static Shape widest(List<Plan> plans) {
    return plans.stream().map(PlanShape::of).max(Shape::compareTo).orElse(Shape.ONE);
  }

  /** The plans whose values of the same row are used; those inside an aggregate are not. */
  private static List<Plan> children(Plan plan) {
    return switch (plan) {
      case Plan.Arithmetic a -> List.of(a.left(), a.right());
      case Plan.Rounded r -> List.of(r.of());
      case Plan.Stepped s -> List.of(s.of());
      case Plan.Absolute a -> List.of(a.of());
      case Plan.TextOf t -> Stream.concat(Stream.of(t.of()), t.arguments().stream()).toList();
      case Plan.Joined j -> j.parts();
      case Plan.DateOf d -> List.of(d.of());
      case Plan.Shifted s -> List.of(s.day(), s.amount());
      case Plan.Span s -> List.of(s.from(), s.to());
      case Plan.Payment p -> List.of(p.yearlyRate(), p.months(), p.principal());
      case Plan.IfError i -> List.of(i.of(), i.otherwise());
      case Plan.Choose c ->
          Stream.concat(
                  c.cases().stream().flatMap(k -> Stream.concat(Stream.of(k.then()), used(k))),
                  Stream.of(c.otherwise()))
              .toList();
      case Plan.Aggregate a -> outer(a.filter());
      case Plan.WeightedMean w -> outer(w.filter());
      case Plan.Nth n -> outer(n.filter());
      case Plan.ExtremeRow e -> outer(e.filter());
      case Plan.Lookup l -> outer(l.keys());
      default -> List.of();
    };
  }

  private static Stream<Plan> used(Plan.Case one) {
    return operands(one.when());
  }

  /** Fields of the formula's own row in the condition of an aggregate. */
  private static List<Plan> outer(Condition filter) {
    return operands(filter).filter(p -> p instanceof Plan.Field f && f.outer()).toList();
  }

  static Stream<Plan> operands(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all.parts().stream().flatMap(PlanShape::operands);
      case Condition.Any any -> any.parts().stream().flatMap(PlanShape::operands);
      case Condition.Not not -> operands(not.of());
      case Condition.Compare c -> Stream.of(c.left(), c.right());
      case Condition.Within w -> Stream.of(w.day());
      case Condition.Matches m -> Stream.of(m.text());
      case Condition.Blank b -> Stream.of(b.of());
      case Condition.OneOf o -> Stream.of(o.of());
      case Condition.Listed l -> operands(l.keys());
    };
  }
}
