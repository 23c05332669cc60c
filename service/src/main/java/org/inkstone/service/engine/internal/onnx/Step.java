package org.inkstone.service.engine.internal.onnx;

import ai.onnxruntime.OnnxTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The small inputs of one step, in buffers that live as long as the engine. A step is either one
 * new token for each of several neighbouring rows, or several new tokens for one row: the attention
 * operator takes no other mixture. Used by the engine's thread alone.
 */
public final class Step implements AutoCloseable {
  private final OnnxRuntime runtime;
  private final int maxTokens;
  private final LongBuffer ids;
  private final LongBuffer wanted;
  private final IntBuffer lengths;
  private final IntBuffer total;
  private final @Nullable OnnxTensor[] tokensOfOneRow;
  private final @Nullable OnnxTensor[] tokenOfRows;
  private final @Nullable OnnxTensor[] lengthTensors;
  private final @Nullable OnnxTensor[] wantedTensors;
  private final OnnxTensor totalTensor;

  private int firstRow;
  private int rows;
  private int tokens;
  private int wantedCount;

  /**
   * Allocates the buffers.
   *
   * @param maxRows the most rows in a step
   * @param maxTokens the most new tokens for one row
   * @param maxWanted the most places whose output is wanted
   */
  public Step(OnnxRuntime runtime, int maxRows, int maxTokens, int maxWanted) {
    this.runtime = runtime;
    this.maxTokens = maxTokens;
    ids = direct((long) Math.max(maxRows, maxTokens) * Long.BYTES).asLongBuffer();
    wanted = direct((long) maxWanted * Long.BYTES).asLongBuffer();
    lengths = direct((long) maxRows * Integer.BYTES).asIntBuffer();
    total = direct(Integer.BYTES).asIntBuffer();
    tokensOfOneRow = new OnnxTensor[maxTokens + 1];
    tokenOfRows = new OnnxTensor[maxRows + 1];
    lengthTensors = new OnnxTensor[maxRows + 1];
    wantedTensors = new OnnxTensor[maxWanted + 1];
    totalTensor = runtime.tensor(total, 1);
  }

  /** Begins a step of one new token for each row from {@code firstRow} on; none has one yet. */
  public void beginRows(int firstRow, int rows) {
    begin(firstRow, rows, 1);
  }

  /** Begins a step of several new tokens for one row. */
  public void beginRow(int row, int tokens) {
    if (tokens < 1 || tokens > maxTokens) {
      throw new IllegalArgumentException(
          "a step takes 1 to " + maxTokens + " tokens of a row, not " + tokens);
    }
    begin(row, 1, tokens);
  }

  private void begin(int firstRow, int rows, int tokens) {
    this.firstRow = firstRow;
    this.rows = rows;
    this.tokens = tokens;
    this.wantedCount = 0;
    total.put(0, 0);
  }

  /** Sets the one token of a row, and how many tokens the row holds before it. */
  public void setRow(int row, int token, int before) {
    ids.put(row - firstRow, token);
    lengths.put(row - firstRow, before);
    total.put(0, Math.max(total.get(0), before + 1));
  }

  /**
   * Sets the tokens of the one row from an array, and how many tokens the row holds before them.
   */
  public void setTokens(int[] source, int from, int before) {
    for (int i = 0; i < tokens; i++) {
      ids.put(i, source[from + i]);
    }
    lengths.put(0, before + tokens - 1);
    total.put(0, before + tokens);
  }

  /** Asks for the output at a place, counted over rows and their tokens. */
  public void want(int place) {
    wanted.put(wantedCount++, place);
  }

  int firstRow() {
    return firstRow;
  }

  int rows() {
    return rows;
  }

  /** How many new tokens each row has. */
  public int tokens() {
    return tokens;
  }

  /** The length of the longest row after this step. */
  int longest() {
    return total.get(0);
  }

  int wantedCount() {
    return wantedCount;
  }

  OnnxTensor idsTensor() {
    @Nullable OnnxTensor[] cache = rows == 1 ? tokensOfOneRow : tokenOfRows;
    int size = rows * tokens;
    OnnxTensor tensor = cache[size];
    if (tensor == null) {
      tensor = runtime.tensor(ids.slice(0, size), rows, tokens);
      cache[size] = tensor;
    }
    return tensor;
  }

  OnnxTensor lengthsTensor() {
    OnnxTensor tensor = lengthTensors[rows];
    if (tensor == null) {
      tensor = runtime.tensor(lengths.slice(0, rows), rows);
      lengthTensors[rows] = tensor;
    }
    return tensor;
  }

  OnnxTensor wantedTensor() {
    OnnxTensor tensor = wantedTensors[wantedCount];
    if (tensor == null) {
      tensor = runtime.tensor(wanted.slice(0, wantedCount), wantedCount);
      wantedTensors[wantedCount] = tensor;
    }
    return tensor;
  }

  OnnxTensor totalTensor() {
    return totalTensor;
  }

  @Override
  public void close() {
    totalTensor.close();
    closeAll(tokensOfOneRow);
    closeAll(tokenOfRows);
    closeAll(lengthTensors);
    closeAll(wantedTensors);
  }

  static void closeAll(@Nullable OnnxTensor[] tensors) {
    for (OnnxTensor tensor : tensors) {
      if (tensor != null) {
        tensor.close();
      }
    }
  }

  static ByteBuffer direct(long bytes) {
    return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
  }
}
