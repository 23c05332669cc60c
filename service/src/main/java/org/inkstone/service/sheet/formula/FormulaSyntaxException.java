package org.inkstone.service.sheet.formula;

/** A text that is no formula; the message says what was found, what was expected and where. */
public final class FormulaSyntaxException extends RuntimeException {
  private final int position;

  FormulaSyntaxException(String message, int position) {
    super(message + " (at character " + (position + 1) + ")", null, false, false);
    this.position = position;
  }

  /** The place of the trouble in the text that was parsed, counted from 0. */
  public int position() {
    return position;
  }
}
