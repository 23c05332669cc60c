package org.inkstone.service.engine.internal.catalog;

import java.io.IOException;

/** One way to fetch a file. */
interface Source {
  /** What people call it, in progress and errors. */
  String name();

  /** Brings the file to its full length, going on from what is there. */
  void fetch(PartialFile file) throws IOException, InterruptedException;
}
