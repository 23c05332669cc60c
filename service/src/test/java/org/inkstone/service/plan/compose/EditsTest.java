package org.inkstone.service.plan.compose;

import org.junit.jupiter.api.Test;

/** A follow-up changes the plan of the turn before, and only what it names. */
class EditsTest {
  private static final String SALES =
      """
      Order|Date|Region|Product|Units|Amount|Status
      1|2026-01-05|North|Lamp|4|480|Shipped
      2|2026-01-19|South|Desk|1|450|Open
      3|2026-02-11|North|Desk|3|210|Shipped
      4|2026-03-02|West|Lamp|2|150|Cancelled
      5|2026-03-09|South|Lamp|5|600|Shipped
      """;
  private static final String ORDERS =
      """
      订单|日期|地区|产品|数量|金额|状态
      1|2026-01-05|华北|台灯|4|480|已发货
      2|2026-01-19|华南|书桌|1|450|未付款
      3|2026-02-11|华北|书桌|3|210|已发货
      4|2026-03-02|华东|台灯|2|150|已取消
      5|2026-03-09|华南|台灯|5|600|已发货
      """;

  @Test
  void englishFollowUpsChangeWhatTheyName() {
    ComposedFormulas.checkTurns(
        ComposedFormulas.schema("Sales", SALES),
        """
        total amount in the North -> SUMIFS([Amount],[Region],"North")
        + only shipped ones -> SUMIFS([Amount],[Region],"North",[Status],"Shipped")
        + what about the South? -> SUMIFS([Amount],[Status],"Shipped",[Region],"South")
        + average instead -> AVERAGEIFS([Amount],[Status],"Shipped",[Region],"South")
        + no, units -> AVERAGEIFS([Units],[Status],"Shipped",[Region],"South")
        + for all regions -> AVERAGEIFS([Units],[Status],"Shipped")
        + and by product -> LET(k,UNIQUE(FILTER([Product],[Status]="Shipped")),HSTACK(k,AVERAGEIFS([Units],[Product],k,[Status],"Shipped")))

        how many orders have an amount over 200 -> COUNTIFS([Amount],">200")
        + make it 400 -> COUNTIFS([Amount],">400")
        + at most 500 -> COUNTIFS([Amount],">400",[Amount],"<=500")
        + in March -> COUNTIFS([Amount],">400",[Amount],"<=500",[Date],">="&DATE(2026,3,1),[Date],"<"&DATE(2026,4,1))

        total amount in the North -> SUMIFS([Amount],[Region],"North")
        + and the South too -> SUMPRODUCT(--(([Region]="North")+([Region]="South")>0),[Amount])

        share of the amount in the West -> SUMIFS([Amount],[Region],"West")/SUM([Amount])
        + how about North -> SUMIFS([Amount],[Region],"North")/SUM([Amount])
        + rounded to 2 decimals -> ROUND(SUMIFS([Amount],[Region],"North")/SUM([Amount]),2)

        which product has the highest amount -> INDEX([Product],MATCH(MAX([Amount]),[Amount],0))
        + by units -> INDEX([Product],MATCH(MAX([Units]),[Units],0))
        """);
  }

  @Test
  void chineseFollowUpsChangeWhatTheyName() {
    ComposedFormulas.checkTurns(
        ComposedFormulas.schema("订单", ORDERS),
        """
        华北的金额合计 -> SUMIFS([金额],[地区],"华北")
        + 只看已发货的 -> SUMIFS([金额],[地区],"华北",[状态],"已发货")
        + 那华南呢 -> SUMIFS([金额],[状态],"已发货",[地区],"华南")
        + 改成平均 -> AVERAGEIFS([金额],[状态],"已发货",[地区],"华南")
        + 不对，是数量 -> AVERAGEIFS([数量],[状态],"已发货",[地区],"华南")
        + 不限地区 -> AVERAGEIFS([数量],[状态],"已发货")
        + 按产品分 -> LET(k,UNIQUE(FILTER([产品],[状态]="已发货")),HSTACK(k,AVERAGEIFS([数量],[产品],k,[状态],"已发货")))

        金额超过200的有几单 -> COUNTIFS([金额],">200")
        + 改成400 -> COUNTIFS([金额],">400")
        + 3月份的 -> COUNTIFS([金额],">400",[日期],">="&DATE(2026,3,1),[日期],"<"&DATE(2026,4,1))

        华北的金额合计 -> SUMIFS([金额],[地区],"华北")
        + 华南也算上 -> SUMPRODUCT(--(([地区]="华北")+([地区]="华南")>0),[金额])
        + 保留一位小数 -> ROUND(SUMPRODUCT(--(([地区]="华北")+([地区]="华南")>0),[金额]),1)
        """);
  }

  @Test
  void formulasOfEachRowAreChangedToo() {
    ComposedFormulas.checkTurns(
        ComposedFormulas.schema("Sales", SALES),
        """
        ↓amount plus 10% -> [@Amount]*(1+0.1)
        + 15 percent instead -> [@Amount]*(1+0.15)
        + round it to 1 decimal -> ROUND([@Amount]*(1+0.15),1)
        """);
  }
}
