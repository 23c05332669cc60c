package org.inkstone.service.engine;

/** Why a generation ended. */
public enum FinishReason {
  /** The model ended its turn, a stop string came, or the grammar allowed nothing more. */
  STOP,
  /** The token limit was reached. */
  LENGTH,
  /** The caller cancelled, or the deadline passed. */
  CANCELLED
}
