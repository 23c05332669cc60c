package org.inkstone.service.sheet;

import java.util.Objects;

/** The value of one cell. */
public sealed interface Scalar {
  /** Nothing; in a formula it counts as 0 or "" by context. */
  record Blank() implements Scalar {
    static final Blank INSTANCE = new Blank();
  }

  /** A finite number; dates and times are serial numbers. */
  record Num(double value) implements Scalar {}

  /** A text, perhaps empty (which is not blank). */
  record Text(String value) implements Scalar {
    public Text {
      Objects.requireNonNull(value, "value");
    }
  }

  /** True or false. */
  record Bool(boolean value) implements Scalar {
    static final Bool TRUE = new Bool(true);
    static final Bool FALSE = new Bool(false);
  }

  /** An error value. */
  record Err(ErrorCode code) implements Scalar {}

  /** The blank. */
  static Scalar blank() {
    return Blank.INSTANCE;
  }

  /** A number. */
  static Scalar of(double value) {
    return new Num(value);
  }

  /** A text. */
  static Scalar of(String value) {
    return new Text(value);
  }

  /** A boolean. */
  static Scalar of(boolean value) {
    return value ? Bool.TRUE : Bool.FALSE;
  }

  /** An error. */
  static Scalar of(ErrorCode code) {
    return new Err(code);
  }
}
