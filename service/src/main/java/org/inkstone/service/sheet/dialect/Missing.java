package org.inkstone.service.sheet.dialect;

/**
 * Something that a product does not have and that could not be written in another way.
 *
 * @param what a function's name, or an operator
 * @param since the first version of Excel that has it, such as {@code Excel 2021}
 */
public record Missing(String what, String since) {
  @Override
  public String toString() {
    return what + " (" + since + ")";
  }
}
