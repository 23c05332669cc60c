package org.inkstone.service.sheet.value;

import java.util.EnumMap;
import java.util.Map;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;

/** Ends the computing of one value with an error value; it has no stack trace and costs little. */
public final class FunctionError extends RuntimeException {
  private static final Map<ErrorCode, FunctionError> ALL = new EnumMap<>(ErrorCode.class);

  static {
    for (ErrorCode code : ErrorCode.values()) {
      ALL.put(code, new FunctionError(code));
    }
  }

  private final ErrorCode code;

  private FunctionError(ErrorCode code) {
    super(code.literal(), null, false, false);
    this.code = code;
  }

  /** The one for this error value. */
  public static FunctionError of(ErrorCode code) {
    FunctionError error = ALL.get(code);
    if (error == null) {
      throw new IllegalArgumentException("no error is called " + code);
    }
    return error;
  }

  /** {@code #VALUE!}. */
  public static FunctionError value() {
    return of(ErrorCode.VALUE);
  }

  /** {@code #NUM!}. */
  public static FunctionError num() {
    return of(ErrorCode.NUM);
  }

  /** {@code #N/A}. */
  public static FunctionError notAvailable() {
    return of(ErrorCode.NA);
  }

  /** {@code #REF!}. */
  public static FunctionError ref() {
    return of(ErrorCode.REF);
  }

  /** {@code #DIV/0!}. */
  public static FunctionError divisionByZero() {
    return of(ErrorCode.DIV_0);
  }

  /** Throws if the scalar is an error. */
  public static void check(Scalar scalar) {
    if (scalar instanceof Scalar.Err error) {
      throw of(error.code());
    }
  }

  /** Which error value. */
  public ErrorCode code() {
    return code;
  }

  /** The error as a value. */
  public Scalar scalar() {
    return Scalar.of(code);
  }
}
