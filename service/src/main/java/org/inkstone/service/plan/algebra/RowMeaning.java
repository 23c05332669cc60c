package org.inkstone.service.plan.algebra;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;
import org.jspecify.annotations.Nullable;

/** The values that are computed from the cells of one row. */
final class RowMeaning {
  private static final Scalar NONE = Scalar.of("");

  private final PlanMeaning meaning;

  RowMeaning(PlanMeaning meaning) {
    this.meaning = meaning;
  }

  Scalar value(Plan plan, @Nullable Scope scope) {
    return switch (plan) {
      case Plan.Field field -> field(field, scope);
      case Plan.Arithmetic a -> arithmetic(a, scope);
      case Plan.Across a ->
          Aggregation.of(a.function(), a.columns().stream().map(c -> cell(c, row(scope))).toList());
      case Plan.Rank rank -> rank(rank, row(scope));
      case Plan.Running running -> running(running, row(scope));
      case Plan.Change change -> change(change, row(scope));
      case Plan.Choose choose -> choose(choose, scope);
      case Plan.Rounded r -> round(r, meaning.value(r.of(), scope));
      case Plan.Stepped s -> stepped(s, meaning.value(s.of(), scope));
      case Plan.Absolute a -> absolute(meaning.value(a.of(), scope));
      case Plan.TextOf t -> text(t, scope);
      case Plan.Joined j -> joined(j, scope);
      case Plan.DateOf d -> DateMeaning.part(d.part(), meaning.value(d.of(), scope), dates());
      case Plan.Shifted s ->
          DateMeaning.shifted(
              meaning.value(s.day(), scope), meaning.value(s.amount(), scope), s.unit(), dates());
      case Plan.Span s ->
          DateMeaning.span(
              meaning.value(s.from(), scope), meaning.value(s.to(), scope), s.unit(), dates());
      case Plan.Payment p -> payment(p, scope);
      case Plan.IfError i -> {
        Scalar value = meaning.value(i.of(), scope);
        yield value instanceof Scalar.Err ? meaning.value(i.otherwise(), scope) : value;
      }
      default -> throw new IllegalStateException("not a value of a row: " + plan);
    };
  }

  /** As a value that is aggregated: of a product, only rows of numbers count. */
  Scalar factor(Plan plan, Scope scope) {
    if (plan instanceof Plan.Arithmetic a
        && a.operator() == Operator.MULTIPLY
        && a.left() instanceof Plan.Field
        && a.right() instanceof Plan.Field) {
      boolean numbers =
          meaning.value(a.left(), scope) instanceof Scalar.Num
              && meaning.value(a.right(), scope) instanceof Scalar.Num;
      return numbers ? value(plan, scope) : Scalar.of(0.0);
    }
    return meaning.value(plan, scope);
  }

  private org.inkstone.service.sheet.DateSystem dates() {
    return meaning.data().dates();
  }

  private static Scope row(@Nullable Scope scope) {
    if (scope == null) {
      throw new IllegalStateException("a cell of a row is asked for where no row is looked at");
    }
    return scope;
  }

  /** A cell, or the number or day that is read from it; an empty text where there is none. */
  private Scalar cell(ColumnView column, Scope scope) {
    Scalar cell = meaning.data().cell(column, scope.row());
    return column
        .read()
        .map(r -> r.of(cell, dates()).stream().mapToObj(Scalar::of).findFirst().orElse(NONE))
        .orElse(cell);
  }

  private Scalar field(Plan.Field field, @Nullable Scope scope) {
    Scope inner = row(scope);
    Scope at = field.outer() && inner.around() != null ? inner.around() : inner;
    return cell(field.column(), at);
  }

  private Scalar arithmetic(Plan.Arithmetic a, @Nullable Scope scope) {
    Scalar left = meaning.value(a.left(), scope);
    Scalar right = meaning.value(a.right(), scope);
    if (left instanceof Scalar.Err || right instanceof Scalar.Err) {
      return left instanceof Scalar.Err ? left : right;
    }
    Double x = Values.number(left);
    Double y = Values.number(right);
    if (x == null || y == null) {
      return Scalar.of(ErrorCode.VALUE);
    }
    return switch (a.operator()) {
      case ADD -> Values.finite(x + y);
      case SUBTRACT -> Values.finite(x - y);
      case MULTIPLY -> Values.finite(x * y);
      case DIVIDE -> y == 0 ? Scalar.of(ErrorCode.DIV_0) : Values.finite(x / y);
    };
  }

  private Scalar choose(Plan.Choose choose, @Nullable Scope scope) {
    for (Plan.Case one : choose.cases()) {
      if (meaning.meets(one.when(), scope, false)) {
        return meaning.value(one.then(), scope);
      }
    }
    return meaning.value(choose.otherwise(), scope);
  }

