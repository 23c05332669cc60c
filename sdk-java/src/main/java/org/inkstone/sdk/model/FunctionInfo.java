package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function of the calculation engine.
 *
 * @param signature name and arguments, such as {@code SUMIFS(sum_range, range1, criterion1, …)}
 * @param description one line, by language: {@code en}, {@code zh}
 * @param since the first version of Excel that has it
 * @param products whether a product has it, by the product's name in a request's target
 * @param names Excel's names for it by locale, where its tables know one; locales whose Excel keeps
 *     the English names are not among them
 * @param unverifiedLocales the locales that translate names but whose name for it is not known
 * @param state {@code computed} or {@code refused}
 * @param reason why it is refused, by language; absent otherwise
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FunctionInfo(
    String name,
    String signature,
    String category,
    Map<String, String> description,
    String since,
    Map<String, Boolean> products,
    Map<String, String> names,
    List<String> unverifiedLocales,
    String state,
    @Nullable Map<String, String> reason) {
  public FunctionInfo {
    description = Map.copyOf(description);
    products = Collections.unmodifiableMap(new LinkedHashMap<>(products));
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    unverifiedLocales = List.copyOf(unverifiedLocales);
    reason = reason == null ? null : Map.copyOf(reason);
  }
}
