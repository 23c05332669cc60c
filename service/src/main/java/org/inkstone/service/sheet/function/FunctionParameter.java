package org.inkstone.service.sheet.function;

/**
 * A parameter of a function.
 *
 * @param range whether it takes ranges and arrays whole
 */
public record FunctionParameter(String name, boolean optional, boolean repeats, boolean range) {
  String described() {
    String text = repeats ? name + ", ..." : name;
    return optional ? "[" + text + "]" : text;
  }
}
