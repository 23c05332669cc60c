package org.inkstone.service.plan.compose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Target;
import org.inkstone.service.plan.algebra.Operator;
import org.inkstone.service.plan.algebra.Plan;

/**
 * Reads arithmetic that a request writes out between columns and numbers, in signs or in words, as
 * in {@code (Mar - Jan) / Jan}; read with the shunting-yard algorithm.
 */
final class WrittenExpression {
  private final Reading reading;
  private final List<Object> tokens = new ArrayList<>();
  private long bits;
  private int operands;
  private double cost;

  private WrittenExpression(Reading reading) {
    this.reading = reading;
  }

  /** A plan with the words that it was read from. */
  record Found(Plan plan, long bits, int operands, double cost) {}

  /** The longest expression of at least three operands, or one in brackets. */
  static Optional<Found> of(Reading reading) {
    Found best = null;
    for (Item item : reading.items()) {
      Optional<Found> found = new WrittenExpression(reading).from(item);
      if (found.isPresent() && (best == null || found.get().operands() > best.operands())) {
        best = found.get();
      }
    }
    return Optional.ofNullable(best);
  }

  private Optional<Found> from(Item first) {
    String lead = reading.links().request().substring(0, first.start()).stripTrailing();
    if (lead.endsWith("(") || lead.endsWith("（")) {
      tokens.add("(");
    }
    if (!addOperand(first)) {
      return Optional.empty();
    }
    int end = first.end();
    Found best = null;
    for (int i = first.index() + 1; i < reading.items().size(); i++) {
      Item item = reading.items().get(i);
      if (!addSigns(reading.links().request().substring(end, item.start()))) {
        break;
      }
      Operator operator = operator(item);
      boolean open = tokens.getLast() instanceof Operator || "(".equals(tokens.getLast());
      if (operator != null && !open && !item.has(Target.Column.class)) {
        tokens.add(operator);
        bits |= item.bit();
      } else if (!open || !addOperand(item)) {
        break;
      }
      end = item.end();
      best = complete().orElse(best);
    }
    return Optional.ofNullable(best);
  }

  private boolean addOperand(Item item) {
    ColumnView best = null;
    for (Target.Column target : item.all(Target.Column.class)) {
      boolean own = target.column().table().equals(reading.table().name());
      boolean better = best == null || item.score(target.column()) > item.score(best);
      if (own && Columns.isNumber(target.column()) && better) {
        best = target.column();
      }
    }
    List<Target.Number> numbers = item.all(Target.Number.class);
    if (best == null && numbers.isEmpty()) {
      return false;
    }
    tokens.add(best == null ? Plan.Literal.of(numbers.getFirst().value()) : Plan.Field.of(best));
    cost += best == null ? 0 : 0.5 * (1 - item.score(best));
    bits |= item.bit();
    operands++;
    return true;
  }

  private static @org.jspecify.annotations.Nullable Operator operator(Item item) {
    if (item.is(Cue.ADD)) {
      return Operator.ADD;
    } else if (item.is(Cue.SUBTRACT)) {
      return Operator.SUBTRACT;
    } else if (item.is(Cue.MULTIPLY)) {
      return Operator.MULTIPLY;
    }
    return item.is(Cue.DIVIDE) && !item.is(Cue.GREATER) && !item.is(Cue.EACH)
        ? Operator.DIVIDE
        : null;
  }

  /** The signs between two items; false where anything else stands there. */
  private boolean addSigns(String gap) {
    for (char c : gap.toCharArray()) {
      if ("+＋".indexOf(c) >= 0) {
        tokens.add(Operator.ADD);
      } else if ("-−–－".indexOf(c) >= 0) {
        tokens.add(Operator.SUBTRACT);
      } else if ("*×＊✕".indexOf(c) >= 0) {
        tokens.add(Operator.MULTIPLY);
      } else if ("/÷".indexOf(c) >= 0) {
        tokens.add(Operator.DIVIDE);
      } else if ("(（".indexOf(c) >= 0) {
        tokens.add("(");
      } else if (")）".indexOf(c) >= 0) {
        tokens.add(")");
      } else if (!Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }

  private Optional<Found> complete() {
    boolean bracket = tokens.contains(")");
    Plan plan = operands >= 3 || bracket ? parse() : null;
    return plan == null ? Optional.empty() : Optional.of(new Found(plan, bits, operands, cost));
  }

  private @org.jspecify.annotations.Nullable Plan parse() {
    Deque<Plan> values = new ArrayDeque<>();
    Deque<Object> open = new ArrayDeque<>();
    boolean wantsOperand = true;
    for (Object token : tokens) {
      if (token instanceof Plan plan && wantsOperand) {
        values.push(plan);
        wantsOperand = false;
      } else if (token instanceof Operator operator && !wantsOperand) {
        while (!open.isEmpty()
            && open.peek() instanceof Operator before
            && rank(before) >= rank(operator)) {
          apply(values, (Operator) open.pop());
        }
        open.push(operator);
        wantsOperand = true;
      } else if ("(".equals(token) && wantsOperand) {
        open.push(token);
      } else if (")".equals(token) && !wantsOperand) {
        while (!open.isEmpty() && open.peek() instanceof Operator) {
          apply(values, (Operator) open.pop());
        }
        if (open.isEmpty()) {
          return null;
        }
        open.pop();
      } else {
        return null;
      }
    }
    while (!open.isEmpty()) {
      if (!(open.pop() instanceof Operator operator) || values.size() < 2) {
        return null;
      }
      apply(values, operator);
    }
    return wantsOperand || values.size() != 1 ? null : values.pop();
  }

  private static int rank(Operator operator) {
    return operator == Operator.ADD || operator == Operator.SUBTRACT ? 1 : 2;
  }

  private static void apply(Deque<Plan> values, Operator operator) {
    Plan right = values.pop();
    Plan left = values.pop();
    values.push(new Plan.Arithmetic(operator, left, right));
  }
}
