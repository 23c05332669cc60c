package org.inkstone.service.sheet.eval;

/** Ends an attempt that came back to a cell whose value waits for the attempt. */
final class Circle extends RuntimeException {
  Circle() {
    super(null, null, false, false);
  }
}
