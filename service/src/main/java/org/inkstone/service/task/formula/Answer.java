package org.inkstone.service.task.formula;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.sheet.formula.Expr;

/**
 * A candidate that was read and run: all that the checks look at.
 *
 * @param candidate as it came
 * @param named its tree, columns by name wherever a range is one
 * @param ranges its tree in A1 style, as it goes out
 * @param computed its value on the data
 * @param conditions the comparisons that it makes
 */
record Answer(
    Question question,
    Candidate candidate,
    Expr named,
    Expr ranges,
    Computed computed,
    List<Condition> conditions) {
  Answer {
    conditions = List.copyOf(conditions);
  }

  /** The formula and its value, apart from what was asked. */
  Executed executed() {
    return new Executed(named, ranges, computed, conditions, question.schema(), question.place());
  }

  Names names() {
    return new Names(question.schema(), question.place());
  }

  /** The columns that it names. */
  Set<ColumnView> columns() {
    return ExprTree.nodes(named, Expr.TableRef.class)
        .flatMap(ref -> names().columns(ref).stream())
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  /** The functions that it calls. */
  Set<String> functions() {
    return ExprTree.nodes(named, Expr.Call.class)
        .map(Expr.Call::function)
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }
}
