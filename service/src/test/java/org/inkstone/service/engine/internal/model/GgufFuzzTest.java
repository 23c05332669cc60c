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
import java.util.List;
import java.util.Random;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.internal.gguf.GgufWriter;
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
    byte[] good = model();
    int header = good.length - dataBytes();
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
    try (ModelSource source = ModelFiles.open(path)) {
      for (String name : source.names()) {
        float[] row = new float[source.columns(name)];
        source.readRow(name, source.rows(name) - 1, row);
      }
      TokenizerFiles.write(source, new ModelFolder(folder.resolve("out")));
      return true;
    } catch (EngineException e) {
      assertEquals(EngineException.Kind.BAD_MODEL, e.kind(), e.getMessage());
      return false;
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

  private static int dataBytes() {
    return 32 * (2 * 4 + 7 * 2 + 3); // each tensor of 4 or 16 floats, rounded up to 32
  }

  private static byte[] model() {
    GgufWriter writer =
        new GgufWriter()
            .string("general.architecture", "llama")
            .uint32("llama.block_count", 1)
            .uint32("llama.context_length", 64)
            .uint32("llama.embedding_length", 4)
            .uint32("llama.feed_forward_length", 4)
            .uint32("llama.attention.head_count", 1)
            .uint32("llama.attention.head_count_kv", 1)
            .float32("llama.rope.freq_base", 10_000)
            .float32("llama.attention.layer_norm_rms_epsilon", 1e-6f)
            .string("tokenizer.ggml.model", "gpt2")
            .string("tokenizer.ggml.pre", "qwen2")
            .strings("tokenizer.ggml.tokens", List.of("a", "b", "ab", "<|im_end|>"))
            .int32s("tokenizer.ggml.token_type", List.of(1, 1, 1, 3))
            .strings("tokenizer.ggml.merges", List.of("a b"))
            .uint32("tokenizer.ggml.eos_token_id", 3)
            .string("tokenizer.chat_template", "{{ messages }}")
            .matrix("token_embd.weight", 4, 4, new float[16])
            .vector("output_norm.weight", new float[4])
            .vector("blk.0.attn_norm.weight", new float[4])
            .vector("blk.0.ffn_norm.weight", new float[4]);
    for (String part : List.of("attn_q", "attn_k", "attn_v", "attn_output")) {
      writer.matrix("blk.0." + part + ".weight", 4, 4, new float[16]);
    }
    for (String part : List.of("ffn_gate", "ffn_up", "ffn_down")) {
      writer.matrix("blk.0." + part + ".weight", 4, 4, new float[16]);
    }
    return writer.toBytes();
  }
}
