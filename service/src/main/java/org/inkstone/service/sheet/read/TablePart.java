package org.inkstone.service.sheet.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.Table;

/** Reads the declaration of a table. */
final class TablePart {
  private TablePart() {}

  /**
   * A table.
   *
   * @param filtered whether a filter with a condition hides rows of it
   */
  record Found(Table table, boolean filtered) {}

  /** The table; empty if its declaration contradicts itself or it has no row of data. */
  static Optional<Found> read(XmlPart xml, String sheet, ReadBudget budget) {
    String name = "";
    String area = "";
    int headers = 1;
    int totals = 0;
    boolean filtered = false;
    List<String> columns = new ArrayList<>();
    while (xml.nextStart()) {
      String column = xml.attribute("name");
      if (xml.name().equals("extLst")) {
        xml.skip(); // holds an element of the same name
      } else if (xml.name().equals("table")) {
        String shown = xml.attribute("displayName");
        name = shown != null ? shown : column == null ? "" : column;
        String ref = xml.attribute("ref");
        area = ref == null ? "" : ref;
        headers = xml.number("headerRowCount", 1);
        totals = xml.number("totalsRowCount", 0);
      } else if (xml.name().equals("filterColumn")) {
        filtered = true;
      } else if (xml.name().equals("tableColumn") && column != null) {
        budget.check(ReadLimit.DECLARATIONS, columns.size() + 1L);
        columns.add(budget.text(RichText.unescape(column)));
      }
    }
    try {
      if (name.isEmpty() || headers < 0 || totals < 0) {
        return Optional.empty();
      }
      Table table =
          new Table(budget.text(name), sheet, CellRange.parse(area), headers, totals, columns);
      return Optional.of(new Found(table, filtered));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
