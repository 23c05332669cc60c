package org.inkstone.service.engine.internal.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import org.jspecify.annotations.Nullable;

/**
 * Ends the step that is running, from any thread. A step can belong to somebody; others cannot end
 * it. Made and closed by the engine's thread.
 */
public final class StepSwitch implements AutoCloseable {
  private final RunOptions options;
  private @Nullable Object owner;
  private boolean ended;
  private boolean closed;

  public StepSwitch() {
    try {
      options = new RunOptions();
    } catch (OrtException e) {
      throw NativeErrors.preparing(e);
    }
  }

  /** Says that a step of the owner begins. */
  public synchronized void begin(Object owner) {
    this.owner = owner;
    if (ended) {
      terminate(false);
      ended = false;
    }
  }

  /** Says that the step is over; true if it was ended from outside. */
  public synchronized boolean finish() {
    owner = null;
    return ended;
  }

  /** Ends the running step if it is the owner's. */
  public synchronized void end(Object owner) {
    if (owner.equals(this.owner) && !closed) {
      ended = true;
      terminate(true);
    }
  }

  RunOptions options() {
    return options;
  }

  private void terminate(boolean value) {
    try {
      options.setTerminate(value);
    } catch (OrtException e) {
      throw NativeErrors.preparing(e);
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      options.close();
    }
  }
}
