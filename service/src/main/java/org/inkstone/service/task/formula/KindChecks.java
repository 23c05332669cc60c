package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Links;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.verify.Finding;

/** The value is of the kind that the request asks for, and each part of the formula has a use. */
final class KindChecks {
  static final Check KIND = Check.of("result_kind", KindChecks::kind);

  private static final Set<Cue> AMOUNTS = Set.of(Cue.COUNT, Cue.SUM, Cue.AVERAGE, Cue.SHARE);

  private KindChecks() {}

  private static Finding kind(Answer answer) {
    List<String> faults = new ArrayList<>();
    if (comparesAlone(answer)) {
      faults.add("true or false, a value was asked for");
    }
    if (asksWho(answer.question().links()) && isNumber(answer)) {
      faults.add("a number, who it is was asked for");
    }
    ExprTree.nodes(answer.named(), Expr.Call.class)
        .filter(KindChecks::isOfConstantsOnly)
        .forEach(call -> faults.add(call.function() + " of constants only"));
    return faults.isEmpty()
        ? Finding.passed(KIND.name(), "the kind of value that was asked for")
        : Finding.fault(KIND.name(), String.join("; ", faults));
  }

  /** A comparison answers for a row; over a whole table the request wants a value. */
  private static boolean comparesAlone(Answer answer) {
    return !answer.question().fillDown()
        && answer.named() instanceof Expr.Binary binary
        && binary.operator().comparison();
  }

  private static boolean asksWho(Links links) {
    return links.has(Cue.WHO) && AMOUNTS.stream().noneMatch(links::has);
  }

  private static boolean isNumber(Answer answer) {
    return answer.computed().values().stream().allMatch(Scalar.Num.class::isInstance);
  }

  /** A call that reads nothing says nothing, unless it makes a date. */
  private static boolean isOfConstantsOnly(Expr.Call call) {
    boolean makesDate =
        ExprTree.nodes(call, Expr.Call.class).anyMatch(c -> c.function().equals("DATE"));
    boolean reads =
        ExprTree.nodes(call)
            .anyMatch(part ->
                part instanceof Expr.TableRef
                    || part instanceof Expr.CellRef
                    || part instanceof Expr.RangeRef
                    || part instanceof Expr.ColumnsRef
                    || part instanceof Expr.RowsRef
                    || part instanceof Expr.NameRef);
    return !call.arguments().isEmpty() && !makesDate && !reads;
  }
}
