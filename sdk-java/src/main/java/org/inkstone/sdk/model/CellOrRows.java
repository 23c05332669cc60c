package org.inkstone.sdk.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.stream.Collectors;

/** A value on the wire: one cell, or a list of rows of cells for an array. */
@JsonSerialize(using = CellOrRowsJson.Serializer.class)
@JsonDeserialize(using = CellOrRowsJson.Deserializer.class)
public sealed interface CellOrRows {
  /** One cell. */
  record Single(Cell cell) implements CellOrRows {
    @Override
    public String text() {
      return cell.text();
    }
  }

  /** The rows of an array, all of the same length. */
  record Rows(List<List<Cell>> rows) implements CellOrRows {
    public Rows {
      rows = rows.stream().map(List::copyOf).toList();
    }

    @Override
    public String text() {
      return rows.stream()
          .map(row -> row.stream().map(Cell::text).collect(Collectors.joining(", ")))
          .collect(Collectors.joining("; "));
    }
  }

  /** In plain characters: cells separated by commas, rows by semicolons. */
  String text();

  /** One cell. */
  static CellOrRows of(Cell cell) {
    return new Single(cell);
  }

  /** Rows of cells. */
  static CellOrRows of(List<List<Cell>> rows) {
    return new Rows(rows);
  }
}
