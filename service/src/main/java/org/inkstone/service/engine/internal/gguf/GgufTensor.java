package org.inkstone.service.engine.internal.gguf;

import java.util.List;

/**
 * Where a tensor lies in its file.
 *
 * @param name its name
 * @param type how its weights are held
 * @param shape its extents, the fastest first: a matrix is {@code [columns, rows]}
 * @param offset of its first byte from the file's beginning
 * @param bytes its length
 */
public record GgufTensor(String name, GgufType type, List<Long> shape, long offset, long bytes) {
  public GgufTensor {
    shape = List.copyOf(shape);
  }

  /** Weights a row. */
  public long columns() {
    return shape.getFirst();
  }

  /** Number of rows: the product of all extents but the first. */
  public long rows() {
    return shape.stream().skip(1).reduce(1L, (a, b) -> a * b);
  }

  /** Bytes a row. */
  public long rowBytes() {
    return columns() / type.blockSize() * type.blockBytes();
  }
}
