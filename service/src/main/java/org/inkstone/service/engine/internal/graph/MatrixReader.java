package org.inkstone.service.engine.internal.graph;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.internal.model.WeightSource;

/** Reads the rows of matrices on all cores, and says how far it is. */
final class MatrixReader {
  /** Gets one row; called from several threads at once, each row by one. */
  @FunctionalInterface
  interface RowSink {
    /**
     * A row is read.
     *
     * @param slot number of the row within its chunk
     * @param row its floats
     */
    void accept(int slot, float[] row);
  }

  /** Gets what a chunk's rows were turned into; called on one thread, in the order of the rows. */
  @FunctionalInterface
  interface ChunkEnd {
    /** So many rows of the chunk are filled. */
    void accept(int rows);
  }

  private static final int FLOATS_A_CHUNK = 1 << 20;

  private final WeightSource source;
  private final ImportProgress progress;
  private final Set<String> seen = new HashSet<>();
  private final long all;
  private long done;

  MatrixReader(WeightSource source, ImportProgress progress) {
    this.source = source;
    this.progress = progress;
    this.all = source.names().stream().mapToLong(this::weights).sum();
  }

  WeightSource source() {
    return source;
  }

  int rows(List<String> matrices) {
    return matrices.stream().mapToInt(source::rows).sum();
  }

  /** The number of columns that all the matrices have. */
  int columns(List<String> matrices) {
    int columns = source.columns(matrices.getFirst());
    for (String matrix : matrices) {
      if (source.columns(matrix) != columns) {
        throw new EngineException(
            EngineException.Kind.BAD_MODEL,
            "the tensors %s are multiplied with one input, so each must have %d columns; %s has %d"
                .formatted(matrices, columns, matrix, source.columns(matrix)));
      }
    }
    return columns;
  }

  /** How many rows of so many columns are read before a chunk ends. */
  static int rowsAChunk(int columns) {
    return Math.max(1, FLOATS_A_CHUNK / columns);
  }

  /** Reads all rows of the matrices, chunk by chunk. */
  void read(List<String> matrices, RowSink sink, ChunkEnd end) {
    for (String matrix : matrices) {
      int columns = source.columns(matrix);
      int rows = source.rows(matrix);
      int step = rowsAChunk(columns);
      for (int first = 0; first < rows; first += step) {
        int from = first;
        int count = Math.min(step, rows - first);
        ThreadLocal<float[]> buffer = ThreadLocal.withInitial(() -> new float[columns]);
        IntStream.range(0, count)
            .parallel()
            .forEach(slot -> {
              float[] row = buffer.get();
              source.readRow(matrix, from + slot, row);
              requireFinite(matrix, from + slot, row);
              sink.accept(slot, row);
            });
        end.accept(count);
        report(matrix, (long) count * columns);
      }
      seen.add(matrix);
    }
  }

  /** Reads a vector. */
  float[] vector(String name) {
    float[] values = new float[source.columns(name)];
    if (source.rows(name) != 1) {
      throw new EngineException(
          EngineException.Kind.BAD_MODEL,
          "tensor %s must be a vector; it has %d rows".formatted(name, source.rows(name)));
    }
    source.readRow(name, 0, values);
    requireFinite(name, 0, values);
    report(name, values.length);
    seen.add(name);
    return values;
  }

  /** Reads vectors, one behind the other. */
  float[] vectors(List<String> names) {
    float[] joined = new float[0];
    for (String name : names) {
      float[] next = vector(name);
      int length = joined.length;
      joined = Arrays.copyOf(joined, length + next.length);
      System.arraycopy(next, 0, joined, length, next.length);
    }
    return joined;
  }

  /** Says that all is written; tensors that the graph has no use for count as done. */
  void finish() {
    progress.wrote(all, all);
  }

  private static void requireFinite(String name, int row, float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new EngineException(
            EngineException.Kind.BAD_MODEL,
            "tensor %s has the weight %s in row %d; every weight must be finite"
                .formatted(name, value, row));
      }
    }
  }

  private void report(String name, long weights) {
    if (!seen.contains(name)) {
      done += weights;
      progress.wrote(done, all);
    }
  }

  private long weights(String name) {
    return (long) source.rows(name) * source.columns(name);
  }
}
