package org.inkstone.service.task.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inkstone.sdk.model.Cell;
import org.junit.jupiter.api.Test;

/** The samples say what they claim: each reference formula gives the expected values. */
class SamplesTest {
  static final Path FOLDER = Path.of("..", "prompt-templates", "formula", "samples");
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T08:00:00Z"), ZoneOffset.UTC);

  private static final Set<String> REASONS =
      Set.of(
          "unknown_column",
          "unknown_value",
          "not_a_formula",
          "no_candidate_passed",
          "unsupported_function",
          "unsupported_target",
          "no_table");

  private final List<Sample> samples = SampleReader.folder(FOLDER);
  private final List<Sample> frozen = SampleReader.folder(FOLDER.resolve("frozen"));
  private final SampleJudge judge = new SampleJudge(new Calculator(CLOCK));

  @Test
  void eachReferenceFormulaGivesTheExpectedValuesOnTheDataAndOnTheEditedData() {
    assertEquals(List.of(), unproved(samples));
  }

  @Test
  void eachFrozenReferenceFormulaGivesTheExpectedValuesToo() {
    assertEquals(List.of(), unproved(frozen));
  }

  private List<String> unproved(List<Sample> all) {
    List<String> wrong = new ArrayList<>();
    for (Sample sample : all) {
      String reference = sample.reference();
      if (reference != null && !judge.isRight(sample, reference)) {
        wrong.add(
            sample.id()
                + " "
                + reference
                + " gives "
                + judge.values(sample, reference, SampleJudge.workbook(sample)));
      }
    }
    return wrong;
  }

  @Test
  void theFrozenOnesAreManyAndNotAmongThoseThatAreDevelopedOn() {
    Set<String> ids = new HashSet<>();
    samples.forEach(s -> ids.add(s.id()));
    for (Sample sample : frozen) {
      assertTrue(sample.id().startsWith("frozen-"), sample.id());
      assertTrue(ids.add(sample.id()), sample.id());
      assertTrue(Set.of("en", "zh").contains(sample.language()), sample.id());
      assertTrue(REASONS.containsAll(sample.refused()), sample.id());
      assertTrue(sample.mustBeRefused() || sample.changed() != null, sample.id());
    }
    long chinese = frozen.stream().filter(s -> s.language().equals("zh")).count();
    assertTrue(chinese >= 95 && frozen.size() - chinese >= 95, "Chinese: " + chinese);
    long refused = frozen.stream().filter(Sample::mustBeRefused).count();
    assertTrue(refused >= 34, "to be refused: " + refused);
    long near = frozen.stream().filter(s -> s.category().equals("near miss")).count();
    assertTrue(near >= 28, "near misses: " + near);
  }

  @Test
  void aWrongFormulaIsNotRight() {
    Sample sum =
        samples.stream().filter(s -> s.id().equals("sales-orders-02")).findFirst().orElseThrow();
    assertTrue(judge.isRight(sum, "=SUMIFS(G2:G15,C2:C15,\"north\")"));
    assertTrue(judge.isRight(sum, "=SUM(FILTER(Orders[Amount],Orders[Region]=\"North\"))"));
    assertTrue(!judge.isRight(sum, "=SUMIFS(G2:G15,C2:C15,\"South\")"));
    assertTrue(!judge.isRight(sum, "=1980"), "right on the data, wrong on the edited data");
  }

  @Test
  void areManyInBothLanguagesWithChangedDataAndRefusals() {
    assertTrue(samples.size() >= 120);
    long chinese = samples.stream().filter(s -> s.language().equals("zh")).count();
    assertTrue(chinese * 100 >= samples.size() * 45L, "Chinese: " + chinese);
    long refused = samples.stream().filter(Sample::mustBeRefused).count();
    assertTrue(refused >= 20, "to be refused: " + refused);
    long changed = samples.stream().filter(s -> s.changed() != null).count();
    assertTrue(2 * changed >= samples.size() - refused, "with edited data: " + changed);
    assertEquals(samples.size(), samples.stream().map(Sample::id).distinct().count());
  }

  @Test
  void eachIsEitherToBeAnsweredOrToBeRefused() {
    Set<String> tables = new HashSet<>();
    for (Sample sample : samples) {
      assertTrue(Set.of("en", "zh").contains(sample.language()), sample.id());
      assertTrue(REASONS.containsAll(sample.refused()), sample.id());
      if (!sample.mustBeRefused()) {
        assertNotNull(sample.reference(), sample.id());
        assertNotNull(sample.expected(), sample.id());
      }
      tables.addAll(SampleJudge.schema(sample).tables().stream().map(t -> t.name()).toList());
    }
    assertTrue(tables.size() >= 18, "different tables: " + tables);
  }

  @Test
  void readsQuestionsOverTablesOfTexts(@org.junit.jupiter.api.io.TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("questions.jsonl");
    java.nio.file.Files.writeString(
        file,
        """
        {"id": "q1", "question": "how many wins?", "table": [["Team", "Wins"], ["A", "1,200"], ["B", "3"]], "answer": ["1203"]}
        """);
    Sample sample = SampleReader.questions(file).getFirst();
    assertEquals(Cell.of(1200), sample.sheets().getFirst().cells().get(1).get(1));
    assertTrue(judge.isRight(sample, "=SUM(B2:B3)"));
    assertTrue(judge.isRight(sample, "=TEXT(SUM(B2:B3),\"0\")"));
    assertTrue(!judge.isRight(sample, "=MAX(B2:B3)"));
  }
}
