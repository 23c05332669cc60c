package org.inkstone.service.sheet.eval;

/** Ends the attempt of a helper at a cell that only the calculation itself can compute. */
final class NotReady extends RuntimeException {
  NotReady() {
    super(null, null, false, false);
  }
}
