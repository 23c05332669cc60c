package org.inkstone.service.engine.internal.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/** A loaded sentence encoder (BERT): token ids to token states. Used by one thread. */
public final class SentenceSession implements AutoCloseable {
  private final OnnxRuntime runtime;
  private final OrtSession session;

  /**
   * Loads a model.
   *
   * @param name what error messages call it
   * @param model the ONNX file
   */
  public SentenceSession(OnnxRuntime runtime, String name, byte[] model) {
    this.runtime = runtime;
    this.session = runtime.open(name, model);
  }

  /**
   * Encodes a batch.
   *
   * @param ids token ids [rows, length], row after row
   * @param mask 1 for a token, 0 for padding
   * @return states [rows, length, width], row after row
   */
  public FloatBuffer run(long[] ids, long[] mask, int rows, int length) {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      inputs.put("input_ids", tensor(ids, rows, length));
      inputs.put("attention_mask", tensor(mask, rows, length));
      inputs.put("token_type_ids", tensor(new long[ids.length], rows, length));
      try (OrtSession.Result result = session.run(inputs)) {
        return ((OnnxTensor) result.get(0)).getFloatBuffer();
      }
    } catch (OrtException e) {
      throw NativeErrors.running(e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(long[] values, int rows, int length) {
    LongBuffer buffer = Step.direct((long) values.length * Long.BYTES).asLongBuffer();
    return runtime.tensor(buffer.put(values).flip(), rows, length);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw NativeErrors.running(e);
    }
  }
}
