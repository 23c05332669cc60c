package org.inkstone.service.sheet.function;

import java.util.List;

/** The classes whose methods are functions: a new class is named here, a new method nowhere. */
final class FunctionGroups {
  static final List<Class<?>> ALL = List.of(LogicalFunctions.class);

  private FunctionGroups() {}
}
