package org.inkstone.service.engine.internal.model;

import java.nio.file.Files;
import java.nio.file.Path;
import org.inkstone.service.engine.EngineException;

/** Opens the model files that can be imported. */
public final class ModelFiles {
  private ModelFiles() {}

  /**
   * Opens a GGUF file, or a Hugging Face folder (config.json, *.safetensors, tokenizer.json), and
   * checks that every tensor that the architecture needs is there with its right shape.
   *
   * @throws EngineException {@code BAD_MODEL} that names the file, field or tensor
   */
  public static ModelSource open(Path path) {
    if (!Files.exists(path)) {
      throw new EngineException(
          EngineException.Kind.BAD_MODEL, "there is no model file or folder " + path);
    }
    return checked(Files.isDirectory(path) ? HuggingFaceModel.open(path) : GgufModel.open(path));
  }

  private static ModelSource checked(ModelSource source) {
    try {
      TensorShapes.check(source);
      return source;
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }
}
