package org.inkstone.service.task.formula;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.inkstone.service.plan.Language;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.formula.UnaryOperator;

/** Words for the parts of a formula, in English or Chinese, from its syntax tree. */
final class Phrases {
  /** %1 to %9 are arguments, %c the conditions from the second argument on, %d from the first. */
  private static final Map<String, String> ENGLISH =
      Map.ofEntries(
          Map.entry("SUM", "the sum of %*"),
          Map.entry("AVERAGE", "the average of %*"),
          Map.entry("MAX", "the largest of %*"),
          Map.entry("MIN", "the smallest of %*"),
          Map.entry("MEDIAN", "the median of %*"),
          Map.entry("COUNT", "how many numbers are in %*"),
          Map.entry("COUNTA", "how many cells are filled in %*"),
          Map.entry("COUNTBLANK", "how many cells are blank in %*"),
          Map.entry("SUMIFS", "the sum of %1 where %c"),
          Map.entry("AVERAGEIFS", "the average of %1 where %c"),
          Map.entry("MAXIFS", "the largest of %1 where %c"),
          Map.entry("MINIFS", "the smallest of %1 where %c"),
          Map.entry("COUNTIFS", "how many rows have %d"),
          Map.entry("COUNTIF", "how many rows have %d"),
          Map.entry("SUMPRODUCT", "the sum, row by row, of the product of %*"),
          Map.entry("UNIQUE", "the different values of %1"),
          Map.entry("SORT", "%1, sorted"),
          Map.entry("FILTER", "the values of %1 in rows where %2"),
          Map.entry("XLOOKUP", "the value of %3 in the row where %2 is %1"),
          Map.entry("INDEX", "the value of %1 at place %2"),
          Map.entry("MATCH", "the place of %1 in %2"),
          Map.entry("IF", "if %1, then %2, else %3"),
          Map.entry("IFERROR", "%1, or %2 if that is an error"),
          Map.entry("ROUND", "%1, rounded to %2 decimals"),
          Map.entry("LARGE", "the value number %2 from the top of %1"),
          Map.entry("SMALL", "the value number %2 from the bottom of %1"),
          Map.entry("YEAR", "the year of %1"),
          Map.entry("MONTH", "the month of %1"),
          Map.entry("TRIM", "%1 without needless spaces"),
          Map.entry("LEFT", "the first %2 characters of %1"),
          Map.entry("RIGHT", "the last %2 characters of %1"),
          Map.entry("EDATE", "the day %2 months after %1"));

  private static final Map<String, String> CHINESE =
      Map.ofEntries(
          Map.entry("SUM", "%*的合计"), Map.entry("AVERAGE", "%*的平均值"),
          Map.entry("MAX", "%*中的最大值"), Map.entry("MIN", "%*中的最小值"),
          Map.entry("MEDIAN", "%*的中位数"), Map.entry("COUNT", "%*中数字的个数"),
          Map.entry("COUNTA", "%*中非空单元格的个数"), Map.entry("COUNTBLANK", "%*中空白单元格的个数"),
          Map.entry("SUMIFS", "满足%c的行中%1的合计"), Map.entry("AVERAGEIFS", "满足%c的行中%1的平均值"),
          Map.entry("MAXIFS", "满足%c的行中%1的最大值"), Map.entry("MINIFS", "满足%c的行中%1的最小值"),
          Map.entry("COUNTIFS", "满足%d的行数"), Map.entry("COUNTIF", "满足%d的行数"),
          Map.entry("SUMPRODUCT", "逐行相乘%*后的合计"), Map.entry("UNIQUE", "%1中不重复的值"),
          Map.entry("SORT", "排序后的%1"), Map.entry("FILTER", "满足%2的行中的%1"),
          Map.entry("XLOOKUP", "%2等于%1的那一行的%3"), Map.entry("INDEX", "%1中第%2个值"),
          Map.entry("MATCH", "%1在%2中的位置"), Map.entry("IF", "如果%1，则为%2，否则为%3"),
          Map.entry("IFERROR", "%1，出错时为%2"), Map.entry("ROUND", "%1保留%2位小数"),
          Map.entry("LARGE", "%1中第%2大的值"), Map.entry("SMALL", "%1中第%2小的值"),
          Map.entry("YEAR", "%1的年份"), Map.entry("MONTH", "%1的月份"),
          Map.entry("TRIM", "去掉多余空格的%1"), Map.entry("LEFT", "%1的前%2个字符"),
          Map.entry("RIGHT", "%1的后%2个字符"), Map.entry("EDATE", "%1之后%2个月的日期"));

