package org.inkstone.service.sheet.value;

import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.jspecify.annotations.Nullable;

/** What cells come to: the sum, the count and the bounds of their numbers, and the first error. */
public final class Tally {
  private double sum;
  private long numbers;
  private long others;
  private long emptyTexts;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;
  private @Nullable ErrorCode error;

  /** Adds a number. */
  public void add(double number) {
    sum += number;
    numbers++;
    least = Math.min(least, number);
    greatest = Math.max(greatest, number);
  }

  /** Adds the number 1 many times, where only the count matters. */
  public void addOnes(long times) {
    sum += times;
    numbers += times;
  }

  /** Adds a cell. */
  public void add(Scalar cell) {
    if (cell instanceof Scalar.Num n) {
      add(n.value());
    } else if (!(cell instanceof Scalar.Blank)) {
      others++;
      emptyTexts += cell instanceof Scalar.Text text && text.value().isEmpty() ? 1 : 0;
      if (error == null && cell instanceof Scalar.Err e) {
        error = e.code();
      }
    }
  }

  /** Adds what the cells behind come to. */
  public void add(Tally block) {
    sum += block.sum;
    numbers += block.numbers;
    others += block.others;
    emptyTexts += block.emptyTexts;
    least = Math.min(least, block.least);
    greatest = Math.max(greatest, block.greatest);
    error = error == null ? block.error : error;
  }

  /**
   * The same.
   *
   * @throws FunctionError the first error if there is one
   */
  public Tally check() {
    if (error != null) {
      throw FunctionError.of(error);
    }
    return this;
  }

  /** The sum of the numbers. */
  public double sum() {
    return sum;
  }

  /** How many numbers. */
  public long numbers() {
    return numbers;
  }

  /** How many cells are not blank. */
  public long filled() {
    return numbers + others;
  }

  /** How many cells hold a text of no characters. */
  public long emptyTexts() {
    return emptyTexts;
  }

  /** The mean of the numbers, or {@code #DIV/0!} of none. */
  public double mean() {
    if (numbers == 0) {
      throw FunctionError.divisionByZero();
    }
    return sum / numbers;
  }

  /** The least number; 0 if there is none. */
  public double least() {
    return numbers == 0 ? 0 : least;
  }

  /** The greatest number; 0 if there is none. */
  public double greatest() {
    return numbers == 0 ? 0 : greatest;
  }
}
