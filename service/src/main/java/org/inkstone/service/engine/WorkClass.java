package org.inkstone.service.engine;

/** How urgent a call is. Each class has a queue and a budget of its own. */
public enum WorkClass {
  /** Somebody waits for it: goes first, also while batch work is under way. */
  INTERACTIVE,
  /** Nobody waits: gets what interactive work leaves, and a small share in any case. */
  BATCH
}
