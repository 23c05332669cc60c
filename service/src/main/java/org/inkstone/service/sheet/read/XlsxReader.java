package org.inkstone.service.sheet.read;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.Workbook;

/**
 * Reads .xlsx packages part by part as streams, so that memory holds the result and little else.
 * Parts that hold no cells (pictures, macros, pivot caches, links to other files) are never opened.
 */
final class XlsxReader {
  private static final String USUAL_WORKBOOK = "xl/workbook.xml";

  private final ReadBudget budget;
  private final List<Table> tables = new ArrayList<>();

  XlsxReader(ReadBudget budget) {
    this.budget = budget;
  }

  Workbook read(byte[] content) {
    ZipPackage parts = new ZipPackage(content, budget);
    String main = main(parts);
    WorkbookPart workbook =
        part(parts, main, xml -> WorkbookPart.read(xml, budget))
            .orElseThrow(() -> missing("the workbook", main));
    Relations relations = Relations.of(parts, main, budget);
    CellValues values = values(parts, relations, workbook);
    List<Sheet> sheets = new ArrayList<>();
    for (WorkbookPart.Tab tab : workbook.tabs()) {
      relations
          .byId(tab.relationship())
          .filter(relation -> relation.type().equals("worksheet"))
          .ifPresent(relation -> sheets.add(sheet(parts, relation.part(), tab.name(), values)));
    }
    if (sheets.isEmpty()) {
      throw SheetReadException.malformed("the workbook has no sheet with cells");
    }
    return new Workbook(sheets, workbook.names(), tables, workbook.dateSystem());
  }

  private String main(ZipPackage parts) {
    String main =
        Relations.of(parts, "", budget)
            .first("officeDocument")
            .orElseGet(() -> parts.has(USUAL_WORKBOOK) ? USUAL_WORKBOOK : "");
    if (main.isEmpty()) {
      throw SheetReadException.unsupported(
          parts.has("mimetype")
              ? "the file is an OpenDocument file, but only .xlsx, .xls and .csv are read"
              : "the file is a ZIP package but no workbook");
    } else if (main.endsWith(".bin")) {
      throw SheetReadException.unsupported(
          "the file is a binary workbook (.xlsb), but only .xlsx, .xls and .csv are read");
    }
    return main;
  }

  private CellValues values(ZipPackage parts, Relations relations, WorkbookPart workbook) {
    StringsPart strings =
        relations
            .first("sharedStrings")
            .flatMap(name -> part(parts, name, xml -> StringsPart.read(xml, budget)))
            .orElseGet(StringsPart::new);
    StylesPart styles =
        relations
            .first("styles")
            .flatMap(name -> part(parts, name, xml -> StylesPart.read(xml, budget)))
            .orElseGet(StylesPart::new);
    RichErrors errors =
        RichErrors.read(type -> relations.first(type).flatMap(name -> open(parts, name)), budget);
    return new CellValues(strings, styles, workbook.dateSystem(), errors, budget);
  }

  private Sheet sheet(ZipPackage parts, String part, String name, CellValues values) {
    InputStream stream = parts.open(part).orElseThrow(() -> missing("sheet " + name, part));
    try (XmlPart xml = new XmlPart(stream, part, budget)) {
      SheetPart reader = new SheetPart(xml, name, values, budget);
      Sheet sheet = reader.read();
      for (TablePart.Found found : tables(parts, part, name, reader.tables())) {
        tables.add(found.table());
        sheet = found.filtered() ? sheet.withFilter(found.table().range()) : sheet;
      }
      return sheet;
    }
  }

  private List<TablePart.Found> tables(
      ZipPackage parts, String sheetPart, String sheet, List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<TablePart.Found> found = new ArrayList<>();
    Relations relations = Relations.of(parts, sheetPart, budget);
    for (String id : ids) {
      relations
          .byId(id)
          .flatMap(
              relation -> part(parts, relation.part(), xml -> TablePart.read(xml, sheet, budget)))
          .flatMap(Function.identity())
          .ifPresent(found::add);
    }
    return found;
  }

  private Optional<XmlPart> open(ZipPackage parts, String name) {
    budget.time();
    return parts.open(name).map(stream -> new XmlPart(stream, name, budget));
  }

  private <T> Optional<T> part(ZipPackage parts, String name, Function<XmlPart, T> reader) {
    return open(parts, name)
        .map(xml -> {
          try (xml) {
            return reader.apply(xml);
          }
        });
  }

  private static SheetReadException missing(String what, String part) {
    return SheetReadException.malformed(what + " is missing: the package has no part " + part);
  }
}
