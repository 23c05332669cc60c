package org.inkstone.service.task.formula;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaGrammarTest {
  private final List<Sample> samples = SampleReader.folder(SamplesTest.FOLDER);

  private String grammar(String id) {
    Sample sample = samples.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    return FormulaGrammar.of(VerifierTest.question(sample));
  }

  private static String rule(String grammar, String name) {
    return grammar.lines().filter(l -> l.startsWith(name + " ::=")).findFirst().orElseThrow();
  }

  @Test
  void holdsTheColumnsOfTheseTablesOnly() {
    String references = rule(grammar("sales-orders-02"), "ref");
    assertTrue(references.contains("\"Orders[Amount]\""));
    assertTrue(references.contains("\"Orders[Unit Price]\""));
    assertFalse(references.contains("@"), "rows are for fill-down only");
    assertTrue(rule(grammar("sales-orders-08"), "ref").contains("\"[@[Unit Price]]\""));
  }

  @Test
  void holdsTheConstantsThatTheRequestJustifiesOnly() {
    String texts = rule(grammar("sales-orders-02"), "str");
    assertTrue(texts.contains("\\\"North\\\""));
    assertFalse(texts.contains("South"));
    String numbers = rule(grammar("sales-orders-04"), "num");
    assertTrue(numbers.contains("\"8\""));
    assertFalse(numbers.contains("\"9\""));
    assertTrue(rule(grammar("sales-orders-04"), "str").contains("\\\">=8\\\""));
  }

  @Test
  void comparesOnlyWhereTheRequestDoes() {
    assertTrue(rule(grammar("sales-orders-04"), "cmp").contains("\">=\""));
    assertFalse(rule(grammar("sales-orders-02"), "cmp").contains("\">=\""));
  }

  @Test
  void criteriaStandBesideWholeColumnsAndAreNoComparisons() {
    String grammar = grammar("sales-orders-02");
    assertTrue(
        rule(grammar, "call1").contains("\"SUMIFS\") \"(\" column (sep column sep criterion)"));
    assertTrue(rule(grammar, "criterion").contains("\\\"North\\\""));
    assertFalse(rule(grammar, "column").contains("@"));
  }

  @Test
  void holdsThePeriodsOfTheRequestAsDates() {
    String dates = rule(grammar("sales-orders-07"), "date");
    assertTrue(dates.contains("\"DATE(2026,2,1)\""));
    assertTrue(dates.contains("\"DATE(2026,3,1)\""));
  }

  @Test
  void leavesOutWhatTheTargetLacksAndWhatIsNotComputed() {
    String calls = rule(grammar("sales-orders-02"), "call1");
    assertTrue(calls.contains("\"SUMIFS\""));
    assertFalse(calls.contains("\"RAND\""));
    assertFalse(calls.contains("\"WEBSERVICE\""));
  }
}
