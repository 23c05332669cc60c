package org.inkstone.service.task.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import org.inkstone.service.prompt.PromptCatalog;
import org.junit.jupiter.api.Test;

/** How far the program comes on the samples without a model; the figures may only rise. */
class ProgramAloneTest {
  private final FormulaScore score = score();

  private static FormulaScore score() {
    PromptCatalog prompts =
        PromptCatalog.load(ProgramAloneTest.class.getClassLoader(), FormulaParts.TEMPLATES);
    return new FormulaScoring(FormulaParts.withoutModel(prompts), Runnable::run, SamplesTest.CLOCK)
        .score(SampleReader.folder(SamplesTest.FOLDER), one -> {});
  }

  private double share(
      Predicate<FormulaScore.ScoredSample> of, Predicate<FormulaScore.ScoredSample> are) {
    List<FormulaScore.ScoredSample> all = score.samples().stream().filter(of).toList();
    return (double) all.stream().filter(are).count() / all.size();
  }

  @Test
  void answersAreRightInBothLanguages() {
    for (String language : List.of("en", "zh")) {
      double right =
          share(
              s -> !s.mustBeRefused() && s.language().equals(language),
              FormulaScore.ScoredSample::right);
      assertTrue(right >= 0.8, language + ": " + score.asText());
    }
  }

  @Test
  void whatCanNotBeAnsweredIsRefused() {
    double refused =
        share(FormulaScore.ScoredSample::mustBeRefused, s -> s.status().equals("refused"));
    assertTrue(refused >= 0.95, score.asText());
  }

  @Test
  void nothingWrongIsCalledVerified() {
    List<String> wrong =
        score.samples().stream()
            .filter(s -> s.status().equals("verified") && !s.right())
            .map(s -> s.id() + " " + s.formula())
            .toList();
    assertEquals(List.of(), wrong);
  }
}
