package org.inkstone.sdk.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.inkstone.sdk.error.OfficeException;

/** Waits for an asynchronous call, so that the synchronous form is the same code. */
public final class Blocking {
  private Blocking() {}

  /** The result, or the exception that the call failed with. */
  public static <T> T await(CompletableFuture<T> call) {
    try {
      return call.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OfficeException known) {
        known.addSuppressed(new IllegalStateException("waited for here"));
        throw known;
      }
      throw new OfficeException("the call failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      call.cancel(true);
      throw new OfficeException("interrupted while waiting for the service", e);
    }
  }
}
