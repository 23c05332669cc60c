package org.inkstone.service.config;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.inkstone.service.engine.ChatMessage;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.internal.decode.OnnxEngine;
import org.inkstone.service.prompt.PromptCatalog;
import org.inkstone.service.task.formula.FormulaParts;
import org.jboss.logging.Logger;

/**
 * Owns the engine: loads the model beside the start of the service, computes the fixed parts of the
 * prompts once, and closes the engine at the end.
 */
@ApplicationScoped
public class EngineHost {
  private static final Logger LOG = Logger.getLogger("inkstone.model");

  private final Optional<Path> folder;
  private final EngineSettings settings;
  private final PromptCatalog prompts;
  private final CompletableFuture<OnnxEngine> engine = new CompletableFuture<>();

  EngineHost(
      @ConfigProperty(name = "inkstone.model.folder") Optional<Path> folder,
      EngineSettings settings,
      PromptCatalog prompts) {
    this.folder = folder;
    this.settings = settings;
    this.prompts = prompts;
  }

  void start(@Observes StartupEvent started) {
    folder.ifPresent(model -> Thread.ofPlatform().name("inkstone-model").start(() -> load(model)));
  }

  private void load(Path model) {
    long start = System.nanoTime();
    try {
      OnnxEngine loaded = OnnxEngine.open(model, settings.options());
      warmUp(loaded);
      if (!engine.complete(loaded)) {
        loaded.close(); // the service ended meanwhile
        return;
      }
      LOG.infof(
          "model %s loaded in %d ms", loaded.model().id(), (System.nanoTime() - start) / 1_000_000);
    } catch (RuntimeException e) {
      LOG.errorf(e, "the model in %s could not be loaded", model);
      engine.completeExceptionally(e);
    }
  }

  private void warmUp(OnnxEngine loaded) {
    for (String template : FormulaParts.TEMPLATES) {
      List<ChatMessage> fixed =
          prompts.template(template).fixed().stream()
              .map(m -> new ChatMessage(ChatMessage.Role.valueOf(m.role().name()), m.content()))
              .toList();
      loaded.warmUp(fixed).toCompletableFuture().join();
    }
  }

  /** Whether a model is loaded or being loaded. */
  public boolean hasModel() {
    return folder.isPresent();
  }

  /** Completes when the model is loaded; fails if it can't be. */
  public CompletionStage<OnnxEngine> whenLoaded() {
    return engine.minimalCompletionStage();
  }

  /** The engine, if its model is loaded. */
  public Optional<OnnxEngine> loaded() {
    return engine.state() == CompletableFuture.State.SUCCESS
        ? Optional.of(engine.resultNow())
        : Optional.empty();
  }

  /**
   * The engine.
   *
   * @throws EngineException of kind UNAVAILABLE while there is none
   */
  public OnnxEngine engine() {
    return loaded()
        .orElseThrow(() -> new EngineException(EngineException.Kind.UNAVAILABLE, whyNot()));
  }

  /** Why there is no engine; for people. */
  String whyNot() {
    if (engine.isDone()) {
      return "the model could not be loaded";
    }
    return hasModel() ? "the model is being loaded" : "the service runs without a model";
  }

  @PreDestroy
  void close() {
    engine.cancel(false);
    loaded().ifPresent(OnnxEngine::close);
  }
}
