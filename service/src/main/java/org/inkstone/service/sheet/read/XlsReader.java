package org.inkstone.service.sheet.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.DefinedName;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.Workbook;

/** Reads .xls files through POI, and turns whatever it throws on damaged ones into one kind. */
final class XlsReader {
  private final ReadBudget budget;

  XlsReader(ReadBudget budget) {
    this.budget = budget;
  }

  Workbook read(byte[] content) {
    try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(content))) {
      DirectoryNode root = container.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        throw SheetReadException.encrypted("the workbook is protected with a password");
      } else if (!root.hasEntryCaseInsensitive("Workbook")
          && !root.hasEntryCaseInsensitive("Book")) {
        throw SheetReadException.unsupported("the file is an OLE2 container but no workbook");
      }
      try (HSSFWorkbook source = new HSSFWorkbook(root, false)) {
        return workbook(source);
      }
    } catch (SheetReadException e) {
      throw e;
    } catch (EncryptedDocumentException e) {
      throw SheetReadException.encrypted("the workbook is protected with a password");
    } catch (OldExcelFormatException e) {
      throw SheetReadException.unsupported(
          "the file is a workbook of Excel 5, 95 or earlier, but only .xls of Excel 97 on is read");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw SheetReadException.malformed("the .xls file is damaged", e);
    }
  }

  private Workbook workbook(HSSFWorkbook source) {
    DateSystem dates =
        source.getInternalWorkbook().isUsing1904DateWindowing()
            ? DateSystem.FROM_1904
            : DateSystem.FROM_1900;
    budget.check(ReadLimit.SHEETS, source.getNumberOfSheets());
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < source.getNumberOfSheets(); i++) {
      sheets.add(new XlsSheet(source.getSheetAt(i), budget).read());
    }
    if (sheets.isEmpty()) {
      throw SheetReadException.malformed("the workbook has no sheet with cells");
    }
    return new Workbook(sheets, names(source), List.of(), dates);
  }

  private List<DefinedName> names(HSSFWorkbook source) {
    budget.check(ReadLimit.DECLARATIONS, source.getNumberOfNames());
    List<DefinedName> names = new ArrayList<>();
    for (var name : source.getAllNames()) {
      if (!name.isHidden() && !name.isFunctionName() && !name.isDeleted()) {
        String formula = name.getRefersToFormula();
        if (formula != null && !formula.isEmpty()) {
          int sheet = name.getSheetIndex();
          names.add(
              new DefinedName(
                  budget.text(name.getNameName()),
                  sheet < 0 ? null : source.getSheetName(sheet),
                  budget.text(FormulaText.canonical(formula))));
        }
      }
    }
    return names;
  }
}
