package org.inkstone.service.plan.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.inkstone.service.plan.Linker;
import org.inkstone.service.plan.Schema;
import org.junit.jupiter.api.Test;

/** The best plan for a request is what a person would mean, whatever the table is about. */
class ComposerTest {
  private static final String RENTALS =
      """
      Booking|Guest|City|Check In|Check Out|Nights|Price|Paid
      B-01|Ana Lopez|Lisbon|2026-03-01|2026-03-05|4|95|Yes
      B-02|Tom Hale|Porto|2026-03-03|2026-03-04|1|120|No
      B-03|Mei Chen|Lisbon|2026-03-10|2026-03-17|7|80|Yes
      B-04|Ravi Patel|Faro|2026-04-02||3|110|Yes
      B-05|Ana Lopez|Porto|2026-04-08|2026-04-10|2|130|No
      """;
  private static final String STAFF =
      """
      日期|员工|部门|应到|实到|迟到分钟|请假类型
      2026-06-01|张三|行政部|8|8|0|
      2026-06-01|李四|研发部|8|7.5|30|
      2026-06-02|张三|行政部|8|4|0|事假
      2026-06-03|王五|研发部|8|7|60|
      2026-07-01|王五|研发部|8|8|5|病假
      """;

  @Test
  void composesWhatEnglishRequestsMean() {
    ComposedFormulas.check(
        ComposedFormulas.schema("Rentals", RENTALS),
        """
        how many nights did we sell in Lisbon? -> SUMIFS([Nights],[City],"Lisbon")
        number of bookings not paid -> COUNTIFS([Paid],"No")
        avrage price of stays longer than 2 nights -> AVERAGEIFS([Price],[Nights],">2")
        who stayed the longest -> INDEX([Guest],MATCH(MAX([Nights]),[Nights],0))
        which city has the most bookings? -> LET(k,UNIQUE([City]),t,COUNTIFS([City],k),INDEX(k,MATCH(MAX(t),t,0)))
        city of booking B-04 -> XLOOKUP("B-04",[Booking],[City])
        list the guests who have not paid -> FILTER([Guest],[Paid]="No")
        how many different guests do we have? -> COUNTA(UNIQUE([Guest]))
        how many bookings have no check out date -> COUNTBLANK([Check Out])
        total nights per city -> LET(k,UNIQUE([City]),HSTACK(k,SUMIFS([Nights],[City],k)))
        difference between the highest and lowest price -> MAX([Price])-MIN([Price])
        price of the guests except Ana Lopez, in total -> SUMIFS([Price],[Guest],"<>Ana Lopez")
        second highest price -> LARGE([Price],2)
        top 3 guests by nights -> TAKE(SORTBY([Guest],[Nights],-1),3)
        total revenue, i.e. nights times price -> SUMPRODUCT([Nights],[Price])
        share of nights in Porto -> SUMIFS([Nights],[City],"Porto")/SUM([Nights])
        nights in Lisbon or Porto in total -> SUMPRODUCT(--(([City]="Lisbon")+([City]="Porto")>0),[Nights])
        """);
  }

  @Test
  void ordersAreWhatIsBoughtUnlessTheWordSorts() {
    ComposedFormulas.check(
        ComposedFormulas.schema(
            "Orders",
            """
            Number|Customer|Amount|Status
            1|Alder|120|Shipped
            2|Birch|80|Open
            3|Alder|45|Shipped
            """),
        """
        What is the total amount of the shipped orders? -> SUMIFS([Amount],[Status],"Shipped")
        average amount per order -> AVERAGE([Amount])
        how many orders did Alder place -> COUNTIFS([Customer],"Alder")
        list the amounts, ordered -> SORT([Amount])
        """);
  }

  @Test
  void composesWhatChineseRequestsMean() {
    ComposedFormulas.check(
        ComposedFormulas.schema("考勤", STAFF),
        """
        李四迟到了多少分钟 -> SUMIFS([迟到分钟],[员工],"李四")
        研发的平均实到时长 -> AVERAGEIFS([实到],[部门],"研发部")
        迟到分钟不少于30的有几次 -> COUNTIFS([迟到分钟],">=30")
        迟到最多的人是谁 -> INDEX([员工],MATCH(MAX([迟到分钟]),[迟到分钟],0))
        有多少名不同的员工 -> COUNTA(UNIQUE([员工]))
        没有请假的记录有多少条 -> COUNTBLANK([请假类型])
        6月份实到时长合计 -> SUMIFS([实到],[日期],">="&DATE(2026,6,1),[日期],"<"&DATE(2026,7,1))
        除了研发部，其他部门的迟到分钟总和 -> SUMIFS([迟到分钟],[部门],"<>研发部")
        各部门的迟到分钟总和 -> LET(k,UNIQUE([部门]),HSTACK(k,SUMIFS([迟到分钟],[部门],k)))
        列出迟到超过10分钟的员工 -> FILTER([员工],[迟到分钟]>10)
        迟到分钟第二多的数 -> LARGE([迟到分钟],2)
        应到合计减去实到合计 -> SUM([应到])-SUM([实到])
        """);
  }

