package org.inkstone.service.sheet.eval;

/** Unwinds a calculation that nests too deep for the thread's stack. */
final class DepthExceeded extends RuntimeException {
  DepthExceeded() {
    super(null, null, false, false);
  }
}
