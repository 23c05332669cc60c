package org.inkstone.service.sheet.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Lines of test resources. */
final class Lines {
  private Lines() {}

  /** The lines of a resource but for blank ones and comments; of a .gz file all lines. */
  static List<String> of(String resource) {
    boolean packed = resource.endsWith(".gz");
    try (InputStream file = Lines.class.getClassLoader().getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException("there is no test resource " + resource);
      }
      byte[] bytes = packed ? new GZIPInputStream(file).readAllBytes() : file.readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> packed || !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " can't be read", e);
    }
  }
}
