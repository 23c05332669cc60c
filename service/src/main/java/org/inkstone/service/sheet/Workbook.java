package org.inkstone.service.sheet;

import java.util.List;
import java.util.Optional;

/**
 * A workbook: its sheets in their order, the names and tables it declares.
 *
 * @param sheets at least one; names are unique without regard to case
 */
public record Workbook(
    List<Sheet> sheets, List<DefinedName> names, List<Table> tables, DateSystem dateSystem) {
  public Workbook {
    sheets = List.copyOf(sheets);
    names = List.copyOf(names);
    tables = List.copyOf(tables);
    if (sheets.isEmpty()) {
      throw new IllegalArgumentException("a workbook needs at least one sheet");
    }
  }

  /** A workbook of one sheet with nothing declared. */
  public static Workbook of(Sheet sheet) {
    return new Workbook(List.of(sheet), List.of(), List.of(), DateSystem.FROM_1900);
  }

  /** The sheet with this name, in any case. */
  public Optional<Sheet> sheet(String name) {
    return sheets.stream().filter(sheet -> sheet.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The same workbook with one sheet exchanged for another of the same name. */
  public Workbook with(Sheet changed) {
    return new Workbook(
        sheets.stream().map(s -> s.name().equalsIgnoreCase(changed.name()) ? changed : s).toList(),
        names,
        tables,
        dateSystem);
  }
}
