package org.inkstone.service.engine.internal.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.ModelConfig;
import org.inkstone.service.engine.internal.model.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecoderGraphTest {
  private static final int LENGTH = 40;

  @TempDir private Path folder;

  static Stream<ModelConfig> shapes() {
    int vocabulary = TinyTokenizer.create().size();
    List<Float> factors = List.of(1f, 1f, 1f, 2f, 3f, 8f, 8f, 8f);
    return Stream.of(
        TinyModel.qwen2().build(),
        TinyModel.qwen2().vocabulary(vocabulary, false).build(),
        TinyModel.llama().build(),
        TinyModel.llama().ropeFactors(factors).build(),
        TinyModel.qwen3().build(),
        TinyModel.gemma3().build(),
        TinyModel.qwen2().size(2, 80, 112).heads(2, 1, 48).build());
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void givesTheLogitsOfTheFormulas(ModelConfig config) throws IOException, OrtException {
    try (TinyWeights weights = new TinyWeights(config, 1)) {
      ModelFolder model = TinyModel.write(folder.resolve("m"), WeightFormat.FLOAT32, weights);
      ReferenceDecoder reference = new ReferenceDecoder(weights);
      int[] tokens = tokens(config);
      try (GraphRunner runner = new GraphRunner(model.decoder(), config, LENGTH)) {
        float[][] logits = runner.append(tokens);
        for (int i = 0; i < tokens.length; i++) {
          assertArrayEquals(
              reference.append(tokens[i]), doubles(logits[i]), 2e-3, "after token " + i);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void givesTheSameLogitsInPartsAsAtOnce(ModelConfig config) throws IOException, OrtException {
    ModelFolder model = write(config, WeightFormat.FLOAT32);
    int[] tokens = tokens(config);
    try (GraphRunner whole = new GraphRunner(model.decoder(), config, LENGTH);
        GraphRunner parts = new GraphRunner(model.decoder(), config, LENGTH + 24)) {
      float[][] expected = whole.append(tokens);
      for (int[] part : List.of(new int[] {0, 17}, new int[] {17, 18}, new int[] {18, LENGTH})) {
        float[][] logits =
            parts.append(IntStream.range(part[0], part[1]).map(i -> tokens[i]).toArray());
        for (int i = 0; i < logits.length; i++) {
          assertArrayEquals(expected[part[0] + i], logits[i], 2e-4f, "after " + (part[0] + i));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void staysNearTheFloatsWith8BitBlocks(ModelConfig config) throws IOException, OrtException {
    ModelFolder exact = write(config, WeightFormat.FLOAT32);
    try (TinyWeights weights = new TinyWeights(config, 1)) {
      ModelFolder coded =
          TinyModel.write(folder.resolve("coded"), WeightFormat.INT8_BLOCK64, weights);
      try (GraphRunner left = new GraphRunner(exact.decoder(), config, LENGTH);
          GraphRunner right = new GraphRunner(coded.decoder(), config, LENGTH)) {
        int[] tokens = tokens(config);
        float[][] expected = left.append(tokens);
        float[][] logits = right.append(tokens);
        for (int i = 0; i < tokens.length; i++) {
          double distance = distance(expected[i], logits[i]);
          assertTrue(distance < 0.06, "relative distance " + distance + " after token " + i);
        }
      }
    }
  }

  @Test
  void givesLogitsOfTheWantedPlacesOnly() throws IOException, OrtException {
    ModelConfig config = TinyModel.qwen2().build();
    ModelFolder model = write(config, WeightFormat.FLOAT32);
    int[] tokens = tokens(config);
    try (GraphRunner runner = new GraphRunner(model.decoder(), config, LENGTH)) {
      float[][] all = runner.append(tokens);
      runner.reset();
      float[][] some = runner.append(tokens, new int[] {3, LENGTH - 1});
      assertEquals(2, some.length);
      assertArrayEquals(all[3], some[0], 1e-4f);
      assertArrayEquals(all[LENGTH - 1], some[1], 1e-4f);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void cutsTheGraphAfterALayer(ModelConfig config) throws IOException, OrtException {
    try (TinyWeights weights = new TinyWeights(config, 1)) {
      ModelFolder model = TinyModel.write(folder.resolve("m"), WeightFormat.FLOAT32, weights);
      for (int layer = 1; layer <= config.layers(); layer++) {
        Path graph = EncoderGraph.write(model, layer);
        assertEquals(model.encoder(layer), graph);
        try (GraphRunner runner = new GraphRunner(graph, config, LENGTH)) {
          float[][] states = runner.append(tokens(config));
          ReferenceDecoder reference = new ReferenceDecoder(weights);
          for (int i = 0; i < states.length; i++) {
            reference.append(tokens(config)[i]);
            assertArrayEquals(reference.residual(layer), doubles(states[i]), 2e-3);
          }
        }
      }
    }
  }

  @Test
  void refusesHeadsThatTheOperatorCannotTurn() throws IOException {
    ModelConfig config = TinyModel.qwen2().heads(2, 1, 40).build();
    EngineException refusal =
        assertThrows(EngineException.class, () -> write(config, WeightFormat.FLOAT32));
    assertEquals(EngineException.Kind.BAD_MODEL, refusal.kind());
    assertTrue(refusal.toString().contains("multiple of 16, not 40"), refusal.toString());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  private ModelFolder write(ModelConfig config, WeightFormat format) throws IOException {
    try (TinyWeights weights = new TinyWeights(config, 1)) {
      return TinyModel.write(folder.resolve(format.name()), format, weights);
    }
  }

  private static int[] tokens(ModelConfig config) {
    return new Random(7).ints(LENGTH, 0, config.vocabularySize()).toArray();
  }

  private static double[] doubles(float[] floats) {
    return IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
  }

  private static double distance(float[] left, float[] right) {
    double difference =
        IntStream.range(0, left.length).mapToDouble(i -> Math.pow(left[i] - right[i], 2)).sum();
    return Math.sqrt(difference / DoubleStream.of(doubles(left)).map(x -> x * x).sum());
  }
}
