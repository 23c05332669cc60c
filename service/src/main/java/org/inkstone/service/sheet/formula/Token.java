package org.inkstone.service.sheet.formula;

/**
 * A piece of a formula's text.
 *
 * @param text its content: of a string without quotes, of a bracket without the outer brackets
 * @param start where it begins in the text
 * @param end behind its last character
 * @param spaced whether white space stands before it
 */
record Token(Kind kind, String text, int start, int end, boolean spaced) {
  enum Kind {
    NUMBER,
    STRING,
    ERROR,
    /** Letters, digits, $, points and the like: a cell, a name, a function, a sheet. */
    WORD,
    /** A sheet's name in apostrophes. */
    QUOTED,
    /** Everything between a pair of square brackets. */
    BRACKET,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  String described() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }

  /** Whether it joins two ends of a range: a colon, with a dot on a side that is trimmed. */
  boolean joins() {
    return kind == Kind.SYMBOL && text.indexOf(':') >= 0;
  }
}
