package org.inkstone.service.plan.algebra;

import java.util.List;
import java.util.stream.Collectors;
import org.inkstone.service.plan.Language;
import org.inkstone.service.sheet.Scalar;

/** Says what a plan computes, in one plain sentence of either language. */
public final class PlanSentence {
  private final boolean chinese;
  private final ConditionSentence conditions;

  private PlanSentence(boolean chinese) {
    this.chinese = chinese;
    this.conditions = new ConditionSentence(this, chinese);
  }

  /** The sentence of a plan, without a full stop. */
  public static String of(Plan plan, Language language) {
    return new PlanSentence(language == Language.CHINESE).say(plan);
  }

  /** What a condition asks of a row. */
  public static String of(Condition condition, Language language) {
    return new PlanSentence(language == Language.CHINESE).conditions.say(condition);
  }

  private String pick(String english, String han) {
    return chinese ? han : english;
  }

  String say(Plan plan) {
    return switch (plan) {
      case Plan.Literal literal -> literal(literal.value());
      case Plan.Day day -> day.date().toString();
      case Plan.Field field -> field.column().profile().header().name();
      case Plan.Arithmetic a -> arithmetic(a);
      case Plan.Across a ->
          pick("the " + name(a.function()) + " of ", "")
              + a.columns().stream()
                  .map(c -> c.profile().header().name())
                  .collect(Collectors.joining(pick(", ", "、")))
              + pick("", "的" + name(a.function()));
      case Plan.Aggregate a -> aggregate(a);
      case Plan.WeightedMean w ->
          where(
              pick(
                  "the average " + say(w.value()) + " weighted by " + say(w.weight()),
                  "按" + say(w.weight()) + "加权的" + say(w.value()) + "平均值"),
              w.filter());
      case Plan.Nth n -> where(nth(n), n.filter());
      case Plan.ExtremeRow e -> where(extreme(e), e.filter());
      case Plan.Lookup l -> where(lookup(l), l.keys());
      case Plan.Beside b -> PlaceSentence.beside(b, this, conditions, chinese);
      case Plan.AtPlace p -> where(PlaceSentence.atPlace(p, this, chinese), p.filter());
      case Plan.LongestRun r ->
          pick(
              "the longest run of rows where " + conditions.say(r.of()),
              conditions.say(r.of()) + "的最长连续行数");
      default -> rowOrList(plan);
    };
  }

  private String rowOrList(Plan plan) {
    return switch (plan) {
      case Plan.Rank r -> rank(r);
      case Plan.Running r ->
          pick("the running " + name(r.function()) + " of ", "累计")
              + r.of().profile().header().name();
      case Plan.Change c ->
          pick(
              "the change of " + c.of().profile().header().name() + " from the row above",
              c.of().profile().header().name() + "比上一行的变化");
      case Plan.Choose c -> choose(c);
      case Plan.Rounded r ->
          say(r.of()) + pick(" rounded to " + r.digits() + " decimals", "，保留" + r.digits() + "位小数");
      case Plan.Stepped s -> stepped(s);
      case Plan.Absolute a -> pick("the size of ", "") + say(a.of()) + pick("", "的绝对值");
      case Plan.TextOf t -> text(t);
      case Plan.Joined j -> j.parts().stream().map(this::say).collect(Collectors.joining(" & "));
      case Plan.DateOf d -> dateOf(d);
      case Plan.Shifted s ->
          say(s.day()) + pick(" plus ", "加") + say(s.amount()) + pick(" ", "") + unit(s.unit());
      case Plan.Span s ->
          pick(
              unit(s.unit()) + " from " + say(s.from()) + " to " + say(s.to()),
              say(s.from()) + "到" + say(s.to()) + "的" + unit(s.unit()) + "数");
      case Plan.Payment p ->
          pick("the monthly payment for ", "") + say(p.principal()) + pick("", "的月还款额");
      case Plan.IfError i ->
          say(i.of()) + pick(", or " + say(i.otherwise()), "，出错时为" + say(i.otherwise()));
      case Plan.Select s -> select(s);
      case Plan.Groups g ->
          pick(
              say(g.each()) + " for each " + say(g.key()),
              "每个" + say(g.key()) + "的" + say(g.each()));
      case Plan.BestGroup b ->
          pick("the " + say(b.key()) + " with the ", "")
              + pick(b.largest() ? "most: " : "least: ", "")
              + say(b.each())
              + pick("", (b.largest() ? "最多" : "最少") + "的" + say(b.key()));
      default -> throw new IllegalStateException("no sentence for " + plan.getClass());
    };
  }

