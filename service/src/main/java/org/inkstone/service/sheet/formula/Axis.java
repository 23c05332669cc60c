package org.inkstone.service.sheet.formula;

/**
 * A row or a column of a reference.
 *
 * @param index counted from 0
 * @param absolute whether a {@code $} holds it in place when the formula is copied
 */
public record Axis(int index, boolean absolute) {
  public Axis {
    if (index < 0) {
      throw new IllegalArgumentException("rows and columns count from 0: " + index);
    }
  }

  /** One that moves with the formula. */
  public static Axis relative(int index) {
    return new Axis(index, false);
  }

  /** One that stays. */
  public static Axis absolute(int index) {
    return new Axis(index, true);
  }
}