  private Scalar rank(Plan.Rank rank, Scope scope) {
    if (!(cell(rank.of(), scope) instanceof Scalar.Num own)) {
      return Scalar.of("");
    }
    int place = 1;
    for (Scope other : others(rank.table(), rank.within(), scope, false)) {
      if (cell(rank.of(), other) instanceof Scalar.Num number) {
        boolean before =
            rank.descending() ? number.value() > own.value() : number.value() < own.value();
        place += before ? 1 : 0;
      }
    }
    return Scalar.of((double) place);
  }

  /** The rows of the same group, all of them or those down to this one. */
  private List<Scope> others(
      TableView table, @Nullable ColumnView within, Scope scope, boolean downToThis) {
    List<Scope> others = new ArrayList<>();
    int end = downToThis ? scope.row() + 1 : meaning.data().rows(table);
    for (int row = 0; row < end; row++) {
      Scope other = new Scope(table, row, null);
      boolean same = within == null || Values.order(cell(within, other), cell(within, scope)) == 0;
      if (same) {
        others.add(other);
      }
    }
    return others;
  }

  private Scalar running(Plan.Running running, Scope scope) {
    List<Scalar> values = new ArrayList<>();
    others(running.table(), running.within(), scope, true)
        .forEach(s -> values.add(cell(running.of(), s)));
    return Aggregation.of(running.function(), values);
  }

  private Scalar change(Plan.Change change, Scope scope) {
    if (scope.row() == 0) {
      return Scalar.of("");
    }
    Scope above = new Scope(scope.table(), scope.row() - 1, null);
    Double before = Values.number(cell(change.of(), above));
    Double now = Values.number(cell(change.of(), scope));
    if (before == null || now == null) {
      return Scalar.of(ErrorCode.VALUE);
    } else if (!change.relative()) {
      return Values.finite(now - before);
    }
    return before == 0 ? Scalar.of(ErrorCode.DIV_0) : Values.finite((now - before) / before);
  }

  private static Scalar stepped(Plan.Stepped stepped, Scalar value) {
    if (value instanceof Scalar.Err) {
      return value;
    }
    Double number = Values.number(value);
    if (number == null) {
      return Scalar.of(ErrorCode.VALUE);
    } else if (number < 0 && stepped.direction() == Plan.Rounded.Direction.NEAREST) {
      return Scalar.of(ErrorCode.NUM); // MROUND wants both of one sign
    }
    double steps = number / stepped.step();
    double whole =
        switch (stepped.direction()) {
          case NEAREST -> Math.floor(steps + 0.5);
          case UP -> Math.ceil(steps - 1e-9);
          case DOWN -> Math.floor(steps + 1e-9);
        };
    return Values.finite(whole * stepped.step());
  }

  private static Scalar round(Plan.Rounded rounded, Scalar value) {
    Double number = Values.number(value);
    if (value instanceof Scalar.Err || number == null) {
      return value instanceof Scalar.Err ? value : Scalar.of(ErrorCode.VALUE);
    }
    RoundingMode mode =
        switch (rounded.direction()) {
          case NEAREST -> RoundingMode.HALF_UP;
          case UP -> RoundingMode.UP;
          case DOWN -> RoundingMode.DOWN;
        };
    return Values.finite(
        new BigDecimal(Double.toString(number)).setScale(rounded.digits(), mode).doubleValue());
  }

  private static Scalar absolute(Scalar value) {
    Double number = Values.number(value);
    return number == null ? value : Scalar.of(Math.abs(number));
  }

  private Scalar text(Plan.TextOf plan, @Nullable Scope scope) {
    Scalar value = meaning.value(plan.of(), scope);
    if (value instanceof Scalar.Err) {
      return value;
    }
    List<Scalar> arguments = plan.arguments().stream().map(p -> meaning.value(p, scope)).toList();
    return TextMeaning.of(plan.function(), Values.text(value), arguments);
  }

  private Scalar joined(Plan.Joined joined, @Nullable Scope scope) {
    StringBuilder text = new StringBuilder();
    for (Plan part : joined.parts()) {
      Scalar value = meaning.value(part, scope);
      if (value instanceof Scalar.Err) {
        return value;
      }
      text.append(Values.text(value));
    }
    return Scalar.of(text.toString());
  }

  private Scalar payment(Plan.Payment payment, @Nullable Scope scope) {
    Double yearly = Values.number(meaning.value(payment.yearlyRate(), scope));
    Double months = Values.number(meaning.value(payment.months(), scope));
    Double principal = Values.number(meaning.value(payment.principal(), scope));
    if (yearly == null || months == null || principal == null) {
      return Scalar.of(ErrorCode.VALUE);
    }
    double rate = yearly / 12;
    double value =
        rate == 0 ? principal / months : principal * rate / (1 - Math.pow(1 + rate, -months));
    return Values.finite(value);
  }
}
