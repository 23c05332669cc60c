package org.inkstone.service.sheet.read;

/** What a file may cost, with the usual bound of each. */
public enum ReadLimit {
  /** Bytes of the file as it came. */
  FILE_BYTES(50L << 20, "bytes of the file"),
  /** Entries of the package. */
  ENTRIES(10_000, "entries of the package"),
  /** Bytes of all parts that are read, once they are unpacked. */
  UNPACKED_BYTES(400L << 20, "unpacked bytes"),
  /** Unpacked bytes for each packed byte of one part, once a part is larger than 1 MiB. */
  COMPRESSION_RATIO(250, "unpacked bytes for each packed byte"),
  /** Sheets of the workbook. */
  SHEETS(500, "sheets"),
  /** Filled cells of all sheets. */
  CELLS(1_500_000, "filled cells"),
  /** Entries of the shared string table. */
  SHARED_STRINGS(1_000_000, "shared strings"),
  /** Characters of one cell, formula or name. */
  TEXT_LENGTH(32_767, "characters of one text"),
  /** Characters of all texts and formulas together. */
  TOTAL_TEXT(64L << 20, "characters of all texts"),
  /** Elements within elements. */
  XML_DEPTH(64, "levels of XML elements"),
  /** Declared names, tables, merged areas and styles, each. */
  DECLARATIONS(100_000, "declared names, tables, merged areas or styles"),
  /** Milliseconds that reading may take. */
  MILLISECONDS(30_000, "milliseconds of reading");

  private final long usual;
  private final String words;

  ReadLimit(long usual, String words) {
    this.usual = usual;
    this.words = words;
  }

  long usual() {
    return usual;
  }

  /** What is counted, in words. */
  public String words() {
    return words;
  }
}
