package org.inkstone.service.sheet.value;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.inkstone.service.sheet.ErrorCode;

/**
 * Several functions as one value, as {@code HSTACK(SUM,AVERAGE)} makes them.
 *
 * @param down whether they stand below each other
 */
public record Lambdas(List<Lambda> list, boolean down) implements Value {
  public Lambdas {
    list = List.copyOf(list);
  }

  /** Whether a value among these is a function. */
  public static boolean isAny(Value[] values) {
    return Stream.of(values).anyMatch(v -> v instanceof Lambda || v instanceof Lambdas);
  }

  /**
   * Functions one after another.
   *
   * @throws FunctionError {@code #CALC!} if a value is no function
   */
  public static Lambdas of(Value[] values, boolean down) {
    List<Lambda> all = new ArrayList<>();
    for (Value value : values) {
      if (value instanceof Lambda lambda) {
        all.add(lambda);
      } else if (value instanceof Lambdas several) {
        all.addAll(several.list);
      } else {
        throw FunctionError.of(ErrorCode.CALC);
      }
    }
    return new Lambdas(all, down);
  }

  @Override
  public Grid grid() {
    throw FunctionError.of(ErrorCode.CALC);
  }
}
