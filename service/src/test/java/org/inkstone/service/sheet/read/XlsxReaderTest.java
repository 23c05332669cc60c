package org.inkstone.service.sheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.inkstone.service.sheet.CellRange;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.DefinedName;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.FormulaArea;
import org.inkstone.service.sheet.FormulaMode;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;
import org.inkstone.service.sheet.Table;
import org.inkstone.service.sheet.Workbook;
import org.junit.jupiter.api.Test;

class XlsxReaderTest {
  private static Scalar value(Sheet sheet, String address) {
    return cell(sheet, address).value();
  }

  private static SheetCell cell(Sheet sheet, String address) {
    CellRange at = CellRange.parse(address);
    return sheet.cell(at.firstRow(), at.firstColumn());
  }

  @Test
  void readsEveryTypeOfValue() {
    Sheet sheet =
        XlsxParts.of(
                "<row r='1'><c r='A1'><v>12.5</v></c><c r='B1' t='b'><v>1</v></c>"
                    + "<c r='C1' t='e'><v>#DIV/0!</v></c><c r='D1' t='str'><v>text</v></c>"
                    + "<c r='E1' t='inlineStr'><is><t>in</t><r><t>line</t></r></is></c>"
                    + "<c r='F1' t='d'><v>2026-01-10T12:00:00</v></c><c r='G1' s='1'/>"
                    + "<c r='H1' t='s'><v>0</v></c></row>")
            .part(
                "xl/sharedStrings.xml",
                "<sst xmlns='"
                    + XlsxParts.MAIN
                    + "'><si><t xml:space='preserve'> 你好_x000A_</t>"
                    + "<rPh sb='0' eb='1'><t>ni</t></rPh></si></sst>")
            .readSheet();
    assertEquals(Scalar.of(12.5), value(sheet, "A1"));
    assertEquals(Scalar.of(true), value(sheet, "B1"));
    assertEquals(Scalar.of(ErrorCode.DIV_0), value(sheet, "C1"));
    assertEquals(Scalar.of("text"), value(sheet, "D1"));
    assertEquals(Scalar.of("inline"), value(sheet, "E1"));
    assertEquals(Scalar.of(46032.5), value(sheet, "F1"));
    assertEquals(Scalar.blank(), value(sheet, "G1"));
    assertEquals(Scalar.of(" 你好\n"), value(sheet, "H1"));
  }

  @Test
  void keepsEmptyTextApartFromBlank() {
    Sheet sheet =
        XlsxParts.of("<row r='1'><c r='A1' t='str'><f>\"\"</f><v></v></c><c r='B1' s='0'/></row>")
            .readSheet();
    assertEquals(Scalar.of(""), value(sheet, "A1"));
    assertEquals(Scalar.blank(), value(sheet, "B1"));
    assertEquals(1, sheet.cells().size());
  }

  @Test
  void readsFormatsOfStyles() {
    Sheet sheet =
        XlsxParts.of(
                "<row r='1'><c r='A1' s='1'><v>1</v></c><c r='B1' s='2'><v>1</v></c>"
                    + "<c r='C1'><v>1</v></c><c r='D1' s='3'><v>1</v></c></row>")
            .part(
                "xl/styles.xml",
                "<styleSheet xmlns='"
                    + XlsxParts.MAIN
                    + "'><numFmts><numFmt numFmtId='164' "
                    + "formatCode='yyyy&quot;年&quot;'/></numFmts><cellStyleXfs><xf numFmtId='9'/>"
                    + "</cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/>"
                    + "<xf numFmtId='10'/><xf numFmtId='31'/></cellXfs></styleSheet>")
            .readSheet();
    assertEquals("yyyy\"年\"", cell(sheet, "A1").format());
    assertEquals("0.00%", cell(sheet, "B1").format());
    assertNull(cell(sheet, "C1").format());
    assertEquals("yyyy\"年\"m\"月\"d\"日\"", cell(sheet, "D1").format());
  }

  @Test
  void givesEachCellOfSharedFormulaItsOwnText() {
    Sheet sheet =
        XlsxParts.of(
                "<row r='2'><c r='C2'><f t='shared' ref='C2:D3' si='0'>A2*$B$1+SUM(A:A)</f><v>1</v>"
                    + "</c><c r='D2'><f t='shared' si='0'/><v>2</v></c></row>"
                    + "<row r='3'><c r='C3'><f t='shared' si='0'/></c></row>")
            .readSheet();
    assertEquals("A2*$B$1+SUM(A:A)", cell(sheet, "C2").formula());
    assertEquals("B2*$B$1+SUM(B:B)", cell(sheet, "D2").formula());
    assertEquals("A3*$B$1+SUM(A:A)", cell(sheet, "C3").formula());
    assertEquals(Scalar.of(2), value(sheet, "D2"));
    assertEquals(Scalar.blank(), value(sheet, "C3"));
  }

