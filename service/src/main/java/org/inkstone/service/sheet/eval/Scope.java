package org.inkstone.service.sheet.eval;

import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** The variables of LET and LAMBDA that a part of a formula can see. */
record Scope(@Nullable Scope outer, String name, Value value) {
  /** What a parameter holds that was left out; only this very object. */
  static final Value OMITTED = Value.of(Scalar.blank());

  /** The value of the innermost variable of this name; null if there is none. */
  static @Nullable Value find(@Nullable Scope scope, String name) {
    for (Scope at = scope; at != null; at = at.outer) {
      if (at.name.equalsIgnoreCase(name)) {
        return at.value;
      }
    }
    return null;
  }
}
