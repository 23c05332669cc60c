package org.inkstone.service.engine.internal.onnx;

import ai.onnxruntime.OrtException;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineException.Kind;

/** Turns errors of the native runtime into the engine's own: the only place that does. */
final class NativeErrors {
  private NativeErrors() {}

  /** An error while a model was loaded. */
  static EngineException loading(String model, OrtException e) {
    Kind kind =
        switch (e.getCode()) {
          case ORT_NO_SUCHFILE,
              ORT_NO_MODEL,
              ORT_INVALID_PROTOBUF,
              ORT_INVALID_GRAPH,
              ORT_INVALID_ARGUMENT,
              ORT_NOT_IMPLEMENTED,
              ORT_FAIL ->
              Kind.BAD_MODEL;
          default -> Kind.INTERNAL;
        };
    return new EngineException(kind, "the runtime can't load " + model + ": " + describe(e), e);
  }

  /** An error while a loaded model ran. */
  static EngineException running(OrtException e) {
    return new EngineException(Kind.INTERNAL, "the runtime failed in a step: " + describe(e), e);
  }

  /** An error while tensors, options or the environment were made. */
  static EngineException preparing(OrtException e) {
    return new EngineException(
        Kind.INTERNAL, "the runtime could not set up a step: " + describe(e), e);
  }

  private static String describe(OrtException e) {
    return e.getCode() + ": " + e.getMessage();
  }
}
