package org.inkstone.service.engine.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadModelTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"card.json", "decoder.onnx", "tokenizer.json", "chat_template.jinja"})
  void saysWhichFileIsBroken(String name) throws IOException {
    Path model = TinyEngine.model(folder);
    Files.writeString(model.resolve(name), "{% broken");
    EngineException error = assertThrows(EngineException.class, () -> TinyEngine.open(folder));
    assertEquals(Kind.BAD_MODEL, error.kind(), error::toString);
  }

  @Test
  void saysThatAFolderIsNoModel() {
    EngineException error =
        assertThrows(
            EngineException.class, () -> OnnxEngine.open(folder, TinyEngine.options().build()));
    assertEquals(Kind.BAD_MODEL, error.kind());
    assertTrue(error.toString().contains(folder.toString()), error::toString);
  }
}
