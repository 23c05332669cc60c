package org.inkstone.service.engine.internal.gguf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.engine.EngineException;

/** Reads and checks the table of tensors. */
final class GgufTensors {
  private static final int LEAST_BYTES = 8 + 4 + 8 + 4 + 8;
  private static final int MOST_DIMENSIONS = 4;
  private static final int MOST_EXTENT = Integer.MAX_VALUE / 4; // a row of floats fits an array

  private final GgufReader reader;

  private GgufTensors(GgufReader reader) {
    this.reader = reader;
  }

  static int leastBytes() {
    return LEAST_BYTES;
  }

  /** The tensors by name; their data begin at the next multiple of {@code alignment}. */
  static Map<String, GgufTensor> read(GgufReader reader, long count, int alignment) {
    GgufTensors tensors = new GgufTensors(reader);
    List<GgufTensor> relative = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      relative.add(tensors.next(i));
    }
    long data = (reader.position() + alignment - 1) / alignment * alignment;
    Map<String, GgufTensor> byName = new LinkedHashMap<>();
    for (GgufTensor tensor : relative) {
      GgufTensor absolute = tensors.placed(tensor, data, alignment);
      if (byName.put(tensor.name(), absolute) != null) {
        throw reader.bad("tensor " + tensor.name(), "stands twice");
      }
    }
    return byName;
  }

  private GgufTensor next(long index) {
    String name = reader.string("name of tensor " + index);
    int dimensions = reader.int32("dimensions of tensor " + name);
    if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw bad(
          name, "has " + Integer.toUnsignedString(dimensions) + " dimensions, expected 1 to 4");
    }
    List<Long> shape = new ArrayList<>();
    for (int i = 0; i < dimensions; i++) {
      shape.add(reader.int64("shape of tensor " + name));
    }
    int id = reader.int32("type of tensor " + name);
    GgufType type = GgufType.of(id);
    if (type == null) {
      throw bad(name, "has type " + Integer.toUnsignedString(id) + ", which is not supported");
    }
    long offset = reader.int64("offset of tensor " + name);
    return new GgufTensor(name, type, shape, offset, bytes(name, type, shape));
  }

  private long bytes(String name, GgufType type, List<Long> shape) {
    for (long extent : shape) {
      if (extent < 1 || extent > MOST_EXTENT) {
        throw bad(name, "has the shape " + shape + ", expected extents from 1 to " + MOST_EXTENT);
      }
    }
    if (shape.getFirst() % type.blockSize() != 0) {
      throw bad(
          name,
          "has rows of "
              + shape.getFirst()
              + " weights, expected a multiple of "
              + type.blockSize()
              + " for "
              + type);
    }
    try {
      long blocks = shape.getFirst() / type.blockSize();
      for (int i = 1; i < shape.size(); i++) {
        blocks = Math.multiplyExact(blocks, shape.get(i));
      }
      return Math.multiplyExact(blocks, (long) type.blockBytes());
    } catch (ArithmeticException e) {
      throw bad(name, "has the shape " + shape + ", which overflows");
    }
  }

  private GgufTensor placed(GgufTensor tensor, long data, int alignment) {
    long size = reader.position() + reader.remaining();
    long offset = tensor.offset();
    if (offset < 0 || offset > size || data + offset > size - tensor.bytes()) {
      throw bad(
          tensor.name(),
          "takes "
              + tensor.bytes()
              + " bytes at offset "
              + Long.toUnsignedString(offset)
              + " of the data, outside the file of "
              + size
              + " bytes");
    }
    if (offset % alignment != 0) {
      throw bad(tensor.name(), "begins at " + offset + ", expected a multiple of " + alignment);
    }
    return new GgufTensor(
        tensor.name(), tensor.type(), tensor.shape(), data + offset, tensor.bytes());
  }

  private EngineException bad(String tensor, String problem) {
    return reader.bad("tensor " + tensor, problem);
  }
}
