package org.inkstone.service.engine.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.inkstone.service.engine.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes the header of a small model in tens of thousands of ways. Whatever the file says, it is
 * read or refused as {@code BAD_MODEL}, and the memory taken is of the order of the file's size.
 */
class GgufFuzzTest {
  private static final int MUTATIONS = 30_000;
  private static final long MOST_BYTES_A_FILE = 1 << 20; // JSON buffers; the file has 3 KiB
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long[] EXTREMES = {
    0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 31, 1L << 32, (1L << 61) + 1, 0x7fffffff, 255
  };

  @TempDir Path folder = Path.of("");

  @Test
  void readsOrRefusesWhateverTheHeaderSays() throws Exception {
    byte[] good = new TinyModel("llama").toBytes();
    int header = good.length - TinyModel.DATA_BYTES;
    Random random = new Random(20260110);
    int refused = 0;
    assertTrue(read(good), "the model itself is refused"); // and classes are loaded
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutated = mutated(good, header, random);
      try {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        refused += read(mutated) ? 0 : 1;
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < MOST_BYTES_A_FILE, allocated + " bytes allocated");
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("mutation " + i, e);
      }
    }
    assertTrue(refused > MUTATIONS / 3, refused + " refused");
    assertTrue(refused < MUTATIONS, "all refused");
  }

  /** Opens and reads everything; false if the file was refused. */
  private boolean read(byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve("mutated.gguf"), bytes);
    ModelFolder out = new ModelFolder(folder);
    try (ModelSource source = ModelFiles.open(path)) {
      for (String name : source.names()) {
        float[] row = new float[source.columns(name)];
        source.readRow(name, source.rows(name) - 1, row);
      }
      TokenizerFiles.write(source, out);
      return true;
    } catch (EngineException e) {
      assertEquals(EngineException.Kind.BAD_MODEL, e.kind(), e.getMessage());
      return false;
    } finally { // a new file is much cheaper than one that is written again
      Files.delete(path);
      Files.deleteIfExists(out.tokenizer());
      Files.deleteIfExists(out.chatTemplate());
    }
  }

  private static byte[] mutated(byte[] good, int header, Random random) {
    byte[] bytes = good.clone();
    switch (random.nextInt(8)) {
      case 0 -> {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      case 1, 2 ->
          ByteBuffer.wrap(bytes)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putLong(random.nextInt(header - 8), EXTREMES[random.nextInt(EXTREMES.length)]);
      case 3 -> {
        int length = 1 + random.nextInt(16);
        int from = random.nextInt(header - length);
        int to = random.nextInt(header - length);
        System.arraycopy(good, from, bytes, to, length);
      }
      default -> {
        for (int i = random.nextInt(4); i >= 0; i--) {
          bytes[random.nextInt(header)] = (byte) random.nextInt(256);
        }
      }
    }
    return bytes;
  }
}
