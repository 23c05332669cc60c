package org.inkstone.service.engine.internal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TinyTokenizerTest {
  private static final String TEXT =
      "<|im_start|>user\nThe total of 王芳's orders: =SUM(A1:A9) 🙂<|im_end|>";

  @Test
  void isReadByTheRealLibraryAndRoundTrips() throws IOException {
    TinyTokenizer tiny = TinyTokenizer.create();
    try (HuggingFaceTokenizer real =
        HuggingFaceTokenizer.newInstance(
            new ByteArrayInputStream(tiny.json().getBytes(StandardCharsets.UTF_8)), Map.of())) {
      long[] ids = real.encode(TEXT, false, false).getIds();
      assertEquals(TEXT, real.decode(ids, false));
      assertEquals(tiny.special("<|im_start|>"), ids[0]);
      assertEquals(tiny.special("<|im_end|>"), ids[ids.length - 1]);
      assertEquals(tiny.size() - 1, ids[ids.length - 1]);
      assertTrue(
          ids.length < TEXT.getBytes(StandardCharsets.UTF_8).length * 2 / 3,
          () -> "merges apply: " + ids.length + " tokens");
    }
  }
}