  @Test
  void namesTheAreasThatOneFormulaFills() {
    Sheet sheet =
        XlsxParts.of(
                "<row r='1'><c r='A1'><f t='array' ref='A1:A2'>B1:B2*2</f><v>2</v></c>"
                    + "<c r='C1' cm='1'><f t='array' ref='C1:C2'>_xlfn._xlws.SORT(B1:B2)</f><v>1</v>"
                    + "</c></row><row r='2'><c r='A2'><v>4</v></c><c r='C2'><v>2</v></c></row>")
            .readSheet();
    assertEquals("B1:B2*2", cell(sheet, "A1").formula());
    assertNull(cell(sheet, "A2").formula());
    assertEquals(
        List.of(
            new FormulaArea(CellRange.parse("A1:A2"), FormulaArea.Kind.FIXED),
            new FormulaArea(CellRange.parse("C1:C2"), FormulaArea.Kind.SPILLED)),
        sheet.areas());
    assertEquals(FormulaMode.INTERSECTING, sheet.mode());
    assertEquals("SORT(B1:B2)", cell(sheet, "C1").formula());
    assertNull(cell(sheet, "C2").formula());
  }

  @Test
  void readsTheErrorBehindARichValue() {
    String metadata =
        "<metadata xmlns='%s'><metadataTypes count='2'><metadataType name='XLDAPR'/>"
                .formatted(XlsxParts.MAIN)
            + "<metadataType name='XLRICHVALUE'/></metadataTypes>"
            + "<futureMetadata name='XLRICHVALUE'><bk><extLst><ext><rvb i='0'/></ext></extLst></bk>"
            + "<bk><extLst><ext><rvb i='1'/></ext></extLst></bk></futureMetadata>"
            + "<cellMetadata><bk><rc t='1' v='0'/></bk></cellMetadata><valueMetadata>"
            + "<bk><rc t='2' v='1'/></bk><bk><rc t='2' v='0'/></bk></valueMetadata></metadata>";
    Sheet sheet =
        XlsxParts.of(
                "<row r='1'><c r='A1' t='e' vm='1'><v>#VALUE!</v></c><c r='B1' t='e' vm='2'>"
                    + "<v>#VALUE!</v></c><c r='C1' t='e'><v>#VALUE!</v></c></row>")
            .part(
                "xl/_rels/workbook.xml.rels",
                XlsxParts.relations(
                    "rId1",
                    "worksheet",
                    "worksheets/sheet1.xml",
                    "rId4",
                    "sheetMetadata",
                    "metadata.xml",
                    "rId5",
                    "rdRichValue",
                    "richData/rdrichvalue.xml",
                    "rId6",
                    "rdRichValueStructure",
                    "richData/rdrichvaluestructure.xml"))
            .part("xl/metadata.xml", metadata)
            .part(
                "xl/richData/rdrichvalue.xml",
                "<rvData><rv s='0'><v>0</v><v>8</v></rv><rv s='1'><v>13</v></rv></rvData>")
            .part(
                "xl/richData/rdrichvaluestructure.xml",
                "<rvStructures><s t='_error'><k n='colOffset'/><k n='errorType'/></s>"
                    + "<s t='_error'><k n='errorType'/></s></rvStructures>")
            .readSheet();
    assertEquals(Scalar.of(ErrorCode.CALC), value(sheet, "A1"));
    assertEquals(Scalar.of(ErrorCode.SPILL), value(sheet, "B1"));
    assertEquals(Scalar.of(ErrorCode.VALUE), value(sheet, "C1"));
  }

  @Test
  void readsTablesNamesAndMergedCells() {
    Workbook workbook =
        XlsxParts.of("")
            .workbook(
                "<definedNames><definedName name='Rate'>Data!$B$1</definedName>"
                    + "<definedName name='Local' localSheetId='0'>Data!$A:$A</definedName>"
                    + "<definedName name='_xlnm._FilterDatabase' hidden='1'>Data!$A$1</definedName>"
                    + "</definedNames>")
            .sheet(
                "<sheetData/><mergeCells><mergeCell ref='A8:B9'/></mergeCells>"
                    + "<tableParts><tablePart r:id='rId7'/></tableParts>")
            .part(
                "xl/worksheets/_rels/sheet1.xml.rels",
                XlsxParts.relations("rId7", "table", "../tables/table1.xml"))
            .part(
                "xl/tables/table1.xml",
                "<table xmlns='"
                    + XlsxParts.MAIN
                    + "' name='T' displayName='Orders' ref='A1:B5' "
                    + "totalsRowCount='1'><tableColumns><tableColumn name='Item'/>"
                    + "<tableColumn name='Net_x000a_Amount'/></tableColumns></table>")
            .read();
    assertEquals(
        List.of(
            new DefinedName("Rate", null, "Data!$B$1"),
            new DefinedName("Local", "Data", "Data!$A:$A")),
        workbook.names());
    assertEquals(
        List.of(
            new Table(
                "Orders", "Data", CellRange.parse("A1:B5"), 1, 1, List.of("Item", "Net\nAmount"))),
        workbook.tables());
    assertEquals(List.of(CellRange.parse("A8:B9")), workbook.sheets().getFirst().merged());
  }

