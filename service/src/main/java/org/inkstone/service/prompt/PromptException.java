package org.inkstone.service.prompt;

/** A template's file is not well formed, or the values don't fit its holes. */
public class PromptException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param template the template's id
   * @param message what was wrong and what was expected
   */
  public PromptException(String template, String message) {
    super("prompt template " + template + ": " + message);
  }
}
