package org.inkstone.service.task;

/** The input of a task can't be used; says which part of it, as a JSON pointer. */
public class TaskException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String pointer;

  /**
   * @param pointer where in the request, such as {@code /sheet/cells}; empty is the whole
   * @param message what was wrong and what was expected
   */
  public TaskException(String pointer, String message) {
    super(message);
    this.pointer = pointer;
  }

  /** Where in the request. */
  public String pointer() {
    return pointer;
  }
}
