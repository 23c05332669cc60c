package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as a host product sends it: a name and rows of cells, the first of them at {@code origin}
 * (A1 unless given). Rows may be of different length.
 *
 * @param name the sheet's name, as it stands on its tab
 * @param origin the address of the first cell of the first row, such as {@code B3}
 * @param cells rows of cells
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SheetContext(String name, @Nullable String origin, List<List<Cell>> cells) {
  public SheetContext {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("a sheet needs a name");
    }
    cells = cells == null ? List.of() : cells.stream().map(List::copyOf).toList();
  }

  /** A sheet whose first cell is A1. */
  public static SheetContext of(String name, List<List<Cell>> cells) {
    return new SheetContext(name, null, cells);
  }
}
