package org.inkstone.service.sheet.formula;

/** Prints sheets' names, in apostrophes where they need them. */
final class SheetNames {
  private SheetNames() {}

  static String print(SheetPrefix sheet) {
    String book = sheet.book() == null ? "" : sheet.book();
    String last = sheet.last() == null ? "" : sheet.last();
    boolean plain =
        (sheet.first().isEmpty() ? !book.isEmpty() : isPlain(sheet.first()))
            && (sheet.last() == null || book.isEmpty() && isPlain(last))
            && isPlainBook(book);
    String run = sheet.last() == null ? "" : ":" + last;
    String name = book + sheet.first() + run;
    return plain ? name : "'" + name.replace("'", "''") + "'";
  }

  private static boolean isPlainBook(String book) {
    return book.isEmpty() || book.matches("\\[[\\p{L}\\p{N}_. ]+\\]");
  }

  private static boolean isPlain(String name) {
    boolean word =
        !name.isEmpty()
            && Character.isLetter(name.codePointAt(0))
            && name.codePoints().allMatch(SheetNames::inName);
    return word
        && A1.cell(name) == null
        && !name.matches("(?i)true|false|[rc]|r\\d+c?\\d*|c\\d+|_xl.*");
  }

  private static boolean inName(int c) {
    // full-width letters and digits would be read as ASCII ones
    return (Character.isLetterOrDigit(c) || c == '_' || c == '.') && !(c >= '！' && c <= '～');
  }
}
