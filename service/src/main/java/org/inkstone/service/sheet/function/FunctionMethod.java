package org.inkstone.service.sheet.function;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Area;
import org.inkstone.service.sheet.value.ArrayValue;
import org.inkstone.service.sheet.value.Broadcast;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Lazy;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** A function that is a method: converts the arguments, repeats the call over arrays. */
final class FunctionMethod {
  private final Method method;
  private final boolean takesCalculation;
  private final boolean toolPak;
  private final boolean sparse;
  private final List<ParameterBinding> bindings;

  FunctionMethod(Method method, boolean toolPak, boolean sparse) {
    this.method = method;
    this.toolPak = toolPak;
    this.sparse = sparse;
    this.takesCalculation =
        method.getParameterCount() > 0 && method.getParameterTypes()[0] == Calculation.class;
    this.bindings =
        Stream.of(method.getParameters())
            .skip(takesCalculation ? 1 : 0)
            .map(ParameterBinding::of)
            .toList();
  }

  List<ParameterBinding> bindings() {
    return bindings;
  }

  private ParameterBinding binding(int argument) {
    return bindings.get(Math.min(argument, bindings.size() - 1));
  }

  private boolean repeats() {
    return !bindings.isEmpty() && bindings.getLast().repeats();
  }

  /** The value; errors are values. */
  Value call(List<? extends Lazy> arguments, Calculation calculation) {
    try {
      return bound(arguments, calculation);
    } catch (FunctionError error) {
      return Value.of(error.scalar());
    }
  }

  private Value bound(List<? extends Lazy> arguments, Calculation calculation) {
    int count = repeats() ? Math.max(arguments.size(), bindings.size() - 1) : bindings.size();
    @Nullable Object[] values = new @Nullable Object[count];
    List<Integer> lifted = new ArrayList<>();
    List<Grid> grids = new ArrayList<>();
    boolean arrays = false;
    long wholeSize = 0;
    DateSystem dates = calculation.dateSystem();
    for (int i = 0; i < count; i++) {
      ParameterBinding binding = binding(i);
      Lazy argument = i < arguments.size() ? arguments.get(i) : null;
      boolean missing = argument == null || argument.isOmitted() && binding.emptyIsMissing();
      if (missing || argument == null) {
        values[i] = binding.preset() == null ? null : preset(binding, dates);
      } else if (binding.lazy()) {
        values[i] = argument;
      } else if (!binding.lifted()) {
        values[i] = whole(binding, argument.get());
        wholeSize += size(values[i]);
      } else {
        Grid grid = lifted(argument.get());
        if (grid.isSingle()) {
          values[i] = single(binding, grid.at(0, 0), dates);
        } else {
          arrays = true;
          lifted.add(i);
          grids.add(grid);
        }
      }
    }
    calculation.charge(1 + wholeSize);
    return arrays
        ? repeated(values, lifted, grids, wholeSize, calculation)
        : invoke(values, calculation);
  }

  private Object whole(ParameterBinding binding, Value argument) {
    if (toolPak && argument instanceof Value.Single one && one.scalar() instanceof Scalar.Bool) {
      throw FunctionError.value();
    }
    return binding.whole(argument);
  }

  private Grid lifted(Value argument) {
    Grid grid = argument.grid();
    if (toolPak && argument instanceof Reference && !grid.isSingle()) {
      throw FunctionError.value();
    }
    return grid;
  }

  private Object single(ParameterBinding binding, Scalar scalar, DateSystem dates) {
    if (toolPak && scalar instanceof Scalar.Bool) {
      throw FunctionError.value();
    }
    return binding.scalar(scalar, dates);
  }

  private long size(@Nullable Object whole) {
    return switch (whole) {
      case Area area when sparse -> area.walked();
      // what stands outside the filled part is visited too unless it is blank
      case Grid grid -> grid.fill() instanceof Scalar.Blank ? grid.filledSize() : grid.size();
      case Reference reference ->
          reference.areas().stream().mapToLong(sparse ? Area::walked : Grid::filledSize).sum();
      case null, default -> 0;
    };
  }

  private static Object preset(ParameterBinding binding, DateSystem dates) {
    Scalar preset = java.util.Objects.requireNonNull(binding.preset());
    return binding.lifted() ? binding.scalar(preset, dates) : binding.whole(Value.of(preset));
  }

  private Value repeated(
      @Nullable Object[] values,
      List<Integer> lifted,
      List<Grid> grids,
      long wholeSize,
      Calculation calculation) {
    DateSystem dates = calculation.dateSystem();
    return Broadcast.map(
        grids,
        calculation,
        scalars -> {
          calculation.charge(wholeSize);
          for (int i = 0; i < scalars.length; i++) {
            int argument = lifted.get(i);
            values[argument] = single(binding(argument), scalars[i], dates);
          }
          return invoke(values, calculation).grid().at(0, 0);
        });
  }

  private Value invoke(@Nullable Object[] values, Calculation calculation) {
    int offset = takesCalculation ? 1 : 0;
    @Nullable Object[] all = new @Nullable Object[bindings.size() + offset];
    if (takesCalculation) {
      all[0] = calculation;
    }
    int fixed = repeats() ? bindings.size() - 1 : bindings.size();
    System.arraycopy(values, 0, all, offset, fixed);
    if (repeats()) {
      Object rest = Array.newInstance(bindings.getLast().type(), values.length - fixed);
      for (int i = fixed; i < values.length; i++) {
        Array.set(rest, i - fixed, values[i]);
      }
      all[offset + fixed] = rest;
    }
    Value result = value(reflect(all));
    if (result instanceof ArrayValue array) {
      calculation.charge(array.filledSize());
    }
    return result;
  }

  private Object reflect(@Nullable Object[] all) {
    try {
      return method.invoke(null, all);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      } else if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(method + " failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " can't be called", e);
    }
  }

  private static Value value(Object result) {
    return switch (result) {
      case Value value -> value;
      case Scalar scalar -> Value.of(scalar);
      case Double number -> Value.of(Convert.scalar(number));
      case Integer number -> Value.of(Scalar.of(number));
      case Boolean bool -> Value.of(Scalar.of(bool));
      case String text -> Value.of(Convert.scalar(text));
      default -> throw new IllegalStateException("not a result: " + result.getClass());
    };
  }
}
