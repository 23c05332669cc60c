package org.inkstone.service.store;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Gives each piece of work a session and an event loop context of its own, whatever thread asks:
 * requests, the engine's thread and the command line come alike.
 */
@ApplicationScoped
class Sessions {
  private final Mutiny.SessionFactory factory;
  private final Vertx vertx;

  Sessions(Mutiny.SessionFactory factory, Vertx vertx) {
    this.factory = factory;
    this.vertx = vertx;
  }

  /** Reads. */
  <T> CompletionStage<T> read(Function<Mutiny.Session, Uni<T>> work) {
    return onOwnContext(() -> factory.withSession(work));
  }

  /** Writes in one transaction; when the stage completes, it is committed. */
  <T> CompletionStage<T> write(Function<Mutiny.Session, Uni<T>> work) {
    return onOwnContext(() -> factory.withTransaction(work));
  }

  private <T> CompletionStage<T> onOwnContext(Supplier<Uni<T>> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Context context =
        Objects.requireNonNull(
            VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()), "context");
    VertxContextSafetyToggle.setContextSafe(context, true);
    context.runOnContext(start ->
        Uni.createFrom()
            .deferred(() -> work.get())
            .subscribe()
            .with(result::complete, result::completeExceptionally));
    return result;
  }
}
