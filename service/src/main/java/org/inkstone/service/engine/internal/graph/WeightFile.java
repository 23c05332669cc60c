package org.inkstone.service.engine.internal.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file of external data, written front to back; the maker closes it. */
final class WeightFile implements AutoCloseable {
  /** Where a tensor's bytes lie in the file. */
  record Slice(long offset, long length) {}

  /** Tensors begin at page borders, so that they can be mapped one by one. */
  private static final int ALIGNMENT = 4096;

  private static final int FLOATS_AT_ONCE = 1 << 18;

  private final FileChannel channel;
  private long start;
  private long end;

  private WeightFile(FileChannel channel) {
    this.channel = channel;
  }

  static WeightFile create(Path path) throws IOException {
    return new WeightFile(
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  /** Begins the next tensor. */
  void begin() {
    start = (end + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    end = start;
  }

  /** Appends to the tensor begun last. */
  void append(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        end += channel.write(bytes, end);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the tensor begun last lies. */
  Slice slice() {
    return new Slice(start, end - start);
  }

  /** Writes a whole tensor of floats. */
  Slice floats(float[] values) {
    begin();
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.min(values.length, FLOATS_AT_ONCE) * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < values.length; from += FLOATS_AT_ONCE) {
      int count = Math.min(FLOATS_AT_ONCE, values.length - from);
      buffer.clear();
      buffer.asFloatBuffer().put(values, from, count);
      append(buffer.limit(count * Float.BYTES));
    }
    return slice();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
