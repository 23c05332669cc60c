package org.inkstone.service.sheet.value;

import java.util.List;
import org.inkstone.service.sheet.ErrorCode;

/** A function as a value. */
public non-sealed interface Lambda extends Value {
  /** The most arguments that it takes. */
  int parameters();

  /** The arguments that it can't do without. */
  int required();

  /** What a table of results calls it: the function's name, or CUSTOM. */
  default String label() {
    return "CUSTOM";
  }

  /** Its value for some arguments. */
  Value call(List<Value> arguments);

  @Override
  default Grid grid() {
    throw FunctionError.of(ErrorCode.CALC);
  }
}
