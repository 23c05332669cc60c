package org.inkstone.service.sheet.function;

import java.lang.reflect.Parameter;
import java.util.Locale;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.value.Convert;
import org.inkstone.service.sheet.value.FunctionError;
import org.inkstone.service.sheet.value.Grid;
import org.inkstone.service.sheet.value.Lambda;
import org.inkstone.service.sheet.value.Lazy;
import org.inkstone.service.sheet.value.Reference;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** How one parameter of a function's method takes its argument. */
record ParameterBinding(
    String name,
    Class<?> type,
    boolean optional,
    boolean emptyIsMissing,
    boolean errorsAllowed,
    boolean repeats,
    @Nullable Scalar preset) {

  static ParameterBinding of(Parameter parameter) {
    if (!parameter.isNamePresent()) {
      throw new IllegalStateException(
          "parameter names are missing: compile "
              + parameter.getDeclaringExecutable()
              + " with -parameters");
    }
    Default preset = parameter.getAnnotation(Default.class);
    Class<?> type =
        parameter.isVarArgs() ? parameter.getType().componentType() : parameter.getType();
    return new ParameterBinding(
        snake(parameter.getName()),
        type,
        preset != null && !preset.required(),
        preset != null && preset.ifEmpty(),
        parameter.isAnnotationPresent(ErrorsAllowed.class),
        parameter.isVarArgs(),
        preset == null || preset.value().isEmpty() ? null : constant(preset.value()));
  }

  private static String snake(String camel) {
    return camel.replaceAll("([a-z])([A-Z0-9])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static Scalar constant(String text) {
    if (text.equals("TRUE") || text.equals("FALSE")) {
      return Scalar.of(text.equals("TRUE"));
    }
    return text.matches("-?[0-9]+(\\.[0-9]+)?")
        ? Scalar.of(Double.parseDouble(text))
        : Scalar.of(text);
  }

  /** Whether the method takes single values, so that arrays repeat the call. */
  boolean lifted() {
    return type == double.class
        || type == Double.class
        || type == int.class
        || type == Integer.class
        || type == String.class
        || type == boolean.class
        || type == Boolean.class
        || type == Scalar.class;
  }

  boolean lazy() {
    return type == Lazy.class;
  }

  /** What the method gets for a single value. */
  Object scalar(Scalar scalar, DateSystem dates) {
    if (type == Scalar.class) {
      if (!errorsAllowed) {
        FunctionError.check(scalar);
      }
      return scalar;
    } else if (type == double.class || type == Double.class) {
      return Convert.number(scalar, dates);
    } else if (type == int.class || type == Integer.class) {
      double number = Convert.number(scalar, dates);
      if (Math.abs(number) > Integer.MAX_VALUE) {
        throw FunctionError.num();
      }
      return (int) number;
    } else if (type == String.class) {
      return Convert.text(scalar);
    }
    return Convert.bool(scalar);
  }

  /** What the method gets for a value that it takes whole. */
  Object whole(Value value) {
    if (type == Value.class) {
      return value;
    } else if (type == Grid.class) {
      return value.grid();
    }
    if (value instanceof Value.Single single) {
      FunctionError.check(single.scalar());
    }
    if (type == Reference.class && value instanceof Reference
        || type == Lambda.class && value instanceof Lambda) {
      return value;
    }
    throw FunctionError.value();
  }
}
