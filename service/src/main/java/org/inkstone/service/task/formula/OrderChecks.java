package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Target;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.table.ColumnType;
import org.inkstone.service.verify.Finding;

/** The operands of what can't be turned round stand in the order of the request. */
final class OrderChecks {
  static final Check OPERANDS = Check.of("operand_order", OrderChecks::operands);

  private OrderChecks() {}

  private static Finding operands(Answer answer) {
    List<String> faults = new ArrayList<>();
    ExprTree.nodes(answer.named(), Expr.Binary.class).forEach(b -> judge(b, answer, faults));
    ExprTree.nodes(answer.named(), Expr.Call.class).forEach(c -> judge(c, faults));
    if (answer.question().links().has(Cue.WEIGHTED) && !isWeightedMean(answer.named())) {
      faults.add("a weighted mean is a sum of products over the sum of the weights");
    }
    repeatsTheRequest(answer, faults);
    repeatsTheCondition(answer, faults);
    return faults.isEmpty()
        ? Finding.passed(OPERANDS.name(), "each operand stands where the request puts it")
        : Finding.fault(OPERANDS.name(), String.join("; ", faults));
  }

  private static void judge(Expr.Binary binary, Answer answer, List<String> faults) {
    boolean ordered =
        binary.operator() == BinaryOperator.DIVIDE || binary.operator() == BinaryOperator.SUBTRACT;
    Links links = answer.question().links();
    Set<ColumnView> left = columns(binary.left(), answer);
    Set<ColumnView> right = columns(binary.right(), answer);
    if (!ordered || left.isEmpty() || right.isEmpty()) {
      return;
    } else if (binary.left().equals(binary.right())) {
      faults.add("both operands of " + binary.operator().symbol() + " are the same");
    } else if (binary.operator() == BinaryOperator.DIVIDE && links.has(Cue.SHARE)) {
      if (!isPartOfWhole(binary)) {
        faults.add("a share is a part over the whole, both added up or both counted");
      }
    } else if (!links.has(Cue.WEIGHTED)
        && isTurned(left, right, links)
        && !isSpan(binary, answer)) {
      faults.add("the operands of " + binary.operator().symbol() + " are exchanged");
    } else if (binary.operator() == BinaryOperator.SUBTRACT
        && isNegativeSpan(left, right, answer)) {
      faults.add("the earlier day is less than the later one");
    }
  }

  private static Set<ColumnView> columns(Expr expr, Answer answer) {
    Set<ColumnView> columns = new HashSet<>();
    ExprTree.nodes(expr, Expr.TableRef.class)
        .forEach(r -> columns.addAll(answer.names().columns(r)));
    return columns;
  }

  private static boolean isTurned(Set<ColumnView> left, Set<ColumnView> right, Links links) {
    Set<ColumnView> onlyLeft = new HashSet<>(left);
    onlyLeft.removeAll(right);
    Set<ColumnView> onlyRight = new HashSet<>(right);
    onlyRight.removeAll(left);
    if (onlyLeft.isEmpty() || onlyRight.isEmpty()) {
      return false;
    }
    if (isUnit(onlyLeft, links) != isUnit(onlyRight, links)) {
      return isUnit(onlyLeft, links);
    }
    return first(onlyLeft, links) > first(onlyRight, links);
  }

  /** "Cost per kg", 每公斤的运费: the column that is meant by its unit is what is divided by. */
  private static boolean isUnit(Set<ColumnView> columns, Links links) {
    return links
        .linksTo(Target.Column.class)
        .filter(l -> columns.contains(((Target.Column) l.target()).column()))
        .allMatch(l -> l.how().equals("unit"));
  }