  private final boolean chinese;

  Phrases(Language language) {
    this.chinese = language == Language.CHINESE;
  }

  /** A formula with its columns by name, in words. */
  String of(Expr expr) {
    return switch (expr) {
      case Expr.TableRef ref -> column(ref);
      case Expr.Call call -> call(call);
      case Expr.Binary binary -> binary(binary);
      case Expr.Unary unary when unary.operator() == UnaryOperator.PERCENT ->
          of(unary.operand()) + "%";
      case Expr.Unary unary when unary.operator() == UnaryOperator.MINUS ->
          "−" + of(unary.operand());
      default -> FormulaPrinter.print(expr);
    };
  }

  private String column(Expr.TableRef ref) {
    String name = ref.firstColumn() == null ? FormulaPrinter.print(ref) : ref.firstColumn();
    if (Names.isThisRow(ref)) {
      return chinese ? "本行的" + name : "this row's " + name;
    }
    return ref.table() == null ? name : ref.table() + "[" + name + "]";
  }

  private String call(Expr.Call call) {
    String pattern = (chinese ? CHINESE : ENGLISH).get(call.function());
    List<Expr> arguments = call.arguments();
    if (pattern == null || !fits(pattern, arguments.size())) {
      StringJoiner list = new StringJoiner(", ", call.function() + "(", ")");
      arguments.forEach(a -> list.add(of(a)));
      return list.toString();
    }
    String text =
        pattern
            .replace("%*", list(arguments))
            .replace("%c", conditions(arguments, 1))
            .replace("%d", conditions(arguments, 0));
    for (int i = 0; i < arguments.size(); i++) {
      text = text.replace("%" + (i + 1), of(arguments.get(i)));
    }
    return text;
  }

  private static boolean fits(String pattern, int arguments) {
    for (int i = 1; i <= 9; i++) {
      if (pattern.contains("%" + i) && i > arguments) {
        return false;
      }
    }
    return true;
  }

  private String list(List<Expr> arguments) {
    StringJoiner list = new StringJoiner(chinese ? "、" : " and ");
    arguments.forEach(a -> list.add(of(a)));
    return list.toString();
  }

  private String conditions(List<Expr> arguments, int first) {
    StringJoiner list = new StringJoiner(chinese ? "且" : " and ");
    for (int i = first; i + 1 < arguments.size(); i += 2) {
      list.add(of(arguments.get(i)) + " " + criterion(arguments.get(i + 1)));
    }
    return list.toString();
  }

  private String criterion(Expr criterion) {
    if (criterion instanceof Expr.TextLiteral text) {
      boolean compares = text.value().matches("(?:<=|>=|<>|<|>|=).*");
      return compares ? signs(text.value()) : (chinese ? "为" : "is ") + '"' + text.value() + '"';
    } else if (criterion instanceof Expr.Binary joined
        && joined.operator() == BinaryOperator.CONCAT
        && joined.left() instanceof Expr.TextLiteral sign) {
      return signs(sign.value()) + of(joined.right());
    }
    return (chinese ? "为" : "is ") + of(criterion);
  }

  private static String signs(String text) {
    return text.replace(">=", "≥ ")
        .replace("<=", "≤ ")
        .replace("<>", "≠ ")
        .replaceFirst("^([<>=])(?! )", "$1 ");
  }

  private String binary(Expr.Binary binary) {
    String sign =
        switch (binary.operator()) {
          case MULTIPLY -> "×";
          case DIVIDE -> "÷";
          case SUBTRACT -> "−";
          case GREATER_OR_EQUAL -> "≥";
          case LESS_OR_EQUAL -> "≤";
          case NOT_EQUAL -> "≠";
          default -> binary.operator().symbol();
        };
    return side(binary.left()) + " " + sign + " " + side(binary.right());
  }

  private String side(Expr expr) {
    return expr instanceof Expr.Binary ? "(" + of(expr) + ")" : of(expr);
  }
}