  String literal(Scalar value) {
    return value instanceof Scalar.Text text
        ? pick("\"", "“") + text.value() + pick("\"", "”")
        : Values.text(value);
  }

  private String arithmetic(Plan.Arithmetic a) {
    String sign =
        switch (a.operator()) {
          case ADD -> pick(" plus ", "加");
          case SUBTRACT -> pick(" minus ", "减");
          case MULTIPLY -> pick(" times ", "乘以");
          case DIVIDE -> pick(" divided by ", "除以");
        };
    return say(a.left()) + sign + say(a.right());
  }

  private String name(AggregateFunction function) {
    return switch (function) {
      case SUM -> pick("sum", "合计");
      case AVERAGE -> pick("average", "平均值");
      case COUNT -> pick("number", "个数");
      case COUNT_DISTINCT -> pick("number of different values", "不同值的个数");
      case MAX -> pick("maximum", "最大值");
      case MIN -> pick("minimum", "最小值");
      case MEDIAN -> pick("median", "中位数");
      case DEVIATION -> pick("standard deviation", "标准差");
      case PRODUCT -> pick("product", "乘积");
      case MODE -> pick("most frequent value", "众数");
    };
  }

  private String aggregate(Plan.Aggregate a) {
    Plan of = a.of();
    String said =
        of == null
            ? pick("the number of rows", "行数")
            : pick(
                "the " + name(a.function()) + " of " + say(of), say(of) + "的" + name(a.function()));
    return where(said, a.filter());
  }

  /** With the condition behind in English and before in Chinese. */
  private String where(String said, Condition filter) {
    return filter.isAlways()
        ? said
        : pick(said + " where " + conditions.say(filter), conditions.say(filter) + "的行中，" + said);
  }

  private String nth(Plan.Nth n) {
    return pick(
        "number "
            + n.position()
            + " of "
            + say(n.of())
            + (n.largest() ? " from the top" : " from the bottom"),
        say(n.of()) + "第" + n.position() + (n.largest() ? "大的值" : "小的值"));
  }

  private String extreme(Plan.ExtremeRow e) {
    String place =
        e.position() == 1 ? "" : pick("number " + e.position() + " by ", "第" + e.position());
    return pick(
        "the "
            + say(e.result())
            + " with the "
            + place
            + (e.largest() ? "highest " : "lowest ")
            + say(e.by()),
        say(e.by())
            + (place.isEmpty() ? "最" : place)
            + (e.largest() ? "高" : "低")
            + "的"
            + say(e.result()));
  }

  private String lookup(Plan.Lookup l) {
    return pick(
        "the " + (l.last() ? "last " : "") + say(l.result()),
        (l.last() ? "最后一个" : "") + say(l.result()));
  }

  private String rank(Plan.Rank r) {
    String of = r.of().profile().header().name();
    String within = r.within() == null ? "" : r.within().profile().header().name();
    String group = within.isEmpty() ? "" : pick(" within the same " + within, "在同一" + within + "内");
    return pick(
        "the rank of " + of + group + (r.descending() ? ", highest first" : ", lowest first"),
        of + group + "的名次（" + (r.descending() ? "从高到低" : "从低到高") + "）");
  }

