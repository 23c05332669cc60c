package org.inkstone.service.plan.compose;

import org.junit.jupiter.api.Test;

/** Questions about rows beside others, the order of a table and values that are compared. */
class QuestionsTest {
  private static final String FERRIES =
      """
      Ferry|Yard|Port|Launched|Passengers|Routes
      Aurora|Lind|Bergen|1998|420|Bergen, Stavanger
      Borealis|Moss|Oslo|2001|380|Oslo, Kiel
      Corona|Lind|Turku|2004|610|Turku, Mariehamn
      Delphin|Ask|Oslo|2009|250|Oslo, Kiel, Bergen
      Estrella|Lind|Bergen|2012|700|Bergen
      """;
  private static final String CHOIRS =
      """
      合唱团|城市|指挥|成立年份|团员|曲目
      春雷|宁波|周敏|1996|42|茉莉花、赛马
      海燕|厦门|陈涛|2003|58|渔歌
      晨星|宁波|林芳|2008|36|茉莉花、渔歌
      百灵|昆明|吴强|2015|64|赛马
      """;

  @Test
  void findsTheRowBesideAnother() {
    ComposedFormulas.check(
        ComposedFormulas.schema("Fleet", FERRIES),
        """
        which ferry is listed right after Borealis? -> INDEX([Ferry],MATCH("Borealis",[Ferry],0)+1)
        what is the ferry before Delphin -> IF(MATCH("Delphin",[Ferry],0)>1,INDEX([Ferry],MATCH("Delphin",[Ferry],0)-1),NA())
        which yard is listed directly above Ask? -> IF(MATCH("Ask",[Yard],0)>1,INDEX([Yard],MATCH("Ask",[Yard],0)-1),NA())
        """);
    ComposedFormulas.check(
        ComposedFormulas.schema("合唱", CHOIRS),
        """
        海燕之后的下一个合唱团是哪个 -> INDEX([合唱团],MATCH("海燕",[合唱团],0)+1)
        排在晨星前一位的合唱团 -> IF(MATCH("晨星",[合唱团],0)>1,INDEX([合唱团],MATCH("晨星",[合唱团],0)-1),NA())
        """);
  }

  @Test
  void countsTheRowsOnOneSideOfAnother() {
    ComposedFormulas.check(
        ComposedFormulas.schema("Fleet", FERRIES),
        """
        how many ferries are listed after Borealis? -> SUMPRODUCT(--(SEQUENCE(ROWS([Ferry]))>IFERROR(MATCH("Borealis",[Ferry],0),ROWS([Ferry]))))
        """);
    ComposedFormulas.check(
        ComposedFormulas.schema("合唱", CHOIRS),
        """
        晨星之前有几个合唱团 -> SUMPRODUCT(--(SEQUENCE(ROWS([合唱团]))<IFERROR(MATCH("晨星",[合唱团],0),0)))
        """);
  }

  @Test
  void findsTheFirstAndTheLast() {
    ComposedFormulas.check(
        ComposedFormulas.schema("Fleet", FERRIES),
        """
        what is the first ferry listed -> INDEX([Ferry],1)
        what is the last port in the table? -> INDEX([Port],ROWS([Port]))
        what was the last year that Lind launched one -> MAXIFS([Launched],[Yard],"Lind")
        """);
    ComposedFormulas.check(
        ComposedFormulas.schema("合唱", CHOIRS),
        """
        表里最后一个合唱团是哪个 -> INDEX([合唱团],ROWS([合唱团]))
        表中第一个指挥是谁 -> INDEX([指挥],1)
        """);
  }

  @Test
  void comparesValuesThatAreNamed() {
    ComposedFormulas.check(
        ComposedFormulas.schema("Fleet", FERRIES),
        """
        which ferry has more passengers, Aurora or Corona? -> INDEX([Ferry],MATCH(1,INDEX((([Ferry]="Aurora")+([Ferry]="Corona")>0)*([Passengers]=MAX(IF(([Ferry]="Aurora")+([Ferry]="Corona")>0,[Passengers]))),0),0))
        how many more passengers does Corona have than Aurora? -> SUMIFS([Passengers],[Ferry],"Corona")-SUMIFS([Passengers],[Ferry],"Aurora")
        difference in passengers between Aurora and Delphin -> ABS(SUMIFS([Passengers],[Ferry],"Aurora")-SUMIFS([Passengers],[Ferry],"Delphin"))
        """);
    ComposedFormulas.check(
        ComposedFormulas.schema("合唱", CHOIRS),
        """
        海燕比晨星的团员多多少 -> SUMIFS([团员],[合唱团],"海燕")-SUMIFS([团员],[合唱团],"晨星")
        春雷和百灵的团员相差多少 -> ABS(SUMIFS([团员],[合唱团],"春雷")-SUMIFS([团员],[合唱团],"百灵"))
        春雷和海燕哪个团员更多 -> INDEX([合唱团],MATCH(1,INDEX((([合唱团]="春雷")+([合唱团]="海燕")>0)*([团员]=MAX(IF(([合唱团]="春雷")+([合唱团]="海燕")>0,[团员]))),0),0))
        """);
  }

