package org.inkstone.service.sheet.value;

/** An argument that is evaluated only when it is asked for. */
public interface Lazy {
  /** Its value; errors are values here too. */
  Value get();

  /** Whether it was left empty. */
  boolean isOmitted();
}