  private String choose(Plan.Choose c) {
    String cases =
        c.cases().stream()
            .map(k ->
                pick(
                    say(k.then()) + " if " + conditions.say(k.when()),
                    conditions.say(k.when()) + "时为" + say(k.then())))
            .collect(Collectors.joining(pick(", ", "，")));
    return cases + pick(", otherwise ", "，否则为") + say(c.otherwise());
  }

  private String text(Plan.TextOf t) {
    String arguments =
        t.arguments().stream().map(this::say).collect(Collectors.joining(pick(", ", "、")));
    String detail = arguments.isEmpty() ? "" : pick(" (" + arguments + ")", "（" + arguments + "）");
    String what =
        switch (t.function()) {
          case TRIM -> pick("without stray spaces", "去掉多余空格");
          case UPPER -> pick("in upper case", "转为大写");
          case LOWER -> pick("in lower case", "转为小写");
          case PROPER -> pick("with capital initials", "首字母大写");
          case LENGTH -> pick("length in characters", "字符数");
          case LEFT -> pick("first characters", "开头的字符");
          case RIGHT -> pick("last characters", "末尾的字符");
          case MIDDLE -> pick("characters inside", "中间的字符");
          case BEFORE -> pick("what stands before a sign", "符号之前的部分");
          case AFTER -> pick("what stands after a sign", "符号之后的部分");
          case LAST_WORD -> pick("last word", "最后一个词");
          case REPLACE -> pick("with a text replaced", "替换文本");
          case OCCURRENCES -> pick("how often a text occurs", "文本出现的次数");
          case NUMBER -> pick("as a number", "转为数值");
        };
    return say(t.of()) + pick(": ", "：") + what + detail;
  }

  private String stepped(Plan.Stepped stepped) {
    String step = java.math.BigDecimal.valueOf(stepped.step()).stripTrailingZeros().toPlainString();
    return say(stepped.of())
        + switch (stepped.direction()) {
          case NEAREST -> pick(" rounded to the nearest " + step, "，舍入到最接近的" + step + "的倍数");
          case UP -> pick(" rounded up to the next " + step, "，向上取到" + step + "的倍数");
          case DOWN -> pick(" rounded down to a multiple of " + step, "，向下取到" + step + "的倍数");
        };
  }

  private String dateOf(Plan.DateOf d) {
    String part =
        switch (d.part()) {
          case YEAR -> pick("year", "年份");
          case MONTH -> pick("month", "月份");
          case DAY -> pick("day", "日");
          case WEEKDAY, WEEKDAY_FROM_SUNDAY -> pick("weekday", "星期");
          case QUARTER -> pick("quarter", "季度");
          case WEEK -> pick("week", "周数");
          case YEAR_MONTH -> pick("year and month", "年月");
        };
    return pick("the " + part + " of " + say(d.of()), say(d.of()) + "的" + part);
  }

  private String unit(SpanUnit unit) {
    return switch (unit) {
      case DAYS -> pick("days", "天");
      case WEEKS -> pick("weeks", "周");
      case MONTHS -> pick("months", "月");
      case YEARS -> pick("years", "年");
      case WORKDAYS -> pick("working days", "工作日");
    };
  }

  private String select(Plan.Select s) {
    String fields =
        s.fields().stream().map(this::say).collect(Collectors.joining(pick(" and ", "和")));
    String head = s.distinct() ? pick("the different ", "不重复的") : pick("the ", "");
    String said = where(head + fields, s.filter());
    List<Plan.Order> order = s.order();
    if (!order.isEmpty()) {
      Plan.Order by = order.getFirst();
      said +=
          pick(
              ", ordered by " + say(by.by()) + (by.descending() ? " downwards" : " upwards"),
              "，按" + say(by.by()) + (by.descending() ? "降序" : "升序"));
    }
    return s.take() == 0 ? said : said + pick(", the first " + s.take(), "，前" + s.take() + "个");
  }
}