  @Test
  void composesOneValueForEachRow() {
    ComposedFormulas.check(
        ComposedFormulas.schema("Rentals", RENTALS),
        """
        ↓nights * price for every booking -> [@Nights]*[@Price]
        ↓label each booking "long" if nights are at least 5, else "short" -> IF([@Nights]>=5,"long","short")
        ↓running total of nights -> SUM(F$2:F2)
        ↓rank the bookings by price, cheapest first -> RANK([@Price],[Price],1)
        ↓price plus 10% -> [@Price]*(1+0.1)
        ↓days from check in to check out, leave blank when check out is missing -> IF([@[Check Out]]="","",[@[Check Out]]-[@[Check In]])
        ↓guest name in upper case -> UPPER([@Guest])
        ↓part of the booking before the dash -> LEFT([@Booking],FIND("-",[@Booking]&"-")-1)
        ↓each booking's share of all nights -> [@Nights]/SUM([Nights])
        ↓nights 5 or more "A", 2 to 4 "B", otherwise "C" -> IF([@Nights]>=5,"A",IF(AND([@Nights]>=2,[@Nights]<=4),"B","C"))
        ↓(price - nights) / nights for each row -> ([@Price]-[@Nights])/[@Nights]
        ↓month of the check in date -> MONTH([@[Check In]])
        """);
    ComposedFormulas.check(
        ComposedFormulas.schema("考勤", STAFF),
        """
        ↓每行缺勤时长：应到减实到 -> [@应到]-[@实到]
        ↓实到比应到少多少 -> [@应到]-[@实到]
        ↓实到小于应到标"缺勤"，否则标"全勤" -> IF([@实到]<[@应到],"缺勤","全勤")
        ↓出勤率，实到除以应到，保留两位小数 -> ROUND([@实到]/[@应到],2)
        ↓每个人在本部门内的迟到分钟排名 -> COUNTIFS([部门],[@部门],[迟到分钟],">"&[@迟到分钟])+1
        ↓员工和部门用"-"连接 -> [@员工]&"-"&[@部门]
        """);
  }

  @Test
  void aWordThatMattersAndMeansNothingStaysUnlinked() {
    Schema rentals = ComposedFormulas.schema("Rentals", RENTALS);
    for (String request :
        List.of(
            "total discount",
            "bookings in Madrid",
            "average number of children per booking",
            "platinum guests, how many",
            "what did Boris pay")) {
      assertTrue(!Linker.linkByWords(request, rentals).unlinked().isEmpty(), request);
    }
    Schema staff = ComposedFormulas.schema("考勤", STAFF);
    for (String request : List.of("财务部的迟到分钟", "平均加班时长", "赵六的实到合计")) {
      assertTrue(!Linker.linkByWords(request, staff).unlinked().isEmpty(), request);
    }
  }

  @Test
  void saysWhatSpeaksForAndAgainstAPlan() {
    Schema rentals = ComposedFormulas.schema("Rentals", RENTALS);
    List<Composition> plans =
        Composer.compose(Linker.linkByWords("total nights in Lisbon", rentals), rentals, null, 20);
    Composition best = plans.getFirst();
    assertEquals("SUM", best.kind());
    assertEquals(1.0, best.features().get("kind:SUM"));
    assertEquals(0.0, best.features().get("unexplained"));
    assertEquals(List.of(), best.unexplained());
    Composition other =
        plans.stream().filter(p -> !p.unexplained().isEmpty()).findFirst().orElseThrow();
    assertTrue(other.cost() > best.cost() + 0.5, other + " beside " + best);
  }

  /** Words that several values share mean all of them, and conditions may be denied behind. */
  @Test
  void partsOfSeveralValuesAndDenialsBehind() {
    Schema schema =
        ComposedFormulas.schema(
            "Gear",
            """
            Code|Kind|Shop|Days
            K1|Tent, light|Harbour|4
            K2|Tent, heavy|Station|9
            K3|Stove|Harbour|2
            """);
    ComposedFormulas.check(
        schema,
        """
        how many tent are there -> COUNTIFS([Kind],"*Tent*")
        total days of tent at the harbour -> SUMIFS([Days],[Shop],"Harbour",[Kind],"*Tent*")
        total days, harbour excluded -> SUMIFS([Days],[Shop],"<>Harbour")\
        """);
    Schema tools =
        ComposedFormulas.schema(
            "器材",
            """
            编号|品名|仓位|天数
            Q1|家用帐篷|东库|4
            Q2|军用帐篷|西库|9
            Q3|炉头|东库|2
            """);
    ComposedFormulas.check(
        tools,
        """
        帐篷的天数合计 -> SUMIFS([天数],[品名],"*帐篷*")
        不算东库，天数合计 -> SUMIFS([天数],[仓位],"<>东库")
        剔除东库的天数合计 -> SUMIFS([天数],[仓位],"<>东库")
        东库的不算，天数合计 -> SUMIFS([天数],[仓位],"<>东库")\
        """);
  }
}
