package org.inkstone.service.engine.internal.catalog;

/** Is told how far a download has come. */
@FunctionalInterface
public interface PullProgress {
  /** Does nothing. */
  PullProgress NONE = (bytes, total, source) -> {};

  /** So many of the file's bytes are here; the source is a short text for people. */
  void report(long bytes, long total, String source);
}
