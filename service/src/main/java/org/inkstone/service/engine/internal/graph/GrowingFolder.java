package org.inkstone.service.engine.internal.graph;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.inkstone.service.engine.EngineException;
import org.jspecify.annotations.Nullable;

/**
 * A folder that grows under a hidden name and takes its place at once. One process at a time makes
 * it; what a killed one left is deleted by the next. Closing deletes it unless it took its place.
 */
final class GrowingFolder implements AutoCloseable {
  private final Path target;
  private final Path growing;
  private final Path old;
  private final FileChannel lock;

  private GrowingFolder(Path target, FileChannel lock) {
    this.target = target;
    this.growing = hidden(target, ".growing");
    this.old = hidden(target, ".old");
    this.lock = lock;
  }

  static GrowingFolder of(Path place) throws IOException {
    Path target = place.toAbsolutePath();
    Files.createDirectories(target.getParent());
    FileChannel channel =
        FileChannel.open(
            hidden(target, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (tryLock(channel) == null) {
        throw new EngineException(
            EngineException.Kind.UNAVAILABLE,
            target + " is being made by another import; wait until it ends");
      }
      GrowingFolder folder = new GrowingFolder(target, channel);
      folder.begin();
      return folder;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Where the files go. */
  Path path() {
    return growing;
  }

  /** Moves the folder to its place; one that is there steps aside first and is then deleted. */
  void takePlace() throws IOException {
    if (Files.exists(target)) {
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
    delete(old);
  }

  @Override
  public void close() throws IOException {
    try {
      delete(growing);
      Files.deleteIfExists(hidden(target, ".lock"));
    } finally {
      lock.close();
    }
  }

  private void begin() throws IOException {
    if (Files.exists(old) && !Files.exists(target)) {
      Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
    }
    delete(old);
    delete(growing);
    Files.createDirectory(growing);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this process
    }
  }

  private static Path hidden(Path target, String ending) {
    return target.resolveSibling("." + target.getFileName() + ending);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
