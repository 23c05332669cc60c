package org.inkstone.service.engine.internal.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small safetensors files for tests. */
public final class SafetensorsWriter {
  private final ObjectNode header = new JsonMapper().createObjectNode();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  /** Adds a vector or matrix as F32, F16 or BF16 (which keeps the upper half of each float). */
  public SafetensorsWriter tensor(String name, String type, int[] shape, float... values) {
    int begin = data.size();
    for (float value : values) {
      write(type, value);
    }
    ObjectNode entry = header.putObject(name).put("dtype", type);
    for (int extent : shape) {
      entry.withArray("shape").add(extent);
    }
    entry.withArray("data_offsets").add(begin).add(data.size());
    return this;
  }

  /** Writes the file. */
  public Path write(Path path) {
    return write(path, header.toString(), data.toByteArray());
  }

  /** Writes a file with any text as its header. */
  static Path write(Path path, String header, byte[] data) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json).put(data);
    try {
      return Files.write(path, file.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String type, float value) {
    ByteBuffer number = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    switch (type) {
      case "F32" -> number.putFloat(value);
      case "F16" -> number.putShort(Float.floatToFloat16(value));
      default -> number.putShort((short) (Float.floatToRawIntBits(value) >>> 16));
    }
    data.write(number.array(), 0, number.position());
  }
}
