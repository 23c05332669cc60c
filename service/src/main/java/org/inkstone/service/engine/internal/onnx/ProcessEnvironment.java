package org.inkstone.service.engine.internal.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.inkstone.service.engine.EngineException;

/**
 * ONNX Runtime's environment, kept until the process is gone, with telemetry off.
 *
 * <p>The Java binding (1.29) frees the environment in a shutdown hook of its own. Hooks run side by
 * side, so a step that is being computed when the process is told to end would log through freed
 * memory and crash the process before the service has ended in order. The native environment counts
 * its users: one more, never given back, keeps it. There is no public call for that.
 */
final class ProcessEnvironment {
  static final OrtEnvironment KEPT = create();

  private ProcessEnvironment() {}

  private static OrtEnvironment create() {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try {
      environment.setTelemetry(false);
      addUser();
      return environment;
    } catch (OrtException | ReflectiveOperationException e) {
      throw new EngineException(
          EngineException.Kind.INTERNAL, "ONNX Runtime could not be set up: " + e.getMessage(), e);
    }
  }

  private static void addUser() throws ReflectiveOperationException {
    Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
    Method create =
        OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
    api.setAccessible(true);
    create.setAccessible(true);
    int warnings = 2; // the level that the binding itself takes
    create.invoke(null, api.getLong(null), warnings, OrtEnvironment.DEFAULT_NAME);
  }
}
