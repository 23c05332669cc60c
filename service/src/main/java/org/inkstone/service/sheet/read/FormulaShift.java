package org.inkstone.service.sheet.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.CellAddress;

/**
 * A formula that several cells share: its relative references move with the cell. Works on the
 * text, so everything but the references stays as it was written.
 */
final class FormulaShift {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?<cell>(\\$?)([A-Za-z]{1,3})(\\$?)([1-9][0-9]{0,6}))"
              + "|(?<cols>(\\$?)([A-Za-z]{1,3}):(\\$?)([A-Za-z]{1,3}))"
              + "|(?<rows>(\\$?)([1-9][0-9]{0,6}):(\\$?)([1-9][0-9]{0,6}))");

  private final List<Piece> pieces = new ArrayList<>();

  /** A part of the text that knows how it reads so many rows and columns further. */
  private interface Piece {
    void write(int rows, int columns, StringBuilder out);
  }

  /** Takes apart a formula in canonical form. */
  FormulaShift(String formula) {
    Matcher reference = REFERENCE.matcher(formula);
    int from = 0;
    int at = 0;
    while (at < formula.length()) {
      int end = FormulaText.literalEnd(formula, at);
      if (end > at) {
        at = end;
      } else if (startsWord(formula, at)) {
        reference.region(at, formula.length());
        if (reference.lookingAt() && endsWord(formula, reference.end()) && isOnSheet(reference)) {
          literal(formula.substring(from, at));
          reference(reference);
          at = reference.end();
          from = at;
        } else {
          at = wordEnd(formula, at);
        }
      } else {
        at++;
      }
    }
    literal(formula.substring(from));
  }

  /** The formula as it reads so many rows below and columns to the right. */
  String at(int rows, int columns) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces) {
      piece.write(rows, columns, out);
    }
    return out.toString();
  }

  /** Letters and digits that no sheet has are a name. */
  private static boolean isOnSheet(Matcher found) {
    for (int group : new int[] {3, 8, 10}) {
      String letters = found.group(group);
      if (letters != null && CellAddress.columnOf(letters) >= CellAddress.MAX_COLUMNS) {
        return false;
      }
    }
    for (int group : new int[] {5, 13, 15}) {
      String digits = found.group(group);
      if (digits != null && Integer.parseInt(digits) > CellAddress.MAX_ROWS) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWord(String formula, int at) {
    char c = formula.charAt(at);
    return c == '$' || FormulaText.isNamePart(c);
  }

  /** A reference ends where no name, function, sheet or structured reference goes on. */
  private static boolean endsWord(String formula, int end) {
    if (end == formula.length()) {
      return true;
    }
    char c = formula.charAt(end);
    return !FormulaText.isNamePart(c) && c != '(' && c != '!' && c != '[' && c != '$';
  }

  private static int wordEnd(String formula, int at) {
    int end = at + 1;
    while (end < formula.length() && FormulaText.isNamePart(formula.charAt(end))) {
      end++;
    }
    return end;
  }

  private void literal(String text) {
    if (!text.isEmpty()) {
      pieces.add((rows, columns, out) -> out.append(text));
    }
  }

  private void reference(Matcher found) {
    if (found.group("cell") != null) {
      column(found.group(2), found.group(3));
      row(found.group(4), found.group(5));
    } else if (found.group("cols") != null) {
      column(found.group(7), found.group(8));
      literal(":");
      column(found.group(9), found.group(10));
    } else {
      row(found.group(12), found.group(13));
      literal(":");
      row(found.group(14), found.group(15));
    }
  }

  private void column(String dollar, String letters) {
    int column = CellAddress.columnOf(letters);
    if (dollar.isEmpty()) {
      pieces.add((rows, columns, out) ->
          out.append(
              CellAddress.letters(Math.floorMod(column + columns, CellAddress.MAX_COLUMNS))));
    } else {
      literal(dollar + letters);
    }
  }

  private void row(String dollar, String digits) {
    int row = Integer.parseInt(digits) - 1;
    if (dollar.isEmpty()) {
      pieces.add(
          (rows, columns, out) -> out.append(Math.floorMod(row + rows, CellAddress.MAX_ROWS) + 1));
    } else {
      literal(dollar + digits);
    }
  }
}
