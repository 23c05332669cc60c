package org.inkstone.service.http;

import java.util.Set;

/** The scopes that a key can have. */
public final class Scopes {
  static final String FORMULAS = "formulas";
  static final String WORKBOOKS = "workbooks";
  static final String RUNS = "runs";
  static final String RAW = "runs:raw";
  static final String KEYS = "keys";

  /** All of them: the first key has these. */
  public static final Set<String> ALL = Set.of(FORMULAS, WORKBOOKS, RUNS, RAW, KEYS);

  private Scopes() {}
}