  @Test
  void findsWhatIsTheSameAsAnother() {
    ComposedFormulas.check(
        ComposedFormulas.schema("Fleet", FERRIES),
        """
        which ferry has the same port as Borealis? -> FILTER([Ferry],([Port]=XLOOKUP("Borealis",[Ferry],[Port]))*([Ferry]<>"Borealis"))
        """);
    ComposedFormulas.check(
        ComposedFormulas.schema("合唱", CHOIRS),
        """
        和春雷同城市的合唱团有哪些 -> FILTER([合唱团],([城市]=XLOOKUP("春雷",[合唱团],[城市]))*([合唱团]<>"春雷"))
        """);
  }

  @Test
  void findsWordsInsideCells() {
    ComposedFormulas.check(
        ComposedFormulas.schema("Fleet", FERRIES),
        """
        how many ferries have Kiel among their routes -> COUNTIFS([Routes],"*Kiel*")
        """);
    ComposedFormulas.check(
        ComposedFormulas.schema("合唱", CHOIRS),
        """
        曲目里有茉莉花的合唱团有几个 -> COUNTIFS([曲目],"*茉莉花*")
        """);
  }

  @Test
  void countsRowsWithoutABreak() {
    ComposedFormulas.check(
        ComposedFormulas.schema(
            "Shifts",
            """
            Day|Crew|Late
            1|Red|Yes
            2|Red|No
            3|Blue|No
            """),
        """
        how many consecutive days was it Red? -> MAX(FREQUENCY(IF([Crew]="Red",ROW([Day])),IF([Crew]="Red",0,ROW([Day]))))
        """);
    ComposedFormulas.check(
        ComposedFormulas.schema("合唱", CHOIRS),
        """
        宁波连续有几个合唱团 -> MAX(FREQUENCY(IF([城市]="宁波",ROW([合唱团])),IF([城市]="宁波",0,ROW([合唱团]))))
        """);
  }

  @Test
  void answersYesOrNo() {
    ComposedFormulas.check(
        ComposedFormulas.schema("Fleet", FERRIES),
        """
        did Corona carry more passengers than Delphin? -> IF(SUMIFS([Passengers],[Ferry],"Corona")>SUMIFS([Passengers],[Ferry],"Delphin"),"yes","no")
        """);
    ComposedFormulas.check(
        ComposedFormulas.schema("合唱", CHOIRS),
        """
        有没有合唱团在昆明 -> IF(COUNTIFS([城市],"昆明")>0,"是","否")
        """);
  }

  @Test
  void readsPlacesOfRankingsAndRatesOfValues() {
    ComposedFormulas.check(
        ComposedFormulas.schema(
            "Regatta",
            """
            Boat|Place|Day|Result
            Kestrel|3rd|Sat|Arrived
            Heron|1st|Sat|Capsized
            Egret|2nd|Sun|Arrived
            Petrel|4th|Sun|Arrived
            """),
        """
        which boat finished first? -> FILTER([Boat],[Place]="1st")
        capsized rate on Sat -> COUNTIFS([Result],"Capsized",[Day],"Sat")/COUNTIFS([Day],"Sat")
        """);
    ComposedFormulas.check(
        ComposedFormulas.schema(
            "订单",
            """
            单号|渠道|状态
            D1|网店|退货
            D2|门店|完成
            D3|网店|完成
            """),
        """
        网店的退货率 -> COUNTIFS([状态],"退货",[渠道],"网店")/COUNTIFS([渠道],"网店")
        """);
  }

  @Test
  void measuresTheTimeFromOneDayToAnother() {
    ComposedFormulas.check(
        ComposedFormulas.schema(
            "Repairs",
            """
            Ticket|Opened|Closed
            T1|2026-02-01|2026-02-05
            T2|2026-02-03|2026-02-04
            T3|2026-02-08|2026-02-20
            """),
        """
        average days from opened to closed -> AVERAGE([Closed]-[Opened])
        """);
    ComposedFormulas.check(
        ComposedFormulas.schema(
            "维修",
            """
            工单|报修日|完工日
            W1|2026-02-01|2026-02-05
            W2|2026-02-03|2026-02-04
            """),
        """
        从报修日到完工日平均几天 -> AVERAGE([完工日]-[报修日])
        """);
  }

  @Test
  void comparesMeans() {
    ComposedFormulas.check(
        ComposedFormulas.schema("Fleet", FERRIES),
        """
        how much higher is the average number of passengers of Lind than of Moss? -> AVERAGEIFS([Passengers],[Yard],"Lind")-AVERAGEIFS([Passengers],[Yard],"Moss")
        """);
    ComposedFormulas.check(
        ComposedFormulas.schema("合唱", CHOIRS),
        """
        宁波的平均团员比厦门少多少 -> AVERAGEIFS([团员],[城市],"厦门")-AVERAGEIFS([团员],[城市],"宁波")
        """);
  }

  @Test
  void marksWhatOccursMoreThanOnceAndWritesLabelsWithoutQuotationMarks() {
    ComposedFormulas.check(
        ComposedFormulas.schema("Fleet", FERRIES),
        """
        ↓show Twin if the port appears more than once, otherwise leave it empty -> IF(COUNTIFS([Port],[@Port])>1,"Twin","")
        """);
    ComposedFormulas.check(
        ComposedFormulas.schema("合唱", CHOIRS),
        """
        ↓城市有重复的标"同城"，其余留空 -> IF(COUNTIFS([城市],[@城市])>1,"同城","")
        """);
  }
}
