package org.inkstone.service.engine.internal.gguf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.inkstone.service.engine.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GgufFileTest {
  @TempDir Path folder = Path.of("");

  /**
   * The file holds random blocks of each type, and what gguf-py 0.19.0 ({@code quants.dequantize},
   * numpy) makes of them: see {@code src/test/llama-cpp/make-dequantization.py}.
   */
  @ParameterizedTest
  @EnumSource(GgufType.class)
  void dequantizesToTheBitsOfTheReference(GgufType type) throws Exception {
    Path path =
        Path.of(
            Objects.requireNonNull(getClass().getResource("/gguf/dequantization.gguf")).toURI());
    try (GgufFile file = GgufFile.open(path)) {
      GgufTensor tensor = file.tensor(type.name());
      assertEquals(type, tensor.type());
      assertEquals(2, tensor.rows());
      for (int row = 0; row < 2; row++) {
        float[] actual = new float[256];
        float[] expected = new float[256];
        file.readRow(tensor, row, actual);
        file.readRow(file.tensor("expected." + type), row, expected);
        assertArrayEquals(bits(expected), bits(actual), type + " row " + row);
      }
    }
  }

  @Test
  void readsBackWhatWasWritten() {
    Path path = small().write(folder.resolve("small.gguf"));
    try (GgufFile file = GgufFile.open(path)) {
      assertEquals("llama", file.metadata().string("general.architecture").orElseThrow());
      assertEquals(7, file.metadata().integer("a.count").orElseThrow());
      assertEquals(0.5, file.metadata().number("a.number").orElseThrow());
      assertEquals(true, file.metadata().bool("a.truth").orElseThrow());
      assertEquals(List.of("一", "two"), file.metadata().strings("a.texts"));
      float[] row = new float[3];
      file.readRow(file.tensor("matrix"), 1, row);
      assertArrayEquals(new float[] {4, 5, 6}, row);
      assertThrows(
          IndexOutOfBoundsException.class, () -> file.readRow(file.tensor("matrix"), 2, row));
    }
  }

  @Test
  void refusesMetadataOfAnotherTypeByItsKey() {
    Path path = small().write(folder.resolve("small.gguf"));
    try (GgufFile file = GgufFile.open(path)) {
      assertBad("a.count", () -> file.metadata().string("a.count"));
      assertBad("a.texts", () -> file.metadata().integers("a.texts"));
      assertBad("a.number", () -> file.metadata().integer("a.number"));
    }
  }

  @Test
  void namesTheFieldOfAHostileHeader() {
    byte[] good = small().toBytes();
    assertOpenFails("magic number", patched(good, 0, 1, 0x20));
    assertOpenFails("version is 1", patched(good, 4, 4, 1));
    assertOpenFails("version is big-endian", patched(good, 4, 4, 3 << 24));
    assertOpenFails("tensor count", patched(good, 8, 8, Long.MAX_VALUE));
    assertOpenFails("tensor count", patched(good, 8, 8, -1));
    assertOpenFails("metadata count", patched(good, 16, 8, 1L << 40));
    assertOpenFails("length of metadata key 0", patched(good, 24, 8, 1L << 62));
    assertOpenFails("type of a.count", patched(good, after(good, "a.count"), 4, 99));
    assertOpenFails(
        "item count of a.texts", patched(good, after(good, "a.texts") + 8, 8, 1L << 60));
    assertOpenFails(
        "a.texts is an array of arrays", patched(good, after(good, "a.texts") + 4, 4, 9));
    assertOpenFails("a.truth is 2", patched(good, after(good, "a.truth") + 4, 1, 2));
  }

  @Test
  void namesTheTensorOfAHostileTable() {
    byte[] good = small().toBytes();
    int at = after(good, "matrix");
    assertOpenFails("tensor matrix has 9 dimensions", patched(good, at, 4, 9));
    assertOpenFails("tensor matrix has the shape [0, 2]", patched(good, at + 4, 8, 0));
    assertOpenFails("tensor matrix has the shape", patched(good, at + 4, 8, -1));
    assertOpenFails("tensor matrix takes", patched(good, at + 12, 8, 1 << 28));
    assertOpenFails("tensor matrix has type 10", patched(good, at + 20, 4, 10));
    assertOpenFails("tensor matrix has rows of 3", patched(good, at + 20, 4, 12));
    assertOpenFails("tensor matrix takes", patched(good, at + 24, 8, 1 << 20));
    assertOpenFails("tensor matrix takes", patched(good, at + 24, 8, -32));
    assertOpenFails("tensor matrix begins at 8", patched(good, at + 24, 8, 8));
  }

  @Test
  void refusesNamesThatStandTwiceOrAreNoText() {
    assertOpenFails(
        "metadata key a stands twice", new GgufWriter().uint32("a", 1).uint32("a", 2).toBytes());
    assertOpenFails(
        "tensor t stands twice", new GgufWriter().vector("t", 1).vector("t", 2).toBytes());
    byte[] good = small().toBytes();
    assertOpenFails("is not UTF-8", patched(good, after(good, "a.count") - 1, 1, 0xff));
  }

  @Test
  void refusesAnAlignmentThatIsNoPowerOfTwo() {
    for (int alignment : new int[] {0, 3, 33}) {
      assertOpenFails(
          "general.alignment is " + alignment,
          new GgufWriter().uint32("general.alignment", alignment).vector("t", 1).toBytes());
    }
  }

  @Test
  void refusesEveryTruncation() {
    byte[] good = small().toBytes();
    int data = 2 * 32; // the two tensors end with padding that nobody reads
    for (int length = 0; length < good.length - data; length++) {
      byte[] truncated = Arrays.copyOf(good, length);
      assertThrows(EngineException.class, () -> open(truncated), "length " + length);
    }
  }

  private static GgufWriter small() {
    return new GgufWriter()
        .string("general.architecture", "llama")
        .uint32("a.count", 7)
        .float32("a.number", 0.5f)
        .bool("a.truth", true)
        .strings("a.texts", List.of("一", "two"))
        .matrix("matrix", 2, 3, 1, 2, 3, 4, 5, 6)
        .vector("vector", 1, 2);
  }

  private void assertOpenFails(String expected, byte[] bytes) {
    assertBad(expected, () -> open(bytes));
  }

  private void open(byte[] bytes) {
    try {
      GgufFile.open(Files.write(folder.resolve("hostile.gguf"), bytes)).close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertBad(String expected, Runnable action) {
    EngineException e = assertThrows(EngineException.class, action::run);
    assertEquals(EngineException.Kind.BAD_MODEL, e.kind());
    assertTrue(String.valueOf(e.getMessage()).contains(expected), e.getMessage());
  }

  private static byte[] patched(byte[] bytes, int offset, int length, long value) {
    byte[] number = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    byte[] copy = bytes.clone();
    System.arraycopy(number, 0, copy, offset, length);
    return copy;
  }

  /** The offset behind the first occurrence of that text. */
  private static int after(byte[] bytes, String text) {
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    assertTrue(at >= 0, text);
    return at + text.length();
  }

  private static int[] bits(float[] floats) {
    int[] bits = new int[floats.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(floats[i]));
    return bits;
  }
}
