package org.inkstone.service.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.inkstone.service.task.formula.StateSeal;

/** The key that signs states, kept in a file of Inkstone's home that only its owner can read. */
final class StateKey {
  private static final String FILE = "state.key";

  private StateKey() {}

  /** The key of a home; made the first time. */
  static byte[] of(Path home) {
    Path file = home.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("reading or making " + file + ": " + e.getMessage(), e);
    }
  }

  /** Appears under its name only when it is whole, so that two processes agree on one. */
  private static void make(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] owner =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), "state", ".tmp", owner);
    Files.write(whole, StateSeal.newKey(), StandardOpenOption.TRUNCATE_EXISTING);
    try {
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException e) {
      // another process was first: its key counts
    } catch (UnsupportedOperationException e) {
      Files.copy(whole, file);
    } finally {
      Files.delete(whole);
    }
  }
}
