package org.inkstone.service.engine.internal.catalog;

import java.io.IOException;

/** A source cannot give the file; the next one may. */
final class UnusableSourceException extends IOException {
  private static final long serialVersionUID = 1;

  UnusableSourceException(String message) {
    super(message);
  }
}
