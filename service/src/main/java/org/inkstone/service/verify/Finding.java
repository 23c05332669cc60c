package org.inkstone.service.verify;

import java.util.List;
import java.util.Locale;
import org.inkstone.sdk.model.Verification;

/**
 * What one check saw.
 *
 * @param check the check's name, such as {@code constants_justified}
 * @param passed whether it passed
 * @param severity what a failure means
 * @param detail what was seen, with the words or values that led to it
 * @param cells where it was seen, such as {@code Orders!C5}; perhaps none
 */
public record Finding(
    String check, boolean passed, Severity severity, String detail, List<String> cells) {
  /** What the failure of a check means for the answer. */
  public enum Severity {
    /** The answer stands; its reader should know. */
    NOTE,
    /** The answer may be given, but not as verified. */
    DOUBT,
    /** The answer must not be given. */
    FAULT
  }

  public Finding {
    cells = List.copyOf(cells);
  }

  /** A check that passed. */
  public static Finding passed(String check, String detail) {
    return new Finding(check, true, Severity.NOTE, detail, List.of());
  }

  /** A check that found something to know about, which takes nothing from the answer. */
  public static Finding note(String check, String detail, List<String> cells) {
    return new Finding(check, false, Severity.NOTE, detail, cells);
  }

  /** A check that failed, so that the answer can't be called verified. */
  public static Finding doubt(String check, String detail) {
    return doubt(check, detail, List.of());
  }

  /** The same, with the cells in which it was seen. */
  public static Finding doubt(String check, String detail, List<String> cells) {
    return new Finding(check, false, Severity.DOUBT, detail, cells);
  }

  /** A check that failed, so that the answer must not be given. */
  public static Finding fault(String check, String detail) {
    return new Finding(check, false, Severity.FAULT, detail, List.of());
  }

  /** Whether it takes nothing from the answer. */
  public boolean harmless() {
    return passed || severity == Severity.NOTE;
  }

  /** As it goes out. */
  public Verification.Check toCheck() {
    return new Verification.Check(
        check,
        passed,
        detail,
        passed ? null : severity.name().toLowerCase(Locale.ROOT),
        cells.isEmpty() ? null : cells);
  }
}
