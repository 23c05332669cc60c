package org.inkstone.service.engine.internal.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is being fetched, under a temporary name. Beside it lies how many parts are in it and
 * where the last of them ends, so that a source that comes in parts can go on after any crash.
 */
final class PartialFile {
  private static final int BUFFER = 1 << 16;

  private final CatalogModel model;
  private final Path folder;
  private final Path target;
  private final Path partial;
  private final Path parts;
  private final PullProgress progress;

  /** Parts that are wholly in the file, and the length that they take. */
  record Parts(int count, long length) {}

  PartialFile(CatalogModel model, Path folder, PullProgress progress) {
    this.model = model;
    this.folder = folder;
    this.target = folder.resolve(model.file());
    this.partial = folder.resolve(model.file() + ".partial");
    this.parts = folder.resolve(model.file() + ".parts");
    this.progress = progress;
  }

  CatalogModel model() {
    return model;
  }

  /** The folder for temporary files. */
  Path folder() {
    return folder;
  }

  long length() throws IOException {
    return Files.exists(partial) ? Files.size(partial) : 0;
  }

  /** Whether all bytes are here; the digest may still be wrong. */
  boolean isFull() throws IOException {
    return length() == model.bytes();
  }

  /** Forgets all that was fetched. */
  void clear() throws IOException {
    Files.deleteIfExists(partial);
    Files.deleteIfExists(parts);
  }

  /** Appends everything from the stream at that position, telling the progress. */
  void append(long position, InputStream in, String source) throws IOException {
    try (OutputStream out = open(position)) {
      byte[] buffer = new byte[BUFFER];
      long length = position;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        length += read;
        if (length > model.bytes()) {
          throw new UnusableSourceException(
              "it is longer than the expected " + model.bytes() + " bytes");
        }
        out.write(buffer, 0, read);
        progress.report(length, model.bytes(), source);
      }
    }
  }

  /** The whole parts so far; none if the file does not reach the end of the last. */
  Parts parts() throws IOException {
    if (!Files.exists(parts)) {
      return new Parts(0, 0);
    }
    String[] fields = Files.readString(parts).trim().split(" ", -1);
    try {
      Parts noted = new Parts(Integer.parseInt(fields[0]), Long.parseLong(fields[1]));
      return noted.length() <= length() ? noted : new Parts(0, 0);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return new Parts(0, 0);
    }
  }

  /** Notes that the file holds so many whole parts. */
  void noteParts(int count) throws IOException {
    Path fresh = parts.resolveSibling(parts.getFileName() + ".new");
    Files.writeString(fresh, count + " " + length());
    Files.move(fresh, parts, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Gives the file its name if length and digest are right; else forgets it and says why. */
  void finish() throws IOException {
    long length = length();
    String digest = length == model.bytes() ? FileDigest.sha256(partial) : "";
    if (!digest.equals(model.sha256())) {
      clear();
      throw new UnusableSourceException(
          digest.isEmpty()
              ? "it has %d bytes, expected %d".formatted(length, model.bytes())
              : "its SHA-256 is %s, expected %s".formatted(digest, model.sha256()));
    }
    Files.move(
        partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(parts);
  }

  private OutputStream open(long position) throws IOException {
    try (FileChannel channel =
        FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(position);
    }
    return Files.newOutputStream(partial, StandardOpenOption.APPEND);
  }
}
