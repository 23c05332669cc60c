package org.inkstone.service.engine.internal.safetensors;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import org.inkstone.service.engine.EngineException;

/**
 * An open safetensors file, mapped into memory. The whole header is checked on opening; a corrupt,
 * truncated or unsupported file is a {@code BAD_MODEL} that names the tensor. The owner closes it,
 * after the last read.
 */
public final class SafetensorsFile implements AutoCloseable {
  private static final long MOST_HEADER = 100_000_000; // as the reference implementation
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Arena arena;
  private final MemorySegment segment;
  private final Map<String, SafetensorsTensor> tensors;

  private SafetensorsFile(
      Arena arena, MemorySegment segment, Map<String, SafetensorsTensor> tensors) {
    this.arena = arena;
    this.segment = segment;
    this.tensors = tensors;
  }

  /** Opens and checks a file. */
  @SuppressWarnings("MustBeClosedChecker") // close() closes the arena
  public static SafetensorsFile open(Path path) {
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      MemorySegment segment = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return new SafetensorsFile(arena, segment, header(path, segment));
    } catch (IOException e) {
      arena.close();
      throw new EngineException(
          EngineException.Kind.BAD_MODEL, path + " cannot be read: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /** Its tensors by name, in the file's order. */
  public Map<String, SafetensorsTensor> tensors() {
    return tensors;
  }

  /** Reads one row into {@code out}, which holds at least the columns. Safe from many threads. */
  public void readRow(SafetensorsTensor tensor, long row, float[] out) {
    int columns = tensor.columns();
    int bytes = tensor.type().bytes();
    long start =
        tensor.offset() + Objects.checkIndex(row, tensor.rows()) * ((long) columns * bytes);
    for (int i = 0; i < columns; i++) {
      long at = start + (long) i * bytes;
      out[i] =
          switch (tensor.type()) {
            case F32 -> segment.get(FLOAT, at);
            case F16 -> Float.float16ToFloat(segment.get(SHORT, at));
            case BF16 -> Float.intBitsToFloat(segment.get(SHORT, at) << 16);
          };
    }
  }

  @Override
  public void close() {
    arena.close();
  }

  private static Map<String, SafetensorsTensor> header(Path path, MemorySegment segment) {
    String name = String.valueOf(path.getFileName());
    long length = segment.byteSize() < 8 ? -1 : segment.get(LONG, 0);
    if (length < 0 || length > MOST_HEADER || length > segment.byteSize() - 8) {
      throw new EngineException(
          EngineException.Kind.BAD_MODEL,
          "%s: the header's length is %s in a file of %d bytes"
              .formatted(name, Long.toUnsignedString(length), segment.byteSize()));
    }
    byte[] json = segment.asSlice(8, length).toArray(ValueLayout.JAVA_BYTE);
    long dataStart = 8 + length;
    return new SafetensorsHeader(name, dataStart, segment.byteSize() - dataStart).read(json);
  }
}
