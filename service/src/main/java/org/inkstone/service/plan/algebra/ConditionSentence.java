package org.inkstone.service.plan.algebra;

import java.util.List;
import java.util.stream.Collectors;

/** Says what a condition asks of a row. */
final class ConditionSentence {
  private final PlanSentence plans;
  private final boolean chinese;

  ConditionSentence(PlanSentence plans, boolean chinese) {
    this.plans = plans;
    this.chinese = chinese;
  }

  private String pick(String english, String han) {
    return chinese ? han : english;
  }

  String say(Condition condition) {
    return switch (condition) {
      case Condition.All all -> join(all.parts(), pick(" and ", "且"));
      case Condition.Any any -> join(any.parts(), pick(" or ", "或"));
      case Condition.Not not -> pick("not (" + say(not.of()) + ")", "并非（" + say(not.of()) + "）");
      case Condition.Compare c ->
          plans.say(c.left()) + " " + sign(c.comparison()) + " " + right(c.right());
      case Condition.Within w -> within(w);
      case Condition.Matches m -> matches(m);
      case Condition.Blank b ->
          plans.say(b.of())
              + pick(b.blank() ? " is blank" : " is filled", b.blank() ? "为空" : "不为空");
      case Condition.OneOf o ->
          plans.say(o.of())
              + pick(" is ", "为")
              + o.values().stream()
                  .map(plans::literal)
                  .collect(Collectors.joining(pick(" or ", "或")));
      case Condition.Listed l ->
          pick(
              "it is listed "
                  + (l.after() ? "after" : "before")
                  + " the row where "
                  + say(l.keys()),
              "排在" + say(l.keys()) + "的行" + (l.after() ? "之后" : "之前"));
    };
  }

  private String join(List<Condition> parts, String word) {
    return parts.stream().map(this::say).collect(Collectors.joining(word));
  }

  private String right(Plan plan) {
    return plan instanceof Plan.Field f && f.outer()
        ? pick("this row's ", "本行的") + plans.say(plan)
        : plans.say(plan);
  }

  private static String sign(Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> "=";
      case NOT_EQUAL -> "≠";
      case LESS -> "<";
      case AT_MOST -> "≤";
      case GREATER -> ">";
      case AT_LEAST -> "≥";
    };
  }

  private String within(Condition.Within w) {
    String from = w.from() == null ? "" : pick(" from " + w.from(), "从" + w.from());
    String to = w.to() == null ? "" : pick(" before " + w.to(), "到" + w.to() + "之前");
    return plans.say(w.day()) + pick(" is", "") + from + to;
  }

  private String matches(Condition.Matches m) {
    String text = plans.say(m.text());
    String part = pick("\"" + m.part() + "\"", "“" + m.part() + "”");
    return switch (m.place()) {
      case INSIDE -> text + pick(" contains ", "包含") + part;
      case BEGINNING -> pick(text + " begins with " + part, text + "以" + part + "开头");
      case END -> pick(text + " ends with " + part, text + "以" + part + "结尾");
    };
  }
}
