package org.inkstone.service.task.formula;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Target;
import org.inkstone.service.sheet.format.SerialDate;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.verify.Finding;
import org.jspecify.annotations.Nullable;

/** Constants come from the request, and what the request names is used. */
final class ConstantChecks {
  static final Check JUSTIFIED = Check.of("constants_justified", ConstantChecks::justified);
  static final Check USED = Check.of("links_used", ConstantChecks::used);

  private static final Set<String> SEPARATORS = Set.of("-", " ", ",", "/", ";", "_", ", ", " - ");

  private ConstantChecks() {}

  private static Finding justified(Answer answer) {
    Constants constants = Constants.of(answer.question().links());
    List<String> unjustified = new ArrayList<>();
    ExprTree.nodes(answer.named())
        .forEach(node -> {
          if (node instanceof Expr.NumberLiteral n && !constants.justifies(n.value())) {
            unjustified.add(Double.toString(n.value()));
          } else if (node instanceof Expr.TextLiteral t && !justifies(constants, t.value())) {
            unjustified.add('"' + t.value() + '"');
          } else if (node instanceof Expr.ArrayLiteral || node instanceof Expr.ErrorLiteral) {
            unjustified.add("an array or error constant");
          }
        });
    ExprTree.nodes(answer.named(), Expr.Binary.class)
        .flatMap(b -> Stream.of(b.left(), b.right()).map(side -> operand(b, side)))
        .filter(Objects::nonNull)
        .filter(n -> !constants.names(n) && !(n == 1 && countsByOne(answer.question().links())))
        .forEach(n -> unjustified.add(n + " in arithmetic"));
    separators(answer).ifPresent(unjustified::add);
    ExprTree.nodes(answer.named(), Expr.Call.class)
        .filter(call -> call.function().equals("DATE") && isWritten(call))
        .filter(call -> ConditionReader.date(call).filter(constants.dates()::contains).isEmpty())
        .forEach(call -> unjustified.add(FormulaPrinter.print(call)));
    return unjustified.isEmpty()
        ? Finding.passed(JUSTIFIED.name(), "every constant comes from the request or its cells")
        : Finding.fault(JUSTIFIED.name(), "nothing in the request justifies " + unjustified);
  }

  /** The last characters, the row below another one. */
  private static boolean countsByOne(Links links) {
    return links.has(Cue.TEXT) || Operations.NEIGHBOURS.stream().anyMatch(links::has);
  }

  private static boolean isWritten(Expr.Call date) {
    return date.arguments().stream().allMatch(a -> ConditionReader.number(a) != null);
  }

  /** Texts are joined by one separator less than there are columns, not by more. */
  private static Optional<String> separators(Answer answer) {
    long texts =
        ExprTree.nodes(answer.named(), Expr.TextLiteral.class)
            .filter(t -> SEPARATORS.contains(t.value()))
            .count();
    boolean joins = answer.question().links().has(Cue.JOIN);
    return joins && texts > Math.max(1, answer.columns().size() - 1)
        ? Optional.of(texts + " separators between " + answer.columns().size() + " columns")
        : Optional.empty();
  }

  /** A number that is added, multiplied and so on; null if it is none. */
  private static @Nullable Double operand(Expr.Binary binary, Expr side) {
    boolean arithmetic =
        switch (binary.operator()) {
          case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER -> true;
          default -> false;
        };
    return arithmetic ? ConditionReader.number(side) : null;
  }

  private static boolean justifies(Constants constants, String text) {
    return constants.justifies(text.replaceFirst("^(?:<=|>=|<>|<|>|=)", ""));
  }

  private static Finding used(Answer answer) {
    List<String> unused = new ArrayList<>();
    for (List<Link> group : Spans.of(answer.question().links())) {
      if (!isUsed(group, answer)) {
        unused.add(group.getFirst().words());
      }
    }
    return unused.isEmpty()
        ? Finding.passed(USED.name(), "every value, number and period of the request is used")
        : Finding.fault(USED.name(), "not used: " + unused);
  }

  private static boolean isUsed(List<Link> group, Answer answer) {
    boolean constant = false;
    for (Link link : group) {
      switch (link.target()) {
        case Target.Value value -> {
          constant = true;
          if (uses(answer, value)) {
            return true;
          }
        }
        case Target.Part part -> {
          constant = true;
          if (usesText(answer, part.text())) {
            return true;
          }
        }
        case Target.Quote quote -> {
          constant = true;
          if (usesText(answer, quote.text())) {
            return true;
          }
        }
        case Target.Number number -> {
          constant = true;
          if (usesNumber(answer, number)) {
            return true;
          }
        }
        case Target.Ordinal ordinal -> {
          constant = true;
          if (numbers(answer).contains((double) ordinal.position())) {
            return true;
          }
        }
        case Target.Period period -> {
          constant = true;
          if (uses(answer, period)) {
            return true;
          }
        }
        default -> {
          return true; // words that may be a column or a construction are judged elsewhere
        }
      }
    }
    return !constant;
  }

  private static boolean uses(Answer answer, Target.Value value) {
    return answer.conditions().stream()
        .anyMatch(c ->
            c.column().equals(value.column())
                && c.bound() instanceof Condition.TextBound text
                && text.bare().equalsIgnoreCase(value.value()));
  }

  private static boolean usesText(Answer answer, String text) {
    return ExprTree.nodes(answer.named(), Expr.TextLiteral.class)
        .anyMatch(t -> t.value().replace("*", "").equalsIgnoreCase(text));
  }

  private static boolean usesNumber(Answer answer, Target.Number number) {
    Set<Double> numbers = numbers(answer);
    boolean written =
        numbers.stream()
            .anyMatch(
                n -> near(n, number.value()) || number.percent() && near(n, 100 * number.value()));
    return written || number.spelled() && answer.columns().size() == number.value();
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  }

  /** All numbers of a formula, those in criteria and those of percentages included. */
  static Set<Double> numbers(Answer answer) {
    Set<Double> numbers = new HashSet<>();
    ExprTree.nodes(answer.named())
        .forEach(node -> {
          Double number = ConditionReader.number(node);
          if (number != null) {
            numbers.add(number);
          } else if (node instanceof Expr.TextLiteral text) {
            String rest = text.value().replaceFirst("^(?:<=|>=|<>|<|>|=)", "");
            if (Constants.isNumber(rest)) {
              numbers.add(Double.parseDouble(rest));
            }
          }
        });
    return numbers;
  }

  private static boolean uses(Answer answer, Target.Period period) {
    Set<LocalDate> dates = new HashSet<>();
    ExprTree.nodes(answer.named()).forEach(e -> ConditionReader.date(e).ifPresent(dates::add));
    LocalDate last = period.to().minusDays(1);
    LocalDate before = period.from().minusDays(1);
    boolean asDate =
        List.of(period.from(), period.to(), last, before).stream().anyMatch(dates::contains);
    Set<Double> numbers = numbers(answer);
    double serial =
        SerialDate.of(period.from(), answer.question().schema().workbook().dateSystem());
    boolean asPart =
        answer.functions().contains("MONTH")
                && numbers.contains((double) period.from().getMonthValue())
            || answer.functions().contains("YEAR")
                && numbers.contains((double) period.from().getYear());
    return asDate
        || asPart
        || numbers.contains(serial)
        || numbers.contains((double) period.from().getYear());
  }
}
