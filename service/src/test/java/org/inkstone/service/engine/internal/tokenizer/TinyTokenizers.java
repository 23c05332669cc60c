package org.inkstone.service.engine.internal.tokenizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.inkstone.service.engine.internal.graph.TinyTokenizer;

/** Opens the tiny tokenizer of the tests. */
public final class TinyTokenizers {
  private TinyTokenizers() {}

  /** Writes the tokenizer into the folder and opens it; the caller closes it. */
  public static Tokenizer open(Path folder) throws IOException {
    TinyTokenizer tiny = TinyTokenizer.create();
    Path file = Files.writeString(folder.resolve("tokenizer.json"), tiny.json());
    return Tokenizer.open(file, tiny.size() + 5, List.of(tiny.special("<|im_end|>")));
  }
}
