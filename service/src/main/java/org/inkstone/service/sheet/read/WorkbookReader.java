package org.inkstone.service.sheet.read;

import java.io.IOException;
import java.io.InputStream;
import org.inkstone.service.sheet.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * Reads a workbook file by what is in it: .xlsx (also .xlsm and templates), .xls or delimited text.
 * Nothing outside the file is looked at: links stay text and no formula is run.
 */
public final class WorkbookReader {
  private final ReadLimits limits;

  /** A reader that keeps these limits. */
  public WorkbookReader(ReadLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads a file.
   *
   * @param fileName as the sender called it; names the sheet of delimited text, and nothing else
   *     depends on it
   * @throws SheetReadException if it can't be read or passes a limit
   */
  public Workbook read(byte[] content, @Nullable String fileName) {
    limits.check(ReadLimit.FILE_BYTES, content.length);
    ReadBudget budget = ReadBudget.start(limits);
    return switch (FileFormat.of(content)) {
      case PACKAGE -> new XlsxReader(budget).read(content);
      case OLE2 -> new XlsReader(budget).read(content);
      case TEXT -> new CsvReader(budget).read(content, fileName);
    };
  }

  /** Reads a file from a stream, of which it takes at most one byte above the limit. */
  public Workbook read(InputStream content, @Nullable String fileName) throws IOException {
    long most = Math.min(limits.get(ReadLimit.FILE_BYTES), Integer.MAX_VALUE - 16);
    return read(content.readNBytes((int) most + 1), fileName);
  }
}
