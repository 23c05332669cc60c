package org.inkstone.service.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.inkstone.service.engine.Embedder;
import org.junit.jupiter.api.Test;

class LinkerTest {
  private static Links english(String request) {
    return Linker.linkByWords(request, SampleSheets.orders());
  }

  private static Links chinese(String request) {
    return Linker.linkByWords(request, SampleSheets.stores());
  }

  @Test
  void linksColumnsValuesAndConstructionsInEnglish() {
    Links links = english("What are the total amounts in the NORTH region for shipped orders?");
    assertEquals(List.of("Amount (USD)", "Region", "Order"), columns(links));
    assertEquals(List.of("North", "Shipped"), values(links));
    assertTrue(links.has(Cue.SUM));
    assertEquals(List.of(), unlinked(links));
  }

  @Test
  void linksColumnsValuesAndConstructionsInChineseWithoutSegmenter() {
    Links links = chinese("帮我看看人民路店绿茶的平均数量");
    assertEquals(List.of("数量"), columns(links));
    assertEquals(List.of("人民路店", "绿茶"), values(links));
    assertTrue(links.has(Cue.AVERAGE));
    assertEquals(List.of(), unlinked(links));
  }

  @Test
  void prefersTheLongerValueToTheShorterOne() {
    assertEquals(List.of("north east"), values(english("amount of North East")));
    assertEquals(List.of("North"), values(english("amount of North")));
  }

  @Test
  void linksPartsOfValuesAndHeaders() {
    assertEquals(List.of("人民路店"), values(chinese("人民路的金额")));
    assertEquals(List.of("Unit Price"), columns(english("the highest price")));
    assertEquals(List.of("付款状态"), columns(chinese("按状态统计")));
  }

  @Test
  void linksNumbersAsPeopleWriteThem() {
    assertEquals(List.of(60000.0), numbers(english("over 60k")));
    assertEquals(List.of(1_500_000.0), numbers(english("amount above 1.5 million")));
    assertEquals(List.of(1234.5), numbers(english("amount = 1,234.5")));
    assertEquals(List.of(0.12), numbers(english("12 % of the amount")));
    assertEquals(List.of(24.0), numbers(english("at least two dozen")));
    assertEquals(List.of(15000.0), numbers(chinese("金额超过1.5万")));
    assertEquals(List.of(30000.0), numbers(chinese("金额三万以上")));
    assertEquals(List.of(0.3), numbers(chinese("金额的三成")));
    assertEquals(List.of(0.5), numbers(chinese("金额的一半")));
    assertEquals(List.of(120.0), numbers(chinese("金额大于一百二十")));
  }

