package org.inkstone.service.sheet.function;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A resource with a row a line, its columns between tabs; lines that begin with "# " are notes. */
public final class TableFile {
  private TableFile() {}

  /**
   * The rows of a resource beside a class.
   *
   * @throws IllegalStateException if it is absent or a row has another number of columns
   */
  public static List<List<String>> rows(Class<?> beside, String resource, int columns) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource + " beside " + beside);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<List<String>> rows = new ArrayList<>();
      for (String line : reader.lines().toList()) {
        if (!line.startsWith("# ")) {
          rows.add(row(line, columns, resource));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> row(String line, int columns, String resource) {
    List<String> row = List.of(line.split("\t", -1));
    if (row.size() != columns) {
      throw new IllegalStateException(
          resource + ": expected " + columns + " columns but found: " + line);
    }
    return row;
  }
}
