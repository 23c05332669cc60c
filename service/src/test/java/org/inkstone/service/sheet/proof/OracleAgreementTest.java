package org.inkstone.service.sheet.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Our values of thousands of formulas beside those of LibreOffice and IronCalc, as stored. */
class OracleAgreementTest {
  private static final Sample SAMPLE = Sample.read(Lines.of("oracles/sample.tsv.gz"));

  @Test
  void agreesWithTheOraclesButForTheListedDisagreements() {
    Comparison comparison = new Comparison(SAMPLE, Disagreement.all()).run();
    assertTrue(SAMPLE.cases().size() >= 3000, () -> SAMPLE.cases().size() + " formulas");
    assertTrue(comparison.compared() >= 5000, comparison::summary);
    assertEquals(
        List.of(),
        comparison.unexplained().stream().map(Comparison.Unexplained::toString).toList(),
        comparison::summary);
  }

  @Test
  void everyListedDisagreementSaysWhoIsRight() {
    Set<String> ids = new HashSet<>();
    for (Disagreement entry : Disagreement.all()) {
      assertTrue(
          List.of("inkstone", "depends", "undocumented").contains(entry.right()), entry.id());
      assertTrue(entry.why().length() > 30, entry.id());
      ids.add(entry.id());
    }
    assertTrue(ids.size() > 20, () -> ids.size() + " entries");
  }

  @Test
  void aWrongValueIsFound() {
    Sample.Case wrong = new Sample.Case("SUM(1,2)", "4", "5");
    Comparison comparison =
        new Comparison(new Sample(SAMPLE.data(), List.of(wrong)), Disagreement.all()).run();
    assertEquals(2, comparison.unexplained().size());
  }
}
