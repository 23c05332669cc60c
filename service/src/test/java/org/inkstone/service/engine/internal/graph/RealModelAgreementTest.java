package org.inkstone.service.engine.internal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.inkstone.service.engine.internal.catalog.CatalogModel;
import org.inkstone.service.engine.internal.catalog.ModelCatalog;
import org.inkstone.service.engine.internal.catalog.ModelPull;
import org.inkstone.service.engine.internal.catalog.PullProgress;
import org.inkstone.service.engine.internal.catalog.PullSettings;
import org.inkstone.service.engine.internal.graph.GraphJudge.Agreement;
import org.inkstone.service.engine.internal.graph.GraphJudge.Judged;
import org.inkstone.service.engine.internal.graph.LlamaCppReference.Answered;
import org.inkstone.service.engine.internal.model.ModelFiles;
import org.inkstone.service.engine.internal.model.ModelFolder;
import org.inkstone.service.engine.internal.model.ModelSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The smallest real model as it is imported by default, in 8-bit blocks, against what llama.cpp
 * said of the same file. The bounds stand a little beyond what {@code docs/model-correctness.md}
 * reports.
 */
class RealModelAgreementTest {
  private static final String MODEL = "smollm2-135m-instruct";
  private static final int CAPACITY = 1024;
  private static final int ANSWERS_A_KIND = 5;

  @TempDir static Path folder = Path.of("");

  private static final ModelCatalog CATALOG = ModelCatalog.load();
  private static LlamaCppReference reference;
  private static GraphRunner runner;

  @BeforeAll
  static void importTheModel() throws IOException, OrtException {
    reference = LlamaCppReference.of(MODEL);
    CatalogModel model = CATALOG.find(MODEL);
    Path file = new ModelPull(PullSettings.fromEnvironment()).pull(model, PullProgress.NONE);
    try (ModelSource source = ModelFiles.open(file)) {
      ModelFolder imported =
          ModelImport.run(
              source,
              new ModelImport.Origin(MODEL, model.sha256(), model.license()),
              folder.resolve(MODEL),
              ImportProgress.silent());
      runner = new GraphRunner(imported.decoder(), source.config(), CAPACITY);
    }
  }

  @AfterAll
  static void close() throws OrtException {
    runner.close();
  }

  @Test
  void findsTextsAsProbableAsLlamaCppDoes() throws OrtException {
    for (var text : reference.texts().entrySet()) {
      Judged judged = new GraphJudge(runner).judge(text.getValue().tokens());
      Judged expected = new Judged(text.getValue().choices(), text.getValue().losses());
      assertEquals(expected.meanLoss(), judged.meanLoss(), 0.03, text.getKey());
      double agreement = judged.agreement(expected.choices());
      assertTrue(agreement > 0.88, text.getKey() + ": same first choice in only " + agreement);
    }
  }

  @Test
  void choosesTheTokensOfLlamaCppsAnswers() throws OrtException {
    for (Map.Entry<String, List<Answered>> kind : reference.prompts().entrySet()) {
      Agreement agreement =
          new GraphJudge(runner).compare(kind.getValue().subList(0, ANSWERS_A_KIND));
      assertTrue(agreement.choiceShare() > 0.92, kind.getKey() + ": " + agreement);
      assertTrue(agreement.widestGap() < 1.5, kind.getKey() + ": " + agreement);
    }
  }
}
