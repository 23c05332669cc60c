package org.inkstone.service.engine.internal.graph;

import java.util.List;

/** Adds the nodes that multiply by matrices or look rows up, and writes their weights. */
interface Products {
  /**
   * The product of the input's last dimension with the rows of the matrices, one below the other.
   *
   * @param output name of the value to make
   * @param matrices names in the source; all have as many columns as the input's last dimension
   * @param input a value of any rank
   * @return {@code output}
   */
  String multiply(String output, List<String> matrices, String input);

  /**
   * The rows of a matrix with the given numbers.
   *
   * @param output name of the value to make
   * @param matrix its name in the source
   * @param rows a value of int64
   * @return {@code output}
   */
  String lookUp(String output, String matrix, String rows);
}
