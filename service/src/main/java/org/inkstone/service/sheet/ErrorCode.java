package org.inkstone.service.sheet;

import java.util.Optional;

/** The error values of a spreadsheet, with their literals. */
public enum ErrorCode {
  NULL("#NULL!"),
  DIV_0("#DIV/0!"),
  VALUE("#VALUE!"),
  REF("#REF!"),
  NAME("#NAME?"),
  NUM("#NUM!"),
  NA("#N/A"),
  GETTING_DATA("#GETTING_DATA"),
  SPILL("#SPILL!"),
  CONNECT("#CONNECT!"),
  BLOCKED("#BLOCKED!"),
  UNKNOWN("#UNKNOWN!"),
  FIELD("#FIELD!"),
  CALC("#CALC!");

  private final String literal;

  ErrorCode(String literal) {
    this.literal = literal;
  }

  /** As it is written in a cell and in a formula. */
  public String literal() {
    return literal;
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
