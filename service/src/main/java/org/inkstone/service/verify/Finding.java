package org.inkstone.service.verify;

import org.inkstone.sdk.model.Verification;

/**
 * What one check saw.
 *
 * @param check the check's name, such as {@code constants_justified}
 * @param passed whether it passed
 * @param severity what a failure means
 * @param detail what was seen, with the words or values that led to it
 */
public record Finding(String check, boolean passed, Severity severity, String detail) {
  /** What the failure of a check means for the answer. */
  public enum Severity {
    /** The answer may be given, but not as verified. */
    DOUBT,
    /** The answer must not be given. */
    FAULT
  }

  /** A check that passed. */
  public static Finding passed(String check, String detail) {
    return new Finding(check, true, Severity.DOUBT, detail);
  }

  /** A check that failed, so that the answer can't be called verified. */
  public static Finding doubt(String check, String detail) {
    return new Finding(check, false, Severity.DOUBT, detail);
  }

  /** A check that failed, so that the answer must not be given. */
  public static Finding fault(String check, String detail) {
    return new Finding(check, false, Severity.FAULT, detail);
  }

  /** As it goes out. */
  public Verification.Check toCheck() {
    return new Verification.Check(check, passed, detail);
  }
}
