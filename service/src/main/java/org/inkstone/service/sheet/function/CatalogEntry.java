package org.inkstone.service.sheet.function;

import java.util.List;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Lazy;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** A function of the catalogue, ready to be called. */
public final class CatalogEntry {
  private final FunctionInfo info;
  private final @Nullable FunctionMethod method;
  private final int fewest;
  private final int most;

  CatalogEntry(FunctionInfo info, @Nullable FunctionMethod method) {
    this.info = info;
    this.method = method;
    this.fewest = info.fewest();
    this.most = info.most();
  }

  /** What the catalogue says about it. */
  public FunctionInfo info() {
    return info;
  }

  /** Whether it is called with its arguments' values, not evaluated by the engine itself. */
  public boolean isCallable() {
    return method != null;
  }

  /** Whether it takes so many arguments. */
  public boolean takes(int count) {
    return count >= fewest && count <= most;
  }

  /** Its value; errors are values. */
  public Value call(List<? extends Lazy> arguments, Calculation calculation) {
    if (method == null) {
      throw new IllegalArgumentException("not a function that can be called: " + info.name());
    }
    return method.call(arguments, calculation);
  }
}
