package org.inkstone.service.engine.internal.decode;

import java.time.Instant;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.WorkClass;
import org.jspecify.annotations.Nullable;

/**
 * A call on its way through the engine. It is made by the caller, then belongs to the engine's
 * thread, which gives it a row and advances it slice by slice.
 */
abstract class Work {
  private final Ticket ticket;
  private volatile boolean cancelled;

  Work(Ticket ticket) {
    this.ticket = ticket;
  }

  final Ticket ticket() {
    return ticket;
  }

  final WorkClass workClass() {
    return ticket.workClass();
  }

  /** Asks for the end; from any thread. */
  final void requestCancel() {
    cancelled = true;
  }

  /** Whether nobody wants it any more. */
  final boolean isUnwanted(Instant now) {
    Instant deadline = ticket.deadline();
    return cancelled || isAbandoned() || (deadline != null && !now.isBefore(deadline));
  }

  /** Whether the caller has completed the result from outside. */
  abstract boolean isAbandoned();

  /** Whether it works on a row of the slab. */
  boolean needsRow() {
    return true;
  }

  /** The fixed part that it starts with, so that a row that holds it can be chosen. */
  @Nullable PrefixKey prefix() {
    return null;
  }

  /** Gives it what it works with; {@code row} is null if it needs none. */
  abstract void start(EngineCore core, @Nullable Row row);

  /** Computes one slice: about as much as one chunk of a prompt. */
  abstract void advance();

  /** Whether all is computed. */
  abstract boolean isDone();

  /** Hands over the result, whole or as far as it came. */
  abstract void complete();

  /** Ends it before it is done because nobody wants it any more. */
  abstract void abandon();

  /** Ends it with an error. */
  abstract void fail(EngineException error);
}
