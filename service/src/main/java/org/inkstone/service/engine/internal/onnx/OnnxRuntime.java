package org.inkstone.service.engine.internal.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;

/**
 * The process's ONNX Runtime, and how sessions are set up.
 *
 * <p>Each session has its own small thread pool. Only the engine's thread runs sessions, one at a
 * time, and idle pool threads stop spinning after 20 microseconds, so the pools do not fight.
 */
public final class OnnxRuntime {
  private final OrtEnvironment environment = ProcessEnvironment.KEPT;
  private final int threads;

  /**
   * Starts the runtime, or joins the one that the process has.
   *
   * @param threads how many threads compute one step
   */
  public OnnxRuntime(int threads) {
    this.threads = threads;
  }

  OrtSession open(Path model) {
    try (SessionOptions options = options()) {
      return environment.createSession(model.toString(), options);
    } catch (OrtException e) {
      throw NativeErrors.loading(model.toString(), e);
    }
  }

  OrtSession open(String name, byte[] model) {
    try (SessionOptions options = options()) {
      return environment.createSession(model, options);
    } catch (OrtException e) {
      throw NativeErrors.loading(name, e);
    }
  }

  OnnxTensor tensor(FloatBuffer direct, long... shape) {
    try {
      return OnnxTensor.createTensor(environment, direct, shape);
    } catch (OrtException e) {
      throw NativeErrors.preparing(e);
    }
  }

  OnnxTensor tensor(LongBuffer direct, long... shape) {
    try {
      return OnnxTensor.createTensor(environment, direct, shape);
    } catch (OrtException e) {
      throw NativeErrors.preparing(e);
    }
  }

  OnnxTensor tensor(IntBuffer direct, long... shape) {
    try {
      return OnnxTensor.createTensor(environment, direct, shape);
    } catch (OrtException e) {
      throw NativeErrors.preparing(e);
    }
  }

  private SessionOptions options() throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
    options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
    options.addConfigEntry("session.intra_op.spin_duration_us", "20");
    options.addConfigEntry("session.set_denormal_as_zero", "1");
    return options;
  }
}
