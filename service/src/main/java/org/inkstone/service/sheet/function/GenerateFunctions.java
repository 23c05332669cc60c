package org.inkstone.service.sheet.function;

import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Value;

/** Arrays out of nothing, and products of matrices. */
@InCategory(Category.MATH)
final class GenerateFunctions {
  private static final int MOST_ROWS = 1_048_576;
  private static final int MOST_COLUMNS = 16_384;

  private GenerateFunctions() {}

  @SheetFunction(
      value = "SEQUENCE",
      since = Excel.V2021,
      array = true,
      en = "Numbers that follow each other.",
      zh = "生成连续数字的数组。")
  static Value sequence(
      @Default(value = "1", ifEmpty = true, required = true) int rows,
      @Default(value = "1", ifEmpty = true) int columns,
      @Default(value = "1", ifEmpty = true) double start,
      @Default(value = "1", ifEmpty = true) double step) {
    if (rows < 0 || columns < 0 || isLarger(rows, columns)) {
      throw FunctionError.value();
    }
    return ArrayValue.compute(
        rows, columns, (r, c) -> Scalar.of(start + step * ((double) r * columns + c)));
  }

  /** Whether a sheet could not hold so much. */
  private static boolean isLarger(int rows, int columns) {
    return rows > MOST_ROWS || columns > MOST_COLUMNS;
  }

  @SheetFunction(
      value = "RANDARRAY",
      since = Excel.V2021,
      array = true,
      unstable = true,
      en = "Random numbers.",
      zh = "生成随机数数组。")
  static Value random(
      Calculation calculation,
      @Default(value = "1", ifEmpty = true) int rows,
      @Default(value = "1", ifEmpty = true) int columns,
      @Default(value = "0", ifEmpty = true) double min,
      @Default(value = "1", ifEmpty = true) double max,
      @Default(value = "FALSE", ifEmpty = true) boolean wholeNumber) {
    double low = Math.ceil(min);
    if (rows < 1
        || columns < 1
        || isLarger(rows, columns)
        || min > max
        || wholeNumber && low > Math.floor(max)) {
      throw FunctionError.value();
    }
    return ArrayValue.compute(
        rows,
        columns,
        (r, c) -> {
          double chance = calculation.random().nextDouble();
          return Scalar.of(
              wholeNumber
                  ? low + Math.floor(chance * (Math.floor(max) - low + 1))
                  : min + chance * (max - min));
        });
  }

  @SheetFunction(
      value = "MUNIT",
      since = Excel.V2013,
      array = true,
      en = "The unit matrix of a size.",
      zh = "返回指定大小的单位矩阵。")
  static Value unit(int dimension) {
    if (dimension < 1 || isLarger(dimension, dimension)) {
      throw FunctionError.value();
    }
    return ArrayValue.compute(dimension, dimension, (r, c) -> Scalar.of(r == c ? 1 : 0));
  }

  @SheetFunction(
      value = "MMULT",
      array = true,
      en = "The product of two matrices.",
      zh = "返回两个矩阵的乘积。")
  static Value multiply(Calculation calculation, Grid array1, Grid array2) {
    double[][] a = numbers(array1);
    double[][] b = numbers(array2);
    if (array1.columns() != array2.rows()) {
      throw FunctionError.value();
    }
    calculation.charge((long) a.length * b.length * array2.columns());
    return ArrayValue.compute(
        a.length,
        array2.columns(),
        (r, c) -> {
          double sum = 0;
          for (int i = 0; i < b.length; i++) {
            sum += a[r][i] * b[i][c];
          }
          return Scalar.of(sum);
        });
  }

  private static double[][] numbers(Grid grid) {
    if (grid.size() > ArrayValue.MOST_CELLS) {
      throw FunctionError.value();
    }
    double[][] numbers = new double[grid.rows()][grid.columns()];
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        Scalar cell = grid.at(row, column);
        FunctionError.check(cell);
        if (!(cell instanceof Scalar.Num n)) {
          throw FunctionError.value();
        }
        numbers[row][column] = n.value();
      }
    }
    return numbers;
  }

  @SheetFunction(value = "MDETERM", en = "The determinant of a matrix.", zh = "返回矩阵的行列式。")
  static double determinant(Calculation calculation, Grid array) {
    double[][] matrix = square(array, calculation);
    double determinant = 1;
    for (int i = 0; i < matrix.length; i++) {
      int pivot = pivot(matrix, i);
      determinant *= (pivot == i ? 1 : -1) * matrix[pivot][i];
      if (determinant == 0) {
        return 0;
      }
      swap(matrix, i, pivot);
      for (int row = i + 1; row < matrix.length; row++) {
        subtract(matrix, row, i, matrix[row][i] / matrix[i][i]);
      }
    }
    return determinant;
  }

  @SheetFunction(
      value = "MINVERSE",
      array = true,
      en = "The inverse of a matrix.",
      zh = "返回矩阵的逆矩阵。")
  static Value inverse(Calculation calculation, Grid array) {
    double[][] square = square(array, calculation);
    int size = square.length;
    double[][] wide = new double[size][2 * size];
    for (int row = 0; row < size; row++) {
      System.arraycopy(square[row], 0, wide[row], 0, size);
      wide[row][size + row] = 1;
    }
    for (int i = 0; i < size; i++) {
      int pivot = pivot(wide, i);
      if (wide[pivot][i] == 0) {
        throw FunctionError.num();
      }
      swap(wide, i, pivot);
      double factor = wide[i][i];
      for (int column = 0; column < 2 * size; column++) {
        wide[i][column] /= factor;
      }
      for (int row = 0; row < size; row++) {
        if (row != i) {
          subtract(wide, row, i, wide[row][i]);
        }
      }
    }
    return ArrayValue.compute(size, size, (r, c) -> Scalar.of(wide[r][size + c]));
  }

  private static double[][] square(Grid array, Calculation calculation) {
    if (array.rows() != array.columns()) {
      throw FunctionError.value();
    }
    calculation.charge((long) array.rows() * array.rows() * array.rows());
    return numbers(array);
  }

  private static int pivot(double[][] matrix, int column) {
    int pivot = column;
    for (int row = column + 1; row < matrix.length; row++) {
      if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) {
        pivot = row;
      }
    }
    return pivot;
  }

  private static void swap(double[][] matrix, int a, int b) {
    double[] row = matrix[a];
    matrix[a] = matrix[b];
    matrix[b] = row;
  }

  private static void subtract(double[][] matrix, int row, int from, double factor) {
    for (int column = 0; column < matrix[row].length; column++) {
      matrix[row][column] -= factor * matrix[from][column];
    }
  }
}
