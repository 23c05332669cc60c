package org.inkstone.service.sheet.function;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.inkstone.service.sheet.value.Calculation;
import org.inkstone.service.sheet.value.Lazy;
import org.inkstone.service.sheet.value.Value;
import org.jspecify.annotations.Nullable;

/** All functions that are known: those that are computed and those that are refused, and why. */
public final class FunctionCatalog {
  private static final FunctionCatalog STANDARD = new FunctionCatalog(FunctionGroups.ALL);

  private final Map<String, FunctionInfo> infos = new TreeMap<>();
  private final Map<String, CatalogEntry> entries = new HashMap<>();

  private FunctionCatalog(List<Class<?>> groups) {
    for (Class<?> group : groups) {
      addAll(group);
    }
    RefusedFunctions.ALL.forEach(info -> add(info, null));
    SpecialForms.ALL.forEach(info -> add(info, null));
  }

  /** The one catalogue. */
  public static FunctionCatalog standard() {
    return STANDARD;
  }

  private void addAll(Class<?> group) {
    InCategory category = group.getAnnotation(InCategory.class);
    if (category == null) {
      throw new IllegalStateException(group + " names no category");
    }
    for (Method method : group.getDeclaredMethods()) {
      SheetFunction function = method.getAnnotation(SheetFunction.class);
      if (function != null) {
        FunctionMethod bound = new FunctionMethod(method, function.toolPak(), function.sparse());
        add(info(function, function.value(), function.since(), category.value(), bound), bound);
        for (String older : function.older()) {
          add(info(function, older, Excel.BEFORE_2007, category.value(), bound), bound);
        }
      }
    }
  }

  private static FunctionInfo info(
      SheetFunction function, String name, Excel since, Category category, FunctionMethod method) {
    List<FunctionParameter> parameters = new ArrayList<>();
    for (ParameterBinding binding : method.bindings()) {
      boolean optional = binding.optional() || binding.repeats() && function.fewest() == 0;
      boolean range = !binding.lifted() && !binding.lazy();
      parameters.add(new FunctionParameter(binding.name(), optional, binding.repeats(), range));
    }
    return new FunctionInfo(
        name,
        category,
        parameters,
        function.en(),
        function.zh(),
        since,
        Set.of(function.notIn()),
        function.unstable(),
        function.array(),
        null,
        null);
  }

  private void add(FunctionInfo info, @Nullable FunctionMethod method) {
    if (infos.put(info.name(), OtherProducts.marked(info)) != null) {
      throw new IllegalStateException("two functions are called " + info.name());
    }
    entries.put(info.name(), new CatalogEntry(info, method));
  }

  /** All functions by name. */
  public Collection<FunctionInfo> all() {
    return Collections.unmodifiableCollection(infos.values());
  }

  /** The function of this name, in any case. */
  public Optional<FunctionInfo> find(String name) {
    CatalogEntry entry = entries.get(name);
    return entry != null
        ? Optional.of(entry.info())
        : Optional.ofNullable(infos.get(name.toUpperCase(Locale.ROOT)));
  }

  /** The function of this name in capitals; null if there is none. */
  public @Nullable CatalogEntry entry(String name) {
    return entries.get(name);
  }

  /**
   * Whether a function is called with its arguments' values, not evaluated by the engine itself.
   */
  public boolean isCallable(String name) {
    CatalogEntry entry = entries.get(name);
    return entry != null && entry.isCallable();
  }

  /**
   * Calls a function; errors are values.
   *
   * @param name in capitals, of a function that {@link #isCallable is callable}
   */
  public Value call(String name, List<? extends Lazy> arguments, Calculation calculation) {
    CatalogEntry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("no function is called " + name);
    }
    return entry.call(arguments, calculation);
  }
}
