package org.inkstone.connector;

/** A transcript can't be read; says the line. */
public class TranscriptFormatException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;

  /** With the line, counted from 1, and what was found there. */
  public TranscriptFormatException(int line, String message) {
    super("line " + line + ": " + message);
    this.line = line;
  }

  /** The line, counted from 1. */
  public int line() {
    return line;
  }
}
