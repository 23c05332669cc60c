package org.inkstone.service.engine.internal.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.inkstone.service.engine.EngineException;

/** Writes what the tokenizer needs into a model's folder. */
public final class TokenizerFiles {
  private TokenizerFiles() {}

  /**
   * Writes {@code tokenizer.json}, and {@code chat_template.jinja} if the source has a template.
   */
  public static void write(ModelSource source, ModelFolder folder) {
    try {
      Files.createDirectories(folder.path());
      source.writeTokenizer(folder.tokenizer());
      if (source.chatTemplate().isPresent()) {
        Files.writeString(folder.chatTemplate(), source.chatTemplate().get());
      }
    } catch (IOException | UncheckedIOException e) {
      throw new EngineException(
          EngineException.Kind.INTERNAL,
          folder.path() + " cannot be written: " + e.getMessage(),
          e);
    }
  }
}
