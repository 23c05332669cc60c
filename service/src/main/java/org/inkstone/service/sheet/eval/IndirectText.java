package org.inkstone.service.sheet.eval;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.CellAddress;
import org.inkstone.service.sheet.formula.Axis;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaSyntaxException;
import org.inkstone.service.sheet.formula.SheetPrefix;
import org.jspecify.annotations.Nullable;

/** Texts that name references, as INDIRECT takes them. */
final class IndirectText {
  private static final Pattern R1C1 =
      Pattern.compile("[rR](\\d{1,7}|\\[-?\\d{1,7}\\])?[cC](\\d{1,5}|\\[-?\\d{1,5}\\])?");

  private IndirectText() {}

  /** The reference in A1 style; null if the text is none. */
  static @Nullable Expr a1(String text) {
    try {
      Expr expr = FormulaParser.parse(text);
      return switch (expr) {
        case Expr.CellRef c -> c;
        case Expr.RangeRef r -> r;
        case Expr.ColumnsRef c -> c;
        case Expr.RowsRef r -> r;
        case Expr.TableRef t -> t;
        case Expr.NameRef n -> n;
        default -> null;
      };
    } catch (FormulaSyntaxException e) {
      return null;
    }
  }

  /** The reference in R1C1 style; null if the text is none. */
  static @Nullable Expr r1c1(String text, CellAddress from) {
    int mark = text.lastIndexOf('!');
    SheetPrefix sheet = mark < 0 ? null : SheetPrefix.of(unquoted(text.substring(0, mark)));
    String[] ends = text.substring(mark + 1).split(":", -1);
    if (ends.length > 2) {
      return null;
    }
    Expr first = cell(ends[0], sheet, from);
    Expr last = ends.length == 1 ? first : cell(ends[1], sheet, from);
    return first == null || last == null || ends.length == 1 ? first : Expr.range(first, last);
  }

  private static String unquoted(String sheet) {
    boolean quoted = sheet.length() > 1 && sheet.startsWith("'") && sheet.endsWith("'");
    return quoted ? sheet.substring(1, sheet.length() - 1).replace("''", "'") : sheet;
  }

  private static @Nullable Expr cell(String text, @Nullable SheetPrefix sheet, CellAddress from) {
    Matcher matcher = R1C1.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    int row = axis(matcher.group(1), from.row());
    int column = axis(matcher.group(2), from.column());
    boolean exists =
        row >= 0 && row < CellAddress.MAX_ROWS && column >= 0 && column < CellAddress.MAX_COLUMNS;
    return exists ? new Expr.CellRef(sheet, Axis.absolute(row), Axis.absolute(column)) : null;
  }

  private static int axis(@Nullable String text, int from) {
    if (text == null) {
      return from;
    }
    return text.startsWith("[")
        ? from + Integer.parseInt(text.substring(1, text.length() - 1))
        : Integer.parseInt(text) - 1;
  }
}
