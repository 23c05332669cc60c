package org.inkstone.service.sheet.value;

import org.inkstone.service.sheet.Scalar;

/** What a part of a formula evaluates to. */
public sealed interface Value permits Value.Single, ArrayValue, Reference, Lambda, Lambdas {
  /** One scalar. */
  record Single(Scalar scalar) implements Value, Grid {
    @Override
    public int rows() {
      return 1;
    }

    @Override
    public int columns() {
      return 1;
    }

    @Override
    public Scalar at(int row, int column) {
      return scalar;
    }

    @Override
    public Grid grid() {
      return this;
    }
  }

  /** A value of one scalar. */
  static Value of(Scalar scalar) {
    return new Single(scalar);
  }

  /** A number. */
  static Value of(double number) {
    return new Single(Scalar.of(number));
  }

  /**
   * The value as a grid.
   *
   * @throws FunctionError {@code #VALUE!} for a reference to several areas, {@code #CALC!} for a
   *     function
   */
  Grid grid();
}
