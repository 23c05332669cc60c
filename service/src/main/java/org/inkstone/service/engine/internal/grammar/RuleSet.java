package org.inkstone.service.engine.internal.grammar;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.inkstone.service.engine.EngineException;

/**
 * Named rules and the name of the first one.
 *
 * @param rules in the order of the text
 */
record RuleSet(Map<String, Expr> rules, String start) {
  RuleSet {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    if (!rules.containsKey(start)) {
      throw invalid("the grammar has no rule '" + start + "'; expected one, to start with");
    }
  }

  static EngineException invalid(String message) {
    return new EngineException(EngineException.Kind.INVALID_REQUEST, message);
  }
}
