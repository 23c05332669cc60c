package org.inkstone.service.sheet.function;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says about a function.
 *
 * @param name in capitals, as in canonical en-US formulas
 * @param parameters in order
 * @param en what it computes, in English
 * @param zh what it computes, in Chinese
 * @param since the version of Excel that brought it
 * @param lacking the products other than Excel that lack it
 * @param unstable whether its value may change although its arguments do not
 * @param array whether it may give an array for single values
 * @param refusal why it is not computed, in English; null if it is computed
 * @param refusalZh the same in Chinese
 */
public record FunctionInfo(
    String name,
    Category category,
    List<FunctionParameter> parameters,
    String en,
    String zh,
    Excel since,
    Set<Product> lacking,
    boolean unstable,
    boolean array,
    @Nullable String refusal,
    @Nullable String refusalZh) {
  public FunctionInfo {
    parameters = List.copyOf(parameters);
    lacking = Set.copyOf(lacking);
  }

  /** The same, with other products that lack it. */
  FunctionInfo lackingIn(Set<Product> products) {
    return new FunctionInfo(
        name, category, parameters, en, zh, since, products, unstable, array, refusal, refusalZh);
  }

  /** Whether formulas with it are computed here. */
  public boolean computed() {
    return refusal == null;
  }

  /** Whether a product has it. */
  public boolean isIn(Product product) {
    Excel version = product.excel();
    return version != null ? since.compareTo(version) <= 0 : !lacking.contains(product);
  }

  /** The name with its parameters, the optional ones in brackets: {@code LOG(number, [base])}. */
  public String signature() {
    StringBuilder signature = new StringBuilder(name).append('(');
    String separator = "";
    for (FunctionParameter parameter : parameters) {
      signature.append(separator).append(parameter.described());
      separator = ", ";
    }
    return signature.append(')').toString();
  }

  /** The fewest arguments. */
  public int fewest() {
    return (int) parameters.stream().filter(p -> !p.optional()).count();
  }

  /** The most arguments. */
  public int most() {
    boolean repeats = !parameters.isEmpty() && parameters.getLast().repeats();
    return repeats ? 255 : parameters.size();
  }
}
