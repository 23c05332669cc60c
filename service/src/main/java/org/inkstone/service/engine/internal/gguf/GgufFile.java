package org.inkstone.service.engine.internal.gguf;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.inkstone.service.engine.EngineException;

/**
 * An open GGUF file, version 2 or 3, mapped into memory: nothing of the weights is held on the
 * heap. The whole header is checked on opening; a corrupt, truncated, hostile or unsupported file
 * is a {@code BAD_MODEL} that names the field or the tensor. The owner closes it, after the last
 * read.
 */
public final class GgufFile implements AutoCloseable {
  private static final int MAGIC = 0x46554747; // "GGUF"
  private static final int DEFAULT_ALIGNMENT = 32;
  private static final int LEAST_PAIR_BYTES = 8 + 4 + 1;

  private final Arena arena;
  private final MemorySegment segment;
  private final String name;
  private final GgufMetadata metadata;
  private final Map<String, GgufTensor> tensors;

  private GgufFile(String name, Arena arena, MemorySegment segment) {
    this.name = name;
    this.arena = arena;
    this.segment = segment;
    GgufReader reader = new GgufReader(name, segment);
    checkVersion(reader);
    long tensorCount = reader.count("tensor count", GgufTensors.leastBytes());
    long pairs = reader.count("metadata count", LEAST_PAIR_BYTES);
    this.metadata = GgufMetadata.read(reader, pairs);
    this.tensors =
        Collections.unmodifiableMap(
            GgufTensors.read(reader, tensorCount, alignment(reader, metadata)));
  }

  /** Opens and checks a file. */
  @SuppressWarnings("MustBeClosedChecker") // close() closes the arena
  public static GgufFile open(Path path) {
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      MemorySegment segment = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return new GgufFile(String.valueOf(path.getFileName()), arena, segment);
    } catch (IOException e) {
      arena.close();
      throw new EngineException(
          EngineException.Kind.BAD_MODEL, path + " cannot be read: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /** The file's name, without its folder. */
  public String name() {
    return name;
  }

  /** Its metadata. */
  public GgufMetadata metadata() {
    return metadata;
  }

  /** Its tensors by name, in the file's order. */
  public Map<String, GgufTensor> tensors() {
    return tensors;
  }

  /** The tensor of that name; {@code BAD_MODEL} if there is none. */
  public GgufTensor tensor(String tensorName) {
    GgufTensor tensor = tensors.get(tensorName);
    if (tensor == null) {
      throw new EngineException(
          EngineException.Kind.BAD_MODEL, name + ": tensor " + tensorName + " is missing");
    }
    return tensor;
  }

  /** Dequantizes one row into {@code out}, which holds at least the columns. Safe from threads. */
  public void readRow(GgufTensor tensor, long row, float[] out) {
    byte[] bytes = new byte[(int) tensor.rowBytes()];
    long start = tensor.offset() + Objects.checkIndex(row, tensor.rows()) * tensor.rowBytes();
    MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, start, bytes, 0, bytes.length);
    tensor.type().decode(bytes, out, (int) tensor.columns());
  }

  @Override
  public void close() {
    arena.close();
  }

  private static void checkVersion(GgufReader reader) {
    int magic = reader.int32("magic number");
    if (magic != MAGIC) {
      throw reader.bad("magic number", "is 0x%08x, expected \"GGUF\"".formatted(magic));
    }
    int version = reader.int32("version");
    if (version != 2 && version != 3) {
      boolean swapped = Integer.reverseBytes(version) == 2 || Integer.reverseBytes(version) == 3;
      throw reader.bad(
          "version",
          swapped
              ? "is big-endian, expected little-endian"
              : "is " + Integer.toUnsignedString(version) + ", expected 2 or 3");
    }
  }

  private static int alignment(GgufReader reader, GgufMetadata metadata) {
    int alignment = metadata.integer("general.alignment").orElse(DEFAULT_ALIGNMENT);
    if (Integer.bitCount(alignment) != 1) {
      throw reader.bad(
          "metadata general.alignment", "is " + alignment + ", expected a power of two");
    }
    return alignment;
  }
}
