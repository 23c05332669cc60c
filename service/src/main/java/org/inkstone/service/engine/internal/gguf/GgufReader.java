package org.inkstone.service.engine.internal.gguf;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.inkstone.service.engine.EngineException;

/** A cursor over the header of a file; a read outside the file names the field and fails. */
final class GgufReader {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final char REPLACEMENT = '\ufffd'; // what a decoder puts for wrong bytes

  private final String file;
  private final MemorySegment segment;
  private long position;

  GgufReader(String file, MemorySegment segment) {
    this.file = file;
    this.segment = segment;
  }

  long position() {
    return position;
  }

  long remaining() {
    return segment.byteSize() - position;
  }

  /** The same file, read from another place. */
  GgufReader at(long other) {
    GgufReader reader = new GgufReader(file, segment);
    reader.position = other;
    return reader;
  }

  int uint8(String field) {
    return segment.get(ValueLayout.JAVA_BYTE, take(1, field)) & 0xff;
  }

  int uint16(String field) {
    return segment.get(SHORT, take(2, field)) & 0xffff;
  }

  int int32(String field) {
    return segment.get(INT, take(4, field));
  }

  long int64(String field) {
    return segment.get(LONG, take(8, field));
  }

  /** A count or length whose items take at least {@code itemBytes} each in the rest of the file. */
  long count(String field, int itemBytes) {
    long count = int64(field);
    if (count < 0 || count > remaining() / itemBytes) {
      throw bad(
          field,
          "is "
              + Long.toUnsignedString(count)
              + ", but the "
              + remaining()
              + " bytes after it hold at most "
              + remaining() / itemBytes);
    }
    return count;
  }

  String string(String field) {
    long length = count("length of " + field, 1);
    if (length > Integer.MAX_VALUE - 16) {
      throw bad(field, "has " + length + " bytes, more than a text can have");
    }
    byte[] bytes = new byte[(int) length];
    MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, take(length, field), bytes, 0, bytes.length);
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0
        && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
      throw bad(field, "is not UTF-8");
    }
    return text;
  }

  void skip(long bytes, String field) {
    take(bytes, field);
  }

  EngineException bad(String field, String problem) {
    return new EngineException(EngineException.Kind.BAD_MODEL, file + ": " + field + " " + problem);
  }

  private long take(long bytes, String field) {
    if (bytes > remaining()) {
      throw bad(
          field,
          "needs "
              + bytes
              + " bytes at offset "
              + position
              + ", but the file ends after "
              + segment.byteSize());
    }
    long start = position;
    position += bytes;
    return start;
  }
}
