package org.inkstone.service.task.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.HeaderMatcher;
import org.inkstone.service.plan.Linker;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.algebra.AggregateFunction;
import org.inkstone.service.plan.algebra.Comparison;
import org.inkstone.service.plan.algebra.Condition;
import org.inkstone.service.plan.algebra.Plan;
import org.inkstone.service.plan.compose.Composition;
import org.inkstone.service.plan.rank.FirstSight;
import org.inkstone.service.plan.rank.Meaning;
import org.inkstone.service.plan.rank.Meanings;
import org.inkstone.service.plan.rank.Ranker;
import org.inkstone.service.plan.rank.RankerFile;
import org.inkstone.service.prompt.PromptCatalog;
import org.inkstone.service.sheet.function.Product;
import org.junit.jupiter.api.Test;

/** Readings of a request: what is one meaning, which is taken, and what the others say. */
class ReadingTest {
  private static final List<Sample> SAMPLES = SampleReader.folder(SamplesTest.FOLDER);

  private final Calculator calculator = new Calculator(SamplesTest.CLOCK);
  private final FormulaVerifier verifier = new FormulaVerifier(calculator);

  private static Sample sample(String id) {
    return SAMPLES.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }

  private static Composition counting(TableView table, Comparison comparison, double bound) {
    ColumnView units =
        table.columns().stream().filter(c -> c.name().equals("Units")).findFirst().orElseThrow();
    Condition condition =
        new Condition.Compare(Plan.Field.of(units), comparison, Plan.Literal.of(bound));
    Plan plan = new Plan.Aggregate(AggregateFunction.COUNT, table, null, condition);
    return new Composition(plan, "COUNT", 0.1, Map.of(), List.of());
  }

  @Test
  void sameOnChangedDataIsOneMeaningAndSameByChanceIsNot() {
    SheetInput input = SampleJudge.input(sample("sales-orders-04"));
    TableView orders = input.schema().tables().getFirst();
    List<Meaning> meanings =
        Meanings.of(
            List.of(
                counting(orders, Comparison.AT_LEAST, 11),
                counting(orders, Comparison.GREATER, 10),
                counting(orders, Comparison.GREATER, 11)),
            input.schema(),
            null);
    assertEquals(2, meanings.size(), "no order has 11 units, but one might");
    assertEquals(2, meanings.getFirst().same().size(), "units are whole");
    assertEquals(meanings.get(0).values(), meanings.get(1).values());
  }

  private Question question(String id) {
    Sample sample = sample(id);
    SheetInput input = SampleJudge.input(sample);
    Linker linker = new Linker(new HeaderMatcher(Map.of()));
    return new Question(
        linker.link(sample.instruction(), input.schema(), null).toCompletableFuture().join(),
        input.schema(),
        input.place(),
        Product.EXCEL_365,
        null);
  }

  private List<Answer> answers(Question question) {
    Ranker ranker = Ranker.of(RankerFile.shipped());
    List<Candidate> candidates =
        new ComposedCandidateSource(ranker, null, verifier)
            .propose(question)
            .toCompletableFuture()
            .join()
            .candidates();
    return candidates.stream()
        .map(c -> verifier.examine(question, c).answer())
        .filter(Objects::nonNull)
        .toList();
  }

  @Test
  void anotherReadingSaysWhereItDiffers() {
    for (String sheet : List.of("stock", "stock-zh")) {
      List<String> said =
          SAMPLES.stream()
              .filter(s -> !s.mustBeRefused() && s.id().matches(sheet + "-\\d+"))
              .flatMap(s -> differences(question(s.id())).stream())
              .toList();
      assertFalse(said.isEmpty(), sheet);
      String instead = sheet.endsWith("zh") ? "而不是" : " instead of ";
      said.forEach(one -> assertTrue(one.contains(instead), one));
    }
  }

  private List<String> differences(Question question) {
    List<Answer> answers = answers(question);
    return IntStream.range(1, answers.size())
        .filter(i -> !answers.get(i).computed().sameAs(answers.getFirst().computed()))
        .mapToObj(i -> new Difference(question).of(answers.get(i), answers.getFirst()))
        .toList();
  }

  @Test
  void whatIsLearnedIsTestedOnOtherSheetsAndReadsBack() {
    PromptCatalog prompts =
        PromptCatalog.load(ReadingTest.class.getClassLoader(), FormulaParts.TEMPLATES);
    RankLearning learning = new RankLearning(FormulaParts.withoutModel(prompts), SamplesTest.CLOCK);
    List<Sample> few =
        SAMPLES.stream().filter(s -> s.id().matches("(sales-orders|marks-zh|stock)-.*")).toList();
    List<FirstSight> sights = learning.firstSights(few, id -> {});
    RankLearning.Learned learned = learning.learn(few, sights, id -> {});
    assertTrue(learned.report().contains("sheets 4, learned and tested apart"), learned.report());
    assertEquals(few.size(), learned.file().samples());
    assertNotEquals(RankerFile.shipped().samplesSha256(), learned.file().samplesSha256());
    FirstSight first = sights.getFirst();
    assertEquals(first.right(), FirstSight.ofLine(first.asLine()).right());
    assertEquals(first.words(), FirstSight.ofLine(first.asLine()).words());
  }
}
