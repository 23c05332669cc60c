package org.inkstone.service.engine.internal.decode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.inkstone.service.engine.ChatMessage;
import org.inkstone.service.engine.EngineOptions;
import org.inkstone.service.engine.Generation;
import org.inkstone.service.engine.GenerationRequest;
import org.inkstone.service.engine.Grammar;
import org.inkstone.service.engine.Sampling;
import org.inkstone.service.engine.TextGenerator;
import org.inkstone.service.engine.WorkClass;
import org.inkstone.service.engine.internal.graph.TinyModel;

/** Engines over the tiny random model, and the calls that tests make again and again. */
final class TinyEngine {
  private TinyEngine() {}

  /** Settings small enough for tests: a context of 256 tokens, chunks of 16. */
  static EngineOptions.Builder options() {
    return EngineOptions.builder()
        .threads(1)
        .contextTokens(256)
        .rows(1 << 24, 4)
        .prefixCacheBytes(1 << 22)
        .prefillChunk(16);
  }

  static Path model(Path folder) throws IOException {
    Path model = folder.resolve("tiny");
    return Files.exists(model) ? model : TinyModel.write(model).path();
  }

  static OnnxEngine open(Path folder) throws IOException {
    return open(folder, options().build());
  }

  static OnnxEngine open(Path folder, EngineOptions options) throws IOException {
    return OnnxEngine.open(model(folder), options, Clock.systemUTC());
  }

  static GenerationRequest request(String words, int maxTokens) {
    return GenerationRequest.of(List.of(ChatMessage.user(words)), maxTokens);
  }

  static GenerationRequest seeded(String words, int maxTokens, long seed) {
    return new GenerationRequest(
        List.of(ChatMessage.user(words)),
        0,
        maxTokens,
        new Sampling(1, 0, 0.95, seed),
        Grammar.free(),
        List.of(),
        null);
  }

  static TextGenerator generator(OnnxEngine engine) {
    return engine.generator(WorkClass.INTERACTIVE);
  }

  static Generation generate(OnnxEngine engine, GenerationRequest request) {
    return generator(engine).generate(request).result().toCompletableFuture().join();
  }
}