  @Test
  void readsDateSystemOf1904() {
    Workbook workbook =
        XlsxParts.of("<row><c t='d'><v>2026-01-10</v></c></row>")
            .workbook("<workbookPr date1904='1'/>")
            .read();
    assertEquals(DateSystem.FROM_1904, workbook.dateSystem());
    assertEquals(Scalar.of(46032 - 1462), value(workbook.sheets().getFirst(), "A1"));
  }

  @Test
  void countsCellsThatHaveNoAddress() {
    Sheet sheet =
        XlsxParts.of("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")
            .readSheet();
    assertEquals(Scalar.of(2), value(sheet, "B1"));
    assertEquals(Scalar.of(3), value(sheet, "A2"));
  }

  @Test
  void keepsLinksAndCallsToOutsideAsText() {
    Sheet sheet =
        XlsxParts.of(
                "<row r='1'><c r='A1'><f>[1]Prices!$A$1</f><v>7</v></c>"
                    + "<c r='B1'><f>cmd|'/c calc'!A0</f><v>0</v></c><c r='C1' t='str'>"
                    + "<f>_xlfn.WEBSERVICE(\"file:///etc/passwd\")</f><v>old</v></c></row>")
            .part(
                "xl/worksheets/_rels/sheet1.xml.rels",
                "<Relationships xmlns='"
                    + XlsxParts.RELATIONSHIPS
                    + "'><Relationship Id='rId1' Type='"
                    + XlsxParts.OFFICE
                    + "/hyperlink' Target='file:///../../etc/passwd' "
                    + "TargetMode='External'/></Relationships>")
            .readSheet();
    assertEquals("[1]Prices!$A$1", cell(sheet, "A1").formula());
    assertEquals(Scalar.of(7), value(sheet, "A1"));
    assertEquals("cmd|'/c calc'!A0", cell(sheet, "B1").formula());
    assertEquals("WEBSERVICE(\"file:///etc/passwd\")", cell(sheet, "C1").formula());
    assertEquals(Scalar.of("old"), value(sheet, "C1"));
  }

  @Test
  void leavesOutTableThatContradictsItself() {
    Workbook workbook =
        XlsxParts.of("")
            .sheet("<sheetData/><tableParts><tablePart r:id='rId7'/></tableParts>")
            .part(
                "xl/worksheets/_rels/sheet1.xml.rels",
                XlsxParts.relations("rId7", "table", "/xl/tables/table1.xml"))
            .part(
                "xl/tables/table1.xml",
                "<table xmlns='"
                    + XlsxParts.MAIN
                    + "' displayName='T' ref='A1:C5'><tableColumns>"
                    + "<tableColumn name='Item'/></tableColumns></table>")
            .read();
    assertTrue(workbook.tables().isEmpty());
  }

  @Test
  void tellsRowsThatAFilterHidFromOthers() {
    String rows = "";
    for (int row = 1; row <= 9; row++) {
      rows +=
          "<row r='" + row + "'" + (row % 2 == 0 ? " hidden='1'" : "") + "><c><v>1</v></c></row>";
    }
    String data = "<sheetData>" + rows + "</sheetData>";
    String condition = "<filterColumn colId='0'><filters/></filterColumn>";
    assertEquals(
        List.of(3, 5),
        filtered(
            XlsxParts.of("")
                .sheet(data + "<autoFilter ref='A3:A6'>" + condition + "</autoFilter>")
                .readSheet()));
    assertEquals(
        List.of(),
        filtered(XlsxParts.of("").sheet(data + "<autoFilter ref='A3:A6'/>").readSheet()));
    assertEquals(
        List.of(7),
        filtered(
            XlsxParts.of("")
                .sheet(data + "<tableParts><tablePart r:id='rId7'/></tableParts>")
                .part(
                    "xl/worksheets/_rels/sheet1.xml.rels",
                    XlsxParts.relations("rId7", "table", "../tables/table1.xml"))
                .part(
                    "xl/tables/table1.xml",
                    "<table xmlns='"
                        + XlsxParts.MAIN
                        + "' displayName='T' ref='A7:A9'><autoFilter ref='A7:A9'>"
                        + condition
                        + "</autoFilter><tableColumns><tableColumn name='Item'/></tableColumns>"
                        + "</table>")
                .readSheet()));
  }

  private static List<Integer> filtered(Sheet sheet) {
    return IntStream.range(0, 20).filter(sheet::isFiltered).boxed().toList();
  }
}
