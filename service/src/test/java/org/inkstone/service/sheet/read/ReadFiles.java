package org.inkstone.service.sheet.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.table.TableFinder;

/**
 * Reads the files that are named on the command line and prints a line for each: for a person who
 * wants to see how a folder of workbooks fares. It is no test.
 */
final class ReadFiles {
  private ReadFiles() {}

  /** Prints outcome, milliseconds and name of each file, tab-separated. */
  public static void main(String[] paths) throws IOException {
    for (String path : paths) {
      byte[] content = Files.readAllBytes(Path.of(path));
      long start = System.nanoTime();
      String outcome = outcome(content, path);
      long millis = (System.nanoTime() - start) / 1_000_000;
      System.out.println(outcome + "\t" + millis + " ms\t" + Path.of(path).getFileName());
    }
  }

  private static String outcome(byte[] content, String path) {
    try {
      Workbook workbook = new WorkbookReader(ReadLimits.usual()).read(content, path);
      int cells = workbook.sheets().stream().map(Sheet::cells).mapToInt(c -> c.size()).sum();
      return "read\t"
          + workbook.sheets().size()
          + " sheets, "
          + cells
          + " cells, "
          + TableFinder.find(workbook).size()
          + " tables";
    } catch (SheetReadException e) {
      Throwable cause = e.getCause();
      return e.kind()
          + "\t"
          + e.getMessage()
          + (cause == null ? "" : " (" + cause + ")").replaceAll("\\s+", " ");
    }
  }
}
