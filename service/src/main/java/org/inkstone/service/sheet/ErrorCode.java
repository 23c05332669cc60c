package org.inkstone.service.sheet;

import java.util.Optional;

/** The error values of a spreadsheet, with their literals. */
public enum ErrorCode {
  NULL("#NULL!", 1),
  DIV_0("#DIV/0!", 2),
  VALUE("#VALUE!", 3),
  REF("#REF!", 4),
  NAME("#NAME?", 5),
  NUM("#NUM!", 6),
  NA("#N/A", 7),
  GETTING_DATA("#GETTING_DATA", 8),
  SPILL("#SPILL!", 9),
  CONNECT("#CONNECT!", 10),
  BLOCKED("#BLOCKED!", 11),
  UNKNOWN("#UNKNOWN!", 12),
  FIELD("#FIELD!", 13),
  CALC("#CALC!", 14);

  private final String literal;
  private final int type;

  ErrorCode(String literal, int type) {
    this.literal = literal;
    this.type = type;
  }

  /** As it is written in a cell and in a formula. */
  public String literal() {
    return literal;
  }

  /** The number that the function ERROR.TYPE gives. */
  public int type() {
    return type;
  }

  /** The code with this literal, in any case. */
  public static Optional<ErrorCode> of(String literal) {
    for (ErrorCode code : values()) {
      if (code.literal.equalsIgnoreCase(literal)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }
}
