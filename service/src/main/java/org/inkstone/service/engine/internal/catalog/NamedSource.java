package org.inkstone.service.engine.internal.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file, or the folder with files, that the administrator names. */
record NamedSource(Path place) implements Source {
  @Override
  public String name() {
    return place.toString();
  }

  @Override
  public void fetch(PartialFile file) throws IOException {
    Path found = Files.isDirectory(place) ? place.resolve(file.model().file()) : place;
    if (!Files.isRegularFile(found)) {
      throw new UnusableSourceException("there is no file " + found);
    }
    long bytes = Files.size(found);
    if (bytes != file.model().bytes()) {
      throw new UnusableSourceException(
          "%s has %d bytes, expected %d".formatted(found, bytes, file.model().bytes()));
    }
    try (InputStream in = Files.newInputStream(found)) {
      file.append(0, in, name());
    }
  }
}
