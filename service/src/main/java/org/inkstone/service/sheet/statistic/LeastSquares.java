package org.inkstone.service.sheet.statistic;

import java.util.Arrays;

/**
 * The linear fit with the least sum of squares, by modified Gram-Schmidt orthogonalization, twice
 * over. A variable that depends on those before it gets the coefficient 0.
 */
public final class LeastSquares {
  /** A variable of which the ones before it leave a smaller part than this depends on them. */
  private static final double DEPENDENT = 1e-11;

  private final boolean constant;
  private final int count;
  private final double[] means;
  private final double[][] basis;
  private final double[][] upper;
  private final boolean[] kept;
  private final double[] parts;
  private final double meanOfY;
  private final double residual;
  private final double[] slopes;

  private LeastSquares(double[] y, double[][] variables, boolean constant) {
    int n = variables.length;
    this.constant = constant;
    this.count = y.length;
    this.means = new double[n];
    this.basis = new double[n][];
    this.upper = new double[n][n];
    this.kept = new boolean[n];
    this.parts = new double[n];
    for (int i = 0; i < n; i++) {
      means[i] = constant ? mean(variables[i]) : 0;
      orthogonalize(i, shifted(variables[i], means[i]));
    }
    meanOfY = constant ? mean(y) : 0;
    double[] rest = shifted(y, meanOfY);
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < n; i++) {
        parts[i] += kept[i] ? takeOut(basis[i], rest) : 0;
      }
    }
    residual = dot(rest, rest);
    slopes = solve();
  }

  /**
   * Fits y to variables of as many values each.
   *
   * @param constant whether the fit has a constant, else it passes through the origin
   */
  public static LeastSquares fit(double[] y, double[][] variables, boolean constant) {
    return new LeastSquares(y, variables, constant);
  }

  private void orthogonalize(int i, double[] column) {
    double before = Math.sqrt(dot(column, column));
    for (int pass = 0; pass < 2; pass++) {
      for (int j = 0; j < i; j++) {
        upper[j][i] += kept[j] ? takeOut(basis[j], column) : 0;
      }
    }
    double norm = Math.sqrt(dot(column, column));
    kept[i] = norm > before * DEPENDENT;
    upper[i][i] = norm;
    for (int row = 0; row < column.length && kept[i]; row++) {
      column[row] /= norm;
    }
    basis[i] = column;
  }

  /** Takes the part along a direction out of a vector. */
  private static double takeOut(double[] direction, double[] vector) {
    double part = dot(direction, vector);
    for (int row = 0; row < vector.length; row++) {
      vector[row] -= part * direction[row];
    }
    return part;
  }

  private double[] solve() {
    double[] solution = new double[kept.length];
    for (int i = kept.length - 1; i >= 0; i--) {
      double rest = parts[i];
      for (int j = i + 1; j < kept.length; j++) {
        rest -= upper[i][j] * solution[j];
      }
      solution[i] = kept[i] ? rest / upper[i][i] : 0;
    }
    return solution;
  }

  private static double mean(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    double error = 0;
    for (double value : values) {
      error += value - mean;
    }
    return mean + error / values.length;
  }

  private static double[] shifted(double[] values, double mean) {
    return Arrays.stream(values).map(value -> value - mean).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The coefficient of a variable. */
  public double slope(int variable) {
    return slopes[variable];
  }

  /** The constant; 0 if the fit has none. */
  public double intercept() {
    return meanOfY - dot(means, slopes);
  }

  /** The fitted value for values of all variables. */
  public double at(double[] values) {
    double sum = meanOfY;
    for (int i = 0; i < slopes.length; i++) {
      sum += slopes[i] * (values[i] - means[i]);
    }
    return sum;
  }

  /** How many values are free once the coefficients are chosen. */
  public int freedom() {
    return count - independent() - (constant ? 1 : 0);
  }

  /** How many variables do not depend on others. */
  public int independent() {
    int independent = 0;
    for (boolean each : kept) {
      independent += each ? 1 : 0;
    }
    return independent;
  }

  /** The sum of squares that the fit leaves. */
  public double residualSquares() {
    return residual;
  }

  /** The sum of squares that the fit explains. */
  public double fittedSquares() {
    return dot(parts, parts);
  }

  /** The standard error of a fitted value; 0 if no value is free. */
  public double standardError() {
    return freedom() > 0 ? Math.sqrt(residual / freedom()) : 0;
  }

  /** The standard error of a variable's coefficient. */
  public double slopeError(int variable) {
    double[] unit = new double[kept.length];
    unit[variable] = kept[variable] ? 1 : 0;
    double[] along = forward(unit);
    return standardError() * Math.sqrt(dot(along, along));
  }

  /** The standard error of the constant. */
  public double interceptError() {
    double[] along = forward(means);
    return standardError() * Math.sqrt(1.0 / count + dot(along, along));
  }

  /** What the transposed triangle takes to a vector. */
  private double[] forward(double[] vector) {
    double[] solution = new double[kept.length];
    for (int i = 0; i < kept.length; i++) {
      double rest = vector[i];
      for (int j = 0; j < i; j++) {
        rest -= upper[j][i] * solution[j];
      }
      solution[i] = kept[i] ? rest / upper[i][i] : 0;
    }
    return solution;
  }
}
