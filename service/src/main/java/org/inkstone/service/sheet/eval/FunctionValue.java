package org.inkstone.service.sheet.eval;

import java.util.List;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.FunctionInfo;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Lambda;
import org.inkstone.service.sheet.value.Lazy;
import org.inkstone.service.sheet.value.Value;

/** A function of the catalogue as a value, as in {@code BYROW(A1:C9,SUM)}. */
record FunctionValue(FunctionInfo info, Frame frame) implements Lambda {
  private record Ready(Value value) implements Lazy {
    @Override
    public Value get() {
      return value;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // one marker object
    public boolean isOmitted() {
      return value == Scope.OMITTED;
    }
  }

  @Override
  public int parameters() {
    return info.most();
  }

  @Override
  public int required() {
    return info.fewest();
  }

  @Override
  public String label() {
    return info.name();
  }

  @Override
  public Value call(List<Value> arguments) {
    if (arguments.size() < info.fewest() || arguments.size() > info.most()) {
      throw FunctionError.value();
    }
    List<Ready> ready = arguments.stream().map(Ready::new).toList();
    return FunctionCatalog.standard().call(info.name(), ready, frame);
  }
}
