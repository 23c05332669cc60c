package org.inkstone.service.engine.internal.safetensors;

import java.util.List;

/**
 * Where a tensor lies in its file.
 *
 * @param name its name
 * @param type how its numbers are held
 * @param shape its extents, the slowest first: a matrix is {@code [rows, columns]}
 * @param offset of its first byte from the file's beginning
 */
public record SafetensorsTensor(String name, Type type, List<Integer> shape, long offset) {
  /** The types that can be read. */
  public enum Type {
    F32(4),
    F16(2),
    BF16(2);

    private final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }

    /** Bytes a number. */
    public int bytes() {
      return bytes;
    }
  }

  public SafetensorsTensor {
    shape = List.copyOf(shape);
  }

  /** Numbers a row. */
  public int columns() {
    return shape.getLast();
  }

  /** Number of rows: the product of all extents but the last. */
  public long rows() {
    return shape.stream()
        .limit(shape.size() - 1L)
        .mapToLong(extent -> extent)
        .reduce(1, (a, b) -> a * b);
  }
}
