package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of the functions with criteria: whole columns, each with a criterion, never a
 * comparison in place of one. A small model mixes both forms up.
 */
final class CriteriaGrammar {
  private static final String PAIR = "column sep criterion";

  private static final Map<String, String> ARGUMENTS =
      Map.of(
          "SUMIF", PAIR + " sep column",
          "AVERAGEIF", PAIR + " sep column",
          "COUNTIF", PAIR,
          "COUNTIFS", PAIR + " (sep " + PAIR + "){0,3}",
          "SUMIFS", "column (sep " + PAIR + "){1,4}",
          "AVERAGEIFS", "column (sep " + PAIR + "){1,4}",
          "MAXIFS", "column (sep " + PAIR + "){1,4}",
          "MINIFS", "column (sep " + PAIR + "){1,4}");

  /** The constants that a request justifies, as formulas write them; numbers without sign. */
  record Values(Collection<String> texts, Collection<String> numbers, Collection<String> dates) {}

  private final Collection<String> columns;
  private final List<String> criteria = new ArrayList<>();

  /**
   * A grammar.
   *
   * @param columns references to whole columns
   * @param cells references to cells of the same row; empty where nothing is filled down
   * @param signs the comparisons that the request words
   */
  CriteriaGrammar(
      Collection<String> columns,
      Collection<String> cells,
      Values values,
      Collection<String> signs) {
    this.columns = columns;
    List<String> plain = new ArrayList<>(values.texts());
    // A sign alone, such as ">", waits for what it compares with.
    plain.removeIf(text -> signs.contains(text.replace("\"", "")));
    plain.addAll(values.numbers());
    plain.addAll(cells);
    List<String> compared = new ArrayList<>(cells);
    compared.addAll(values.dates());
    compared.addAll(values.numbers());
    plain.addAll(values.dates());
    addIfAny(FormulaGrammar.alternatives(plain));
    List<String> joined =
        signs.stream().filter(s -> !s.equals("=")).map(FormulaGrammar::quoted).toList();
    if (!compared.isEmpty() && !joined.isEmpty()) {
      criteria.add(
          "("
              + FormulaGrammar.alternatives(joined)
              + ") \"&\" ("
              + FormulaGrammar.alternatives(compared)
              + ")");
    }
  }

  private void addIfAny(String alternatives) {
    if (!alternatives.isEmpty()) {
      criteria.add(alternatives);
    }
  }

  static boolean isFor(String function) {
    return ARGUMENTS.containsKey(function);
  }

  /** What stands between the parentheses; nothing if no criterion is justified. */
  Optional<String> arguments(String function) {
    return criteria.isEmpty() ? Optional.empty() : Optional.ofNullable(ARGUMENTS.get(function));
  }

  /** The rules that the arguments name. */
  Map<String, String> rules() {
    Map<String, String> rules = new LinkedHashMap<>();
    if (!criteria.isEmpty()) {
      rules.put("column", FormulaGrammar.alternatives(columns));
      rules.put("criterion", String.join(" | ", criteria));
    }
    return rules;
  }
}
