package org.inkstone.service.engine.internal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.inkstone.service.engine.ModelConfig;
import org.inkstone.service.engine.internal.graph.GraphJudge.Judged;
import org.inkstone.service.engine.internal.graph.LlamaCppReference.Likelihood;
import org.inkstone.service.engine.internal.model.ModelFiles;
import org.inkstone.service.engine.internal.model.ModelFolder;
import org.inkstone.service.engine.internal.model.ModelSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fp32 graphs of small GGUF files against what llama.cpp said of the same files; {@code
 * src/test/llama-cpp} says how to ask it again.
 */
class LlamaCppAgreementTest {
  /** llama.cpp keeps keys and values in half precision, so its figures differ a little. */
  private static final double LOSS = 2e-3;

  private static final double CHOICES = 0.98;

  @TempDir private Path folder;

  static Iterable<Map.Entry<String, ModelConfig>> shapes() {
    return TinyGguf.shapes().entrySet();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void findsTextsAsProbableAsLlamaCppDoes(Map.Entry<String, ModelConfig> shape)
      throws IOException, OrtException {
    Path file = TinyGguf.write(shape.getValue(), folder.resolve(shape.getKey() + ".gguf"));
    LlamaCppReference reference = LlamaCppReference.of(shape.getKey());
    try (ModelSource source = ModelFiles.open(file)) {
      assertEquals(shape.getValue(), source.config());
      ModelFolder model =
          ModelImport.run(
              source,
              new ModelImport.Origin(shape.getKey(), "0".repeat(64), null),
              WeightFormat.FLOAT32,
              folder.resolve(shape.getKey()),
              ImportProgress.silent());
      try (GraphRunner runner = new GraphRunner(model.decoder(), source.config(), 2048)) {
        for (var text : reference.texts().entrySet()) {
          compare(text.getKey(), text.getValue(), new GraphJudge(runner));
        }
      }
    }
  }

  private static void compare(String name, Likelihood expected, GraphJudge judge)
      throws OrtException {
    Judged judged = judge.judge(expected.tokens());
    for (int i = 0; i < judged.losses().size(); i++) {
      double difference = Math.abs(judged.losses().get(i) - expected.losses().get(i));
      assertTrue(
          difference < 0.05, "%s, place %d: losses differ by %.4f".formatted(name, i, difference));
    }
    double mean = new Judged(expected.choices(), expected.losses()).meanLoss();
    assertEquals(mean, judged.meanLoss(), LOSS, name);
    double agreement = judged.agreement(expected.choices());
    assertTrue(agreement >= CHOICES, name + ": same first choice in only " + agreement);
  }
}
