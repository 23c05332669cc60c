package org.inkstone.service.task.formula;

import java.util.List;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Target;
import org.inkstone.service.sheet.formula.Expr;

/**
 * Whether the branches of an IF come in the order of the request: the text that is named first is
 * the one for the condition, the later one for the rest.
 */
final class BranchOrder {
  private BranchOrder() {}

  /** Whether there is no IF with two texts, or its branches come in the order of the request. */
  static boolean isKept(Answer answer) {
    return order(answer) >= 0;
  }

  /** Whether there is one IF with two texts, and they are exchanged. */
  static boolean isSwapped(Answer answer) {
    return order(answer) < 0;
  }

  private static int order(Answer answer) {
    List<Expr.Call> branches =
        ExprTree.nodes(answer.named(), Expr.Call.class)
            .filter(c -> c.function().equals("IF") && c.arguments().size() == 3)
            .toList();
    if (branches.size() != 1) {
      return 0;
    }
    List<Expr> arguments = branches.getFirst().arguments();
    if (arguments.get(1) instanceof Expr.TextLiteral yes
        && arguments.get(2) instanceof Expr.TextLiteral no) {
      return Integer.compare(place(answer, no.value()), place(answer, yes.value()));
    }
    return 0;
  }

  private static int place(Answer answer, String text) {
    Links links = answer.question().links();
    return links
        .linksTo(Target.Quote.class)
        .filter(l -> ((Target.Quote) l.target()).text().equals(text))
        .mapToInt(l -> l.start())
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }
}
