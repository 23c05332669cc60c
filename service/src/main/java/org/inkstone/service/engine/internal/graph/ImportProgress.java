package org.inkstone.service.engine.internal.graph;

/** Told how far an import is; called often, on the importing thread. */
@FunctionalInterface
public interface ImportProgress {
  /**
   * So many weights are written.
   *
   * @param written weights that lie in the new file
   * @param all weights of the model
   */
  void wrote(long written, long all);

  /** Tells nobody. */
  static ImportProgress silent() {
    return (written, all) -> {};
  }
}
