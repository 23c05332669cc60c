package org.inkstone.service.engine.internal.gguf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes small GGUF version 3 files for tests: metadata in the order given, tensors of any
 * supported type from their raw blocks, or as F32 from floats. What it writes is what llama.cpp
 * reads too, provided that the caller gives the metadata that llama.cpp asks for: {@code
 * general.architecture}, the architecture's own keys ({@code block_count}, {@code context_length},
 * …) as UINT32 and FLOAT32, a whole {@code tokenizer.ggml} section, and tensors with their extents
 * in GGUF's order (columns first).
 */
public final class GgufWriter {
  private static final int ALIGNMENT = 32;

  private record Tensor(String name, GgufType type, List<Long> shape, ByteBuffer data) {}

  private final Bytes metadata = new Bytes();
  private final List<Tensor> tensors = new ArrayList<>();
  private long pairs;

  /** Adds a text. */
  public GgufWriter string(String key, String value) {
    return pair(key, GgufValueType.STRING).then(() -> metadata.string(value));
  }

  /** Adds an unsigned integer of 32 bits. */
  public GgufWriter uint32(String key, int value) {
    return pair(key, GgufValueType.UINT32).then(() -> metadata.int32(value));
  }

  /** Adds a float of 32 bits. */
  public GgufWriter float32(String key, float value) {
    return pair(key, GgufValueType.FLOAT32)
        .then(() -> metadata.int32(Float.floatToRawIntBits(value)));
  }

  /** Adds a truth value. */
  public GgufWriter bool(String key, boolean value) {
    return pair(key, GgufValueType.BOOL).then(() -> metadata.int8(value ? 1 : 0));
  }

  /** Adds an array of texts. */
  public GgufWriter strings(String key, List<String> values) {
    return array(key, GgufValueType.STRING, values.size())
        .then(() -> values.forEach(metadata::string));
  }

  /** Adds an array of signed integers of 32 bits. */
  public GgufWriter int32s(String key, List<Integer> values) {
    return array(key, GgufValueType.INT32, values.size())
        .then(() -> values.forEach(metadata::int32));
  }

  /** Adds an array of floats of 32 bits. */
  public GgufWriter float32s(String key, List<Float> values) {
    return array(key, GgufValueType.FLOAT32, values.size())
        .then(() -> values.forEach(value -> metadata.int32(Float.floatToRawIntBits(value))));
  }

  /** Adds a vector of floats. */
  public GgufWriter vector(String name, float... values) {
    return tensor(name, GgufType.F32, List.of((long) values.length), floats(values));
  }

  /** Adds a row-major matrix of floats. */
  public GgufWriter matrix(String name, int rows, int columns, float... values) {
    return tensor(name, GgufType.F32, List.of((long) columns, (long) rows), floats(values));
  }

  /** Adds a tensor from its raw blocks; the extents begin with the columns. */
  public GgufWriter tensor(String name, GgufType type, List<Long> shape, byte[] data) {
    tensors.add(new Tensor(name, type, shape, ByteBuffer.wrap(data.clone())));
    return this;
  }

  /** The whole file. */
  public byte[] toBytes() {
    Bytes file = new Bytes();
    file.raw("GGUF".getBytes(StandardCharsets.US_ASCII));
    file.int32(3);
    file.int64(tensors.size());
    file.int64(pairs);
    file.raw(metadata.toByteArray());
    long offset = 0;
    for (Tensor tensor : tensors) {
      file.string(tensor.name());
      file.int32(tensor.shape().size());
      for (long extent : tensor.shape()) {
        file.int64(extent);
      }
      file.int32(tensor.type().id());
      file.int64(offset);
      offset += aligned(tensor.data().capacity());
    }
    file.pad();
    for (Tensor tensor : tensors) {
      file.raw(tensor.data().array());
      file.pad();
    }
    return file.toByteArray();
  }

  /** Writes the whole file. */
  public Path write(Path path) {
    try {
      return Files.write(path, toBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private GgufWriter pair(String key, GgufValueType type) {
    pairs++;
    metadata.string(key);
    metadata.int32(type.id());
    return this;
  }

  private GgufWriter array(String key, GgufValueType type, int count) {
    pair(key, GgufValueType.ARRAY);
    metadata.int32(type.id());
    metadata.int64(count);
    return this;
  }

  private GgufWriter then(Runnable value) {
    value.run();
    return this;
  }

  private static byte[] floats(float[] values) {
    Bytes bytes = new Bytes();
    for (float value : values) {
      bytes.int32(Float.floatToRawIntBits(value));
    }
    return bytes.toByteArray();
  }

  private static long aligned(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  /** Little-endian output. */
  private static final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void raw(byte[] bytes) {
      out.writeBytes(bytes);
    }

    void int8(int value) {
      out.write(value);
    }

    void int32(int value) {
      raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    }

    void int64(long value) {
      raw(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    }

    void string(String value) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      int64(bytes.length);
      raw(bytes);
    }

    void pad() {
      raw(new byte[(int) (aligned(out.size()) - out.size())]);
    }

    byte[] toByteArray() {
      return out.toByteArray();
    }
  }
}
