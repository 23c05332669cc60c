package org.inkstone.service.engine.internal.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deletes temporary folders. */
final class Folders {
  private Folders() {}

  static void delete(Path folder) throws IOException {
    for (Path path : content(folder)) {
      Files.deleteIfExists(path);
    }
  }

  /** Deletes the folders in {@code parent} whose names begin so. */
  static void deleteAll(Path parent, String prefix) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      for (Path child : children.toList()) {
        if (String.valueOf(child.getFileName()).startsWith(prefix)) {
          delete(child);
        }
      }
    }
  }

  private static List<Path> content(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
