package org.inkstone.service.sheet.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.ExprMapping;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.FunctionInfo;
import org.jspecify.annotations.Nullable;

/** Formulas without LET, and without LAMBDAs that are called at once: names give way to values. */
final class Substitution {
  private Substitution() {}

  /** LET with its names replaced by what they stand for, the later ones by the earlier ones too. */
  static Optional<Expr> let(Expr.Call let) {
    List<Expr> arguments = let.arguments();
    if (arguments.size() < 3 || arguments.size() % 2 == 0) {
      return Optional.empty();
    }
    List<Expr> open = new ArrayList<>(arguments);
    int last = open.size() - 1;
    for (int i = 0; i < last; i += 2) {
      String name = name(open.get(i));
      Expr value = open.get(i + 1);
      if (name == null || !isStable(value) || clashes(open, i, name, value)) {
        return Optional.empty();
      }
      for (int k = i + 3; k < last; k += 2) {
        open.set(k, replaced(open.get(k), name, value));
      }
      open.set(last, replaced(open.get(last), name, value));
    }
    return Optional.of(open.getLast());
  }

  /** A LAMBDA that is called where it stands. */
  static Optional<Expr> invoke(Expr.Invoke invoke) {
    if (!(invoke.callee() instanceof Expr.Call lambda)
        || !lambda.function().equals("LAMBDA")
        || lambda.arguments().size() != invoke.arguments().size() + 1) {
      return Optional.empty();
    }
    List<Expr> letArguments = new ArrayList<>();
    for (int i = 0; i < invoke.arguments().size(); i++) {
      Expr argument = invoke.arguments().get(i);
      if (argument instanceof Expr.Omitted
          || namesIn(argument).stream().anyMatch(n -> isParameter(lambda, n))) {
        return Optional.empty();
      }
      letArguments.add(lambda.arguments().get(i));
      letArguments.add(argument);
    }
    letArguments.add(lambda.arguments().getLast());
    return letArguments.size() == 1
        ? Optional.of(letArguments.getFirst())
        : let(new Expr.Call("LET", letArguments));
  }

  private static boolean isParameter(Expr.Call lambda, String name) {
    return lambda.arguments().subList(0, lambda.arguments().size() - 1).stream()
        .anyMatch(parameter -> name.equals(name(parameter)));
  }

  private static @Nullable String name(Expr expr) {
    return expr instanceof Expr.NameRef ref && ref.sheet() == null ? key(ref.name()) : null;
  }

  private static String key(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  /** A value that may change must not be written twice. */
  private static boolean isStable(Expr value) {
    boolean[] stable = {true};
    ExprMapping.map(
        value,
        node -> {
          boolean unstable =
              node instanceof Expr.Call call
                  && FunctionCatalog.standard()
                      .find(call.function())
                      .map(FunctionInfo::unstable)
                      .orElse(true);
          stable[0] &= !unstable;
          return node;
        });
    return stable[0];
  }

  /** Whether the name, or one that its value uses, is bound again further on. */
  private static boolean clashes(List<Expr> open, int at, String name, Expr value) {
    Set<String> free = new HashSet<>(namesIn(value));
    free.add(name);
    for (int i = at + 2; i < open.size() - 1; i += 2) {
      if (free.contains(name(open.get(i)))) {
        return true;
      }
    }
    return binds(open.subList(at + 1, open.size()), free);
  }

  private static boolean binds(List<Expr> places, Set<String> free) {
    boolean[] found = {false};
    for (Expr place : places) {
      ExprMapping.map(
          place,
          node -> {
            found[0] |=
                node instanceof Expr.Call call && bound(call).stream().anyMatch(free::contains);
            return node;
          });
    }
    return found[0];
  }

  private static List<String> bound(Expr.Call call) {
    List<String> bound = new ArrayList<>();
    int step = call.function().equals("LET") ? 2 : 1;
    if (call.function().equals("LET") || call.function().equals("LAMBDA")) {
      for (int i = 0; i < call.arguments().size() - 1; i += step) {
        String name = name(call.arguments().get(i));
        if (name != null) {
          bound.add(name);
        }
      }
    }
    return bound;
  }

  private static Set<String> namesIn(Expr expr) {
    Set<String> names = new HashSet<>();
    ExprMapping.map(
        expr,
        node -> {
          String name = name(node);
          if (name != null) {
            names.add(name);
          }
          return node;
        });
    return names;
  }

  private static Expr replaced(Expr expr, String name, Expr value) {
    return ExprMapping.map(expr, node -> name.equals(name(node)) ? value : node);
  }
}
