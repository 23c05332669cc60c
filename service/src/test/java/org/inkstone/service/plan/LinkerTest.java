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
