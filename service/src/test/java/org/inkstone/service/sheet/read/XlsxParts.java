package org.inkstone.service.sheet.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.Workbook;

/** Builds .xlsx packages part by part from their XML, so that tests can also build wrong ones. */
final class XlsxParts {
  static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** A workbook with one sheet of the name Data, whose rows are the given XML. */
  static XlsxParts of(String rows) {
    return new XlsxParts()
        .part("_rels/.rels", relations("rId1", "officeDocument", "xl/workbook.xml"))
        .workbook("")
        .part(
            "xl/_rels/workbook.xml.rels",
            relations(
                "rId1",
                "worksheet",
                "worksheets/sheet1.xml",
                "rId2",
                "styles",
                "styles.xml",
                "rId3",
                "sharedStrings",
                "sharedStrings.xml"))
        .sheet("<sheetData>" + rows + "</sheetData>");
  }

  /** Replaces what follows the list of sheets in the workbook. */
  XlsxParts workbook(String afterSheets) {
    return part(
        "xl/workbook.xml",
        "<workbook xmlns='"
            + MAIN
            + "' xmlns:r='"
            + OFFICE
            + "'><sheets><sheet name='Data' sheetId='1' r:id='rId1'/></sheets>"
            + afterSheets
            + "</workbook>");
  }

  /** Replaces the content of the sheet. */
  XlsxParts sheet(String content) {
    return part(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns='" + MAIN + "' xmlns:r='" + OFFICE + "'>" + content + "</worksheet>");
  }

  XlsxParts part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  XlsxParts part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  XlsxParts without(String name) {
    parts.remove(name);
    return this;
  }

  /** Triples of id, type and target as a part of relations. */
  static String relations(String... triples) {
    StringBuilder xml =
        new StringBuilder("<Relationships xmlns='").append(RELATIONSHIPS).append("'>");
    for (int i = 0; i < triples.length; i += 3) {
      xml.append("<Relationship Id='").append(triples[i]);
      xml.append("' Type='").append(OFFICE).append('/').append(triples[i + 1]);
      xml.append("' Target='").append(triples[i + 2]).append("'/>");
    }
    return xml.append("</Relationships>").toString();
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  Workbook read() {
    return new WorkbookReader(ReadLimits.usual()).read(bytes(), "book.xlsx");
  }

  Sheet readSheet() {
    return read().sheets().getFirst();
  }
}
