package org.inkstone.service.engine.internal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.internal.model.ModelCard;
import org.inkstone.service.engine.internal.model.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelImportTest {
  private static final ModelImport.Origin ORIGIN =
      new ModelImport.Origin("tiny", "ab".repeat(32), "Apache-2.0");

  @TempDir private Path home;

  @Test
  void writesAllFilesOfTheFolderAndNothingElse() throws IOException {
    ModelFolder folder = run(1, ImportProgress.silent());
    assertEquals(
        List.of(
            "card.json", "chat_template.jinja", "decoder.onnx", "tokenizer.json", "weights.bin"),
        names(folder.path()));
    assertEquals(List.of("tiny"), names(home));
    ModelCard card = new ObjectMapper().readValue(folder.card().toFile(), ModelCard.class);
    assertEquals("tiny", card.id());
    assertEquals("ab".repeat(32), card.sourceSha256());
    assertEquals("Apache-2.0", card.license());
    assertEquals(TinyModel.qwen2().build(), card.config());
    assertTrue(card.weightFormat().startsWith("8-bit"), card.weightFormat());
  }

  @Test
  void tellsHowFarItIs() throws IOException {
    List<Long> written = new ArrayList<>();
    List<Long> all = new ArrayList<>();
    run(
        1,
        (done, total) -> {
          written.add(done);
          all.add(total);
        });
    assertEquals(written.stream().sorted().toList(), written);
    assertEquals(1, all.stream().distinct().count());
    assertEquals(all.getFirst(), written.getLast());
  }

  @Test
  void replacesAFolderWithTheSameBytesForTheSameWeights() throws IOException {
    byte[] first = Files.readAllBytes(run(1, ImportProgress.silent()).weights());
    byte[] other = Files.readAllBytes(run(2, ImportProgress.silent()).weights());
    byte[] again = Files.readAllBytes(run(1, ImportProgress.silent()).weights());
    assertFalse(Arrays.equals(first, other));
    assertTrue(Arrays.equals(first, again));
    assertEquals(List.of("tiny"), names(home));
  }

  @Test
  void leavesTheOldFolderWhenTheNewOneFails() throws IOException {
    byte[] before = Files.readAllBytes(run(1, ImportProgress.silent()).weights());
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () ->
                run(
                    2,
                    (done, all) -> {
                      throw new IllegalStateException("disk full");
                    }));
    assertEquals("disk full", failure.getMessage());
    assertTrue(Arrays.equals(before, Files.readAllBytes(home.resolve("tiny/weights.bin"))));
    assertEquals(List.of("tiny"), names(home));
  }

  @Test
  void cleansUpAfterAKilledImport() throws IOException {
    Files.createDirectories(home.resolve(".tiny.growing"));
    Files.writeString(home.resolve(".tiny.growing/weights.bin"), "half");
    run(1, ImportProgress.silent());
    assertEquals(List.of("tiny"), names(home));
  }

  @Test
  void refusesASecondImportOfTheSameFolderAtTheSameTime() throws IOException {
    List<EngineException> refusals = new ArrayList<>();
    run(
        1,
        (done, all) -> {
          if (refusals.isEmpty()) {
            refusals.add(
                assertThrows(EngineException.class, () -> run(2, ImportProgress.silent())));
          }
        });
    assertEquals(EngineException.Kind.UNAVAILABLE, refusals.getFirst().kind());
    assertEquals(List.of("tiny"), names(home));
  }

  @Test
  void refusesWeightsThatAreNotFinite() throws IOException {
    try (TinyWeights weights = new TinyWeights(TinyModel.qwen2().build(), 1)) {
      weights.values("blk.1.ffn_up.weight")[64 * 5 + 3] = Float.NaN;
      EngineException refusal =
          assertThrows(
              EngineException.class,
              () ->
                  ModelImport.run(weights, ORIGIN, home.resolve("tiny"), ImportProgress.silent()));
      assertEquals(EngineException.Kind.BAD_MODEL, refusal.kind());
      assertTrue(
          refusal.toString().contains("tensor blk.1.ffn_up.weight has the weight NaN in row 5"),
          refusal.toString());
      assertEquals(List.of(), names(home));
    }
  }

  private ModelFolder run(long seed, ImportProgress progress) throws IOException {
    try (TinyWeights weights = new TinyWeights(TinyModel.qwen2().build(), seed)) {
      return ModelImport.run(weights, ORIGIN, home.resolve("tiny"), progress);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