  private static int first(Set<ColumnView> columns, Links links) {
    return columns.stream()
        .mapToInt(c -> ColumnOrder.mention(links, c))
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** Days between two dates: the later one comes first, however the request names them. */
  private static boolean isSpan(Expr.Binary binary, Answer answer) {
    Set<ColumnView> all = columns(binary, answer);
    return binary.operator() == BinaryOperator.SUBTRACT
        && all.stream().allMatch(c -> c.type() == ColumnType.DATE);
  }

  private static boolean isNegativeSpan(
      Set<ColumnView> left, Set<ColumnView> right, Answer answer) {
    boolean dates =
        left.stream().allMatch(c -> c.type() == ColumnType.DATE)
            && right.stream().allMatch(c -> c.type() == ColumnType.DATE);
    long negative =
        answer.computed().values().stream()
            .filter(v -> v instanceof Scalar.Num n && n.value() < 0)
            .count();
    return dates && 2 * negative > answer.computed().values().size();
  }

  private static boolean isPartOfWhole(Expr.Binary binary) {
    String part = family(binary.left());
    String whole = family(binary.right());
    boolean cut =
        binary.left() instanceof Expr.Call call && call.function().matches(".*IFS?|SUMPRODUCT");
    boolean uncut =
        !(binary.right() instanceof Expr.Call call && call.function().matches(".*IFS?"));
    return uncut && part.equals(whole) && (cut || !(binary.left() instanceof Expr.Call));
  }

  private static String family(Expr expr) {
    return expr instanceof Expr.Call call
        ? call.function().startsWith("COUNT") || call.function().equals("ROWS")
            ? "count"
            : call.function().replaceAll("IFS?$", "")
        : "cell";
  }

  private static boolean isWeightedMean(Expr expr) {
    return ExprTree.nodes(expr, Expr.Binary.class)
        .anyMatch(b ->
            b.operator() == BinaryOperator.DIVIDE
                && b.left() instanceof Expr.Call products
                && products.function().equals("SUMPRODUCT")
                && products.arguments().size() == 2
                && !products.arguments().get(0).equals(products.arguments().get(1))
                && b.right() instanceof Expr.Call weights
                && weights.function().equals("SUM")
                && products.arguments().get(1).equals(weights.arguments().getFirst()));
  }

  private static void judge(Expr.Call call, List<String> faults) {
    List<Expr> arguments = call.arguments();
    boolean itself =
        call.function().equals("XLOOKUP")
            && arguments.size() > 2
            && arguments.get(1).equals(arguments.get(2));
    boolean logical = List.of("AND", "OR", "NOT").contains(call.function());
    if (logical && !arguments.stream().allMatch(Operations::isTruth)) {
      faults.add(call.function() + " of something that is no comparison");
    }
    if (itself) {
      faults.add("a look-up that gives back what it looks for");
    }
  }

  /** Cells that are chosen because they hold a value hold that value. */
  private static void repeatsTheCondition(Answer answer, List<String> faults) {
    Set<String> taking = Set.of("FILTER", "SUMIFS", "AVERAGEIFS", "MAXIFS", "MINIFS");
    if (answer.named() instanceof Expr.Call call
        && taking.contains(call.function())
        && call.arguments().getFirst() instanceof Expr.TableRef ref) {
      List<ColumnView> result = answer.names().columns(ref);
      boolean repeats =
          result.size() == 1
              && answer.conditions().stream()
                  .anyMatch(c ->
                      c.column().equals(result.getFirst())
                          && c.operator() == BinaryOperator.EQUAL
                          && (c.bound() instanceof Condition.TextBound t && !t.isPattern()
                              || c.bound() instanceof Condition.NumberBound));
      boolean only = answer.conditions().size() == 1 || !call.function().equals("FILTER");
      if (repeats && only) {
        faults.add("gives back the very value that its condition asks for");
      }
    }
  }

  /** A value that is nothing but the text that the request asks about says nothing. */
  private static void repeatsTheRequest(Answer answer, List<String> faults) {
    boolean repeats =
        answer.computed().values().stream()
            .allMatch(v ->
                v instanceof Scalar.Text text
                    && answer.question().links().all(Target.Value.class).stream()
                        .anyMatch(l -> l.value().equalsIgnoreCase(text.value().strip())));
    if (repeats) {
      faults.add("gives back the very text that the request asks about");
    }
  }
}