  @Test
  void linksPeriodsAndTakesTheYearFromTheData() {
    assertEquals(
        new Target.Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1), false),
        english("amount in February").all(Target.Period.class).getFirst());
    assertEquals(
        new Target.Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1), false),
        chinese("2月份的金额").all(Target.Period.class).getFirst());
    assertEquals(
        new Target.Period(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 4, 1), true),
        english("orders after 2025-03-31").all(Target.Period.class).getFirst());
    assertEquals(
        new Target.Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 7, 1), false),
        english("amount in Q2").all(Target.Period.class).getFirst());
    assertEquals(
        new Target.Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1), false),
        chinese("上半年金额").all(Target.Period.class).getFirst());
  }

  @Test
  void keepsQuotedTextAsItIs() {
    Links links = english("put \"Pass\" where status is shipped, otherwise “No Go”");
    assertEquals(
        List.of(new Target.Quote("Pass"), new Target.Quote("No Go")),
        links.all(Target.Quote.class));
  }

  @Test
  void reportsContentWordsThatLinkToNothing() {
    assertEquals(List.of("discount"), unlinked(english("total discount")));
    Links berlin = english("amount shipped to Berlin");
    assertEquals(List.of("Berlin"), unlinked(berlin));
    assertTrue(berlin.unlinked().getFirst().likeValue());
    Links suzhou = chinese("苏州店的金额合计");
    assertEquals(1, suzhou.unlinked().size());
    assertTrue(suzhou.unlinked().getFirst().likeValue());
    assertEquals(List.of("利润"), unlinked(chinese("算一下总利润")));
  }

  private static Schema members() {
    return SampleSheets.schema(
        "Members",
        List.of("Member", "Gender", "Tool", "Hours", "Settled"),
        List.of("Olga", "F", "Lathe, large", 12, "Yes"),
        List.of("Piet", "M", "Lathe, small", 7, "No"),
        List.of("Ruth", "F", "Drill", 3, "Yes"));
  }

  private static Schema machines() {
    return SampleSheets.schema(
        "机房",
        List.of("编号", "机型", "性别", "价格"),
        List.of("J-1", "静音发电机", "男", 5200),
        List.of("J-2", "汽油发电机", "女", 3500),
        List.of("J-3", "水泵-大", "男", 880));
  }

  @Test
  void linksOtherWordsForWhatCellsHold() {
    assertEquals(List.of("F"), values(Linker.linkByWords("hours of the women", members())));
    assertEquals(List.of("M"), values(Linker.linkByWords("how many men are there", members())));
    assertEquals(List.of("女"), values(Linker.linkByWords("女生的价格合计", machines())));
  }

  @Test
  void readsNumeralsThatLeaveTheirLastUnitOut() {
    assertEquals(List.of(3500.0), numbers(chinese("金额超过三千五")));
    assertEquals(List.of(260.0), numbers(chinese("金额超过两百六")));
    assertEquals(List.of(3005.0), numbers(chinese("金额超过三千零五")));
    assertEquals(List.of(12_000.0), numbers(chinese("金额超过一万二")));
    assertEquals(List.of(10_020.0), numbers(chinese("金额超过一万零二十")));
    assertEquals(List.of(13_500.0), numbers(chinese("金额超过一万三千五")));
  }

  @Test
  void wordsOfTalkCarryNothing() {
    for (String request :
        List.of(
            "any idea what amount is still lying around in the north?",
            "so, going by the region, what did the south bring in, roughly speaking",
            "would you mind telling me the amount for the West so far, for example",
            "ok folks, a neat little table of the amount by region")) {
      assertEquals(List.of(), unlinked(english(request)), request);
    }
    for (String request : List.of("麻烦您看一看人民路店一共卖得多少数量来着", "大伙儿想请教一下，例如绿茶的金额合计")) {
      assertEquals(List.of(), unlinked(chinese(request)), request);
    }
  }

  @Test
  void wordsThatDenyAreTold() {
    for (String request :
        List.of(
            "orders that have yet to be shipped",
            "orders neither shipped nor cancelled",
            "amount, leaving out cancelled ones",
            "which orders do we still need to ship")) {
      assertTrue(english(request).has(Cue.NEGATION), request);
    }
    for (String request : List.of("尚未付款的金额", "绿茶不算，金额一共多少", "刨去牛奶的金额", "还没有付的有几笔")) {
      assertTrue(chinese(request).has(Cue.NEGATION), request);
    }
    Links owing = Linker.linkByWords("hours still outstanding", members());
    assertTrue(owing.has(Cue.NEGATION));
    assertTrue(columns(owing).contains("Settled"));
  }

  @Test
  void yesAloneSaysNothingAboutUnknownThings() {
    Links guests = Linker.linkByWords("how many guests said yes", members());
    assertEquals(List.of("guests"), unlinked(guests));
    Links settled = Linker.linkByWords("how many people have settled = yes", members());
    assertEquals(List.of(), unlinked(settled));
  }

  @Test
  void percentagesMayBeSpelled() {
    Links ten = english("amount plus ten percent");
    assertEquals(List.of(new Target.Number(0.1, true, true)), ten.all(Target.Number.class));
  }

  @Test
  void whoActsIsLikeAValue() {
    assertTrue(chinese("苏打水卖了多少钱").unlinked().getFirst().likeValue());
    assertFalse(chinese("物流费总额").unlinked().getFirst().likeValue());
  }

  @Test
  void onlyTheMeanItselfIsAnAverage() {
    assertTrue(english("the mean amount").has(Cue.AVERAGE));
    assertFalse(english("amount in the north, meaning not shipped").has(Cue.AVERAGE));
  }

  @Test
  void comparisonsAreTold() {
    assertTrue(english("amounts of at least 200").has(Cue.AT_LEAST));
    assertTrue(english("amounts over 200").has(Cue.GREATER));
    assertFalse(english("amounts over 200").has(Cue.AT_LEAST));
    assertTrue(chinese("数量不少于30").has(Cue.AT_LEAST));
    assertTrue(chinese("数量不超过30").has(Cue.AT_MOST));
    assertTrue(chinese("数量超过30").has(Cue.GREATER));
  }

  @Test
  void linksAnUnknownWordToTheHeaderThatIsLikeItInMeaning() {
    Embedder embedder = new TwoGroups(List.of("discount", "Amount"));
    Linker linker =
        new Linker(
            new HeaderMatcher(Map.of(Language.ENGLISH, new HeaderMatcher.Side(embedder, 0.7))));
    Links links =
        linker.link("total discount", SampleSheets.orders(), null).toCompletableFuture().join();
    assertEquals(List.of("Amount (USD)"), columns(links));
    assertEquals(List.of(), unlinked(links));
  }

  /** An embedding that knows two meanings: texts of a group, and all others. */
  private record TwoGroups(List<String> group) implements Embedder {
    @Override
    public CompletionStage<List<float[]>> embed(List<String> texts) {
      return CompletableFuture.completedFuture(
          texts.stream()
              .map(t -> group.contains(t) ? new float[] {1, 0} : new float[] {0, 1})
              .toList());
    }

    @Override
    public int dimension() {
      return 2;
    }
  }

  private static List<String> columns(Links links) {
    return links.all(Target.Column.class).stream().map(c -> c.column().name()).distinct().toList();
  }

  private static List<String> values(Links links) {
    return links.all(Target.Value.class).stream().map(Target.Value::value).distinct().toList();
  }

  private static List<Double> numbers(Links links) {
    return links.all(Target.Number.class).stream().map(Target.Number::value).toList();
  }

  private static List<String> unlinked(Links links) {
    return links.unlinked().stream().map(Links.Unlinked::words).toList();
  }
}
