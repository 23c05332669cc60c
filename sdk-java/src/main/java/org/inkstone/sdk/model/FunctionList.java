package org.inkstone.sdk.model;

import java.util.List;

/** The functions of the calculation engine, by name. */
public record FunctionList(List<FunctionInfo> functions) {
  public FunctionList {
    functions = List.copyOf(functions);
  }
}
