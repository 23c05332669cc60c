package org.inkstone.service.sheet.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The kinds of files, told apart by their first bytes. */
enum FileFormat {
  /** A ZIP package, such as .xlsx. */
  PACKAGE,
  /** An OLE2 container, such as .xls. */
  OLE2,
  /** Text, such as .csv. */
  TEXT;

  private static final int HEAD = 512;

  static FileFormat of(byte[] content) {
    if (content.length == 0) {
      throw SheetReadException.malformed("the file is empty");
    } else if (startsWith(content, 'P', 'K', 3, 4) || startsWith(content, 'P', 'K', 5, 6)) {
      return PACKAGE;
    } else if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
      return OLE2;
    }
    refuseOthers(content);
    return TEXT;
  }

  private static void refuseOthers(byte[] content) {
    String head =
        new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1)
            .replace("ï»¿", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    if (head.startsWith("%pdf")) {
      throw notRead("a PDF");
    } else if (head.startsWith("<!doctype") || head.startsWith("<html")) {
      throw notRead("a web page");
    } else if (head.startsWith("<?xml")) {
      throw notRead("an XML document");
    } else if (head.startsWith("{\\rtf")) {
      throw notRead("a rich text document");
    } else if (content[0] == 9 && content.length > 3 && content[1] <= 8 && content[3] == 0) {
      throw notRead("a workbook of Excel 4 or earlier");
    } else if (startsWith(content, 0x1F, 0x8B) || startsWith(content, '7', 'z', 0xBC, 0xAF)) {
      throw notRead("a compressed archive");
    }
  }

  private static SheetReadException notRead(String what) {
    return SheetReadException.unsupported(
        "the file is " + what + ", but only .xlsx, .xls and .csv are read");
  }

  private static boolean startsWith(byte[] content, int... head) {
    if (content.length < head.length) {
      return false;
    }
    for (int i = 0; i < head.length; i++) {
      if ((content[i] & 0xFF) != head[i]) {
        return false;
      }
    }
    return true;
  }
}
