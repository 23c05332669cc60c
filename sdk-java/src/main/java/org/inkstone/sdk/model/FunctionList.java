package org.inkstone.sdk.model;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;

/**
 * The functions of the calculation engine, by name.
 *
 * @param untranslatedLocales the locales in which Excel keeps the English names
 * @param sources where the localized names and the availability in other products come from, by
 *     language
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FunctionList(
    List<FunctionInfo> functions,
    List<String> untranslatedLocales,
    List<Map<String, String>> sources,
    Counts counts) {
  public FunctionList {
    functions = List.copyOf(functions);
    untranslatedLocales = List.copyOf(untranslatedLocales);
    sources = List.copyOf(sources);
  }

  /** How many there are, how many of them are computed and how many are refused. */
  public record Counts(int functions, int computed, int refused) {}
}
