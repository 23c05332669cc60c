package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Links;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.eval.Evaluation;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.FunctionInfo;
import org.inkstone.service.verify.Finding;

/** The value is one, of the shape that was asked for. */
final class ValueChecks {
  static final Check COMPUTED = Check.of("functions_computed", ValueChecks::computed);
  static final Check VALUE = Check.of("value", ValueChecks::value);
  static final Check SHAPE = Check.of("shape", ValueChecks::shape);

  private ValueChecks() {}

  private static Finding computed(Answer answer) {
    List<String> faults = new ArrayList<>();
    for (String name : answer.functions()) {
      Optional<FunctionInfo> info = FunctionCatalog.standard().find(name);
      if (info.isEmpty() || !info.get().computed()) {
        faults.add(name);
      } else if (info.get().unstable()) {
        faults.add(name + " (its value changes by itself)");
      }
    }
    return faults.isEmpty()
        ? Finding.passed(COMPUTED.name(), "each function is computed by the engine")
        : Finding.fault(COMPUTED.name(), "not to be computed: " + faults);
  }

  private static Finding value(Answer answer) {
    List<Scalar> values = answer.computed().values();
    long errors = values.stream().filter(Scalar.Err.class::isInstance).count();
    long blanks = values.stream().filter(ValueChecks::isBlank).count();
    if (errors == values.size()) {
      return Finding.fault(VALUE.name(), "the value is an error");
    } else if (errors > 0) {
      return Finding.doubt(VALUE.name(), errors + " of " + values.size() + " values are errors");
    } else if (blanks == values.size()) {
      return Finding.fault(VALUE.name(), "the value is blank");
    }
    return Finding.passed(VALUE.name(), values.size() + " value(s), no error");
  }

  private static boolean isBlank(Scalar value) {
    return value instanceof Scalar.Blank
        || value instanceof Scalar.Text text && text.value().isEmpty();
  }

  private static Finding shape(Answer answer) {
    boolean rows = ExprTree.nodes(answer.named(), Expr.TableRef.class).anyMatch(Names::isThisRow);
    List<Evaluation> evaluations = answer.computed().evaluations();
    boolean array =
        evaluations.stream().anyMatch(e -> e.rows().size() > 1 || e.rows().getFirst().size() > 1);
    Links links = answer.question().links();
    if (answer.columns().isEmpty()) {
      return Finding.fault(SHAPE.name(), "reads no column of any table");
    } else if (answer.question().fillDown()) {
      if (!rows) {
        return Finding.fault(SHAPE.name(), "the same in every row, one value a row was asked for");
      }
      return array
          ? Finding.fault(SHAPE.name(), "an array in each row, one value a row was asked for")
          : Finding.passed(SHAPE.name(), "one value in each of " + evaluations.size() + " rows");
    } else if (rows) {
      return Finding.fault(SHAPE.name(), "a value of one row, none was asked for");
    }
    boolean counts = links.has(Cue.COUNT) && !links.has(Cue.LIST);
    boolean list =
        !counts && (links.has(Cue.LIST) || links.has(Cue.DISTINCT) || links.has(Cue.SORT));
    if (array && !list) {
      return Finding.fault(SHAPE.name(), "a list, one value was asked for");
    }
    return wantsList(links) && !array && !evaluations.getFirst().array()
        ? Finding.fault(SHAPE.name(), "one value, a list was asked for")
        : Finding.passed(SHAPE.name(), array ? "a list" : "one value");
  }

  private static boolean wantsList(Links links) {
    return links.has(Cue.LIST)
        && links.cues().stream().noneMatch(Cue::isAggregate)
        && !links.has(Cue.LOOKUP);
  }
}
