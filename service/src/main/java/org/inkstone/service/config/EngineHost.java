package org.inkstone.service.config;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineOptions;
import org.inkstone.service.engine.internal.decode.OnnxEngine;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Owns the engine: loads the model beside the start of the service, and closes it at the end. */
@ApplicationScoped
public class EngineHost {
  private static final Logger LOG = Logger.getLogger("inkstone.model");

  private final Optional<Path> folder;
  private @Nullable OnnxEngine engine;
  private @Nullable RuntimeException failure;
  private boolean closed;

  EngineHost(@ConfigProperty(name = "inkstone.model.folder") Optional<Path> folder) {
    this.folder = folder;
  }

  void start(@Observes StartupEvent started) {
    folder.ifPresent(model -> Thread.ofPlatform().name("inkstone-model").start(() -> load(model)));
  }

  private void load(Path model) {
    long start = System.nanoTime();
    try {
      OnnxEngine loaded = OnnxEngine.open(model, EngineOptions.defaults());
      take(loaded);
      LOG.infof(
          "model %s loaded in %d ms", loaded.model().id(), (System.nanoTime() - start) / 1_000_000);
    } catch (RuntimeException e) {
      fail(e);
      LOG.errorf(e, "the model in %s could not be loaded", model);
    }
  }

  private synchronized void take(OnnxEngine loaded) {
    if (closed) {
      loaded.close();
    } else {
      engine = loaded;
    }
  }

  private synchronized void fail(RuntimeException trouble) {
    failure = trouble;
  }

  /** The engine, if its model is loaded. */
  public synchronized Optional<OnnxEngine> loaded() {
    return Optional.ofNullable(engine);
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
  synchronized String whyNot() {
    if (failure != null) {
      return "the model could not be loaded";
    }
    return folder.isPresent() ? "the model is being loaded" : "the service runs without a model";
  }

  @PreDestroy
  synchronized void close() {
    closed = true;
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }
}
