package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded workbook: what can be asked about.
 *
 * @param workbookId names it in later requests
 * @param sheets its sheets in their order
 * @param tables the tables that it declares and those that were found on its sheets
 */
@JsonNaming(SnakeCaseStrategy.class)
public record WorkbookInfo(String workbookId, List<SheetInfo> sheets, List<TableInfo> tables) {
  public WorkbookInfo {
    sheets = List.copyOf(sheets);
    tables = List.copyOf(tables);
  }

  /**
   * One sheet.
   *
   * @param range the rectangle around its filled cells; absent where there are none
   * @param cells how many cells are filled
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SheetInfo(String name, @Nullable String range, int cells) {}

  /** One table: its name, where it stands with its headers, and the names of its columns. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record TableInfo(
      String name, String sheet, String range, int headerRows, List<String> columns) {
    public TableInfo {
      columns = List.copyOf(columns);
    }
  }
}
