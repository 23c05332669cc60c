package org.inkstone.sdk.internal;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.inkstone.sdk.error.OfficeException;

/** A form with one file (RFC 7578), streamed from where it lies. */
public final class Multipart {
  private final String boundary = "inkstone-" + UUID.randomUUID();
  private final String fileName;
  private final BodyPublisher content;

  private Multipart(String fileName, BodyPublisher content) {
    this.fileName = fileName;
    this.content = content;
  }

  /** A file on disk. */
  public static Multipart of(Path file) {
    try {
      return new Multipart(String.valueOf(file.getFileName()), BodyPublishers.ofFile(file));
    } catch (FileNotFoundException e) {
      throw new OfficeException("there is no file to upload at " + file, e);
    }
  }

  /** A file in memory. */
  public static Multipart of(String fileName, byte[] content) {
    return new Multipart(fileName, BodyPublishers.ofByteArray(content));
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  BodyPublisher publisher() {
    String name = fileName.replaceAll("[\"\\r\\n\\\\]", "_");
    String head =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    return BodyPublishers.concat(text(head), content, text("\r\n--" + boundary + "--\r\n"));
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }
}
