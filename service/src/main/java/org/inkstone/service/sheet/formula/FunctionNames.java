package org.inkstone.service.sheet.formula;

import java.util.List;
import java.util.Locale;

/** The prefixes that files put before the names of functions and variables. */
final class FunctionNames {
  private static final List<String> PREFIXES =
      List.of("_XLFN.", "_XLWS.", "_XLPM.", "_XLETA.", "_XLUDF.");

  private FunctionNames() {}

  /** The name without the prefixes of files. */
  static String bare(String name) {
    for (String prefix : PREFIXES) {
      if (name.length() > prefix.length()
          && name.regionMatches(true, 0, prefix, 0, prefix.length())) {
        return bare(name.substring(prefix.length()));
      }
    }
    return name;
  }

  /** A call as it is read; some functions of files stand for operators. */
  static Expr call(String written, List<Expr> arguments) {
    String name = bare(written).toUpperCase(Locale.ROOT);
    boolean prefixed = name.length() < written.length();
    if (prefixed && arguments.size() == 1 && name.equals("SINGLE")) {
      return new Expr.Unary(UnaryOperator.INTERSECT, arguments.getFirst());
    } else if (prefixed && arguments.size() == 1 && name.equals("ANCHORARRAY")) {
      return new Expr.Unary(UnaryOperator.SPILL, arguments.getFirst());
    } else if (prefixed && arguments.size() == 1 && name.startsWith("_TRO_")) {
      return TrimmedRange.stored(name, arguments.getFirst());
    }
    return new Expr.Call(name, arguments);
  }
}
