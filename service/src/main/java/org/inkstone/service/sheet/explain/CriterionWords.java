package org.inkstone.service.sheet.explain;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;

/** Reads criteria out: {@code ">=5"} is "at least 5", {@code "A*"} is 'begins with "A"'. */
final class CriterionWords {
  private static final Pattern OPERATOR = Pattern.compile("(<=|>=|<>|<|>|=)?(.*)", Pattern.DOTALL);
  private static final Pattern DATE = Pattern.compile("\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)*%?");

  private static final Map<String, String> ENGLISH =
      Map.of(
          ">", "is more than ",
          ">=", "is at least ",
          "<", "is less than ",
          "<=", "is at most ",
          "<>", "is not ",
          "=", "is ");
  private static final Map<String, String> CHINESE =
      Map.of(">", "大于", ">=", "不少于", "<", "小于", "<=", "不超过", "<>", "不为", "=", "为");
  private static final Map<String, String> ENGLISH_DATES =
      Map.of(
          ">", "is after ",
          ">=", "is on or after ",
          "<", "is before ",
          "<=", "is on or before ",
          "<>", "is not ",
          "=", "is ");
  private static final Map<String, String> CHINESE_DATES =
      Map.of(">", "晚于", ">=", "不早于", "<", "早于", "<=", "不晚于", "<>", "不为", "=", "为");

  private final FormulaWords words;
  private final boolean chinese;

  CriterionWords(FormulaWords words, boolean chinese) {
    this.words = words;
    this.chinese = chinese;
  }

  /** What a criterion asks of a cell. */
  String of(Expr criterion) {
    if (criterion instanceof Expr.TextLiteral text) {
      Matcher parts = OPERATOR.matcher(text.value());
      if (parts.matches()) {
        String operator = parts.group(1) == null ? "" : parts.group(1);
        return text(operator, parts.group(2));
      }
    } else if (criterion instanceof Expr.Binary joined
        && joined.operator() == BinaryOperator.CONCAT) {
      return joined(joined);
    }
    return verb("=", isDate(criterion)) + words.of(criterion);
  }

  private String text(String operator, String value) {
    if (value.isEmpty()) {
      return operator.equals("<>")
          ? (chinese ? "不为空" : "is not blank")
          : (chinese ? "为空" : "is blank");
    }
    boolean equality = operator.isEmpty() || operator.equals("=") || operator.equals("<>");
    if (equality && value.matches("(?s).*[*?].*")) {
      return pattern(value, operator.equals("<>"));
    }
    boolean bare = NUMBER.matcher(value).matches() || DATE.matcher(value).matches();
    String shown = bare ? value : '"' + value + '"';
    return verb(operator.isEmpty() ? "=" : operator, DATE.matcher(value).matches()) + shown;
  }

  private String pattern(String value, boolean negated) {
    String core = value.replaceAll("^\\*+|\\*+$", "");
    boolean plain = !core.matches("(?s).*[*?~].*") && !core.isEmpty();
    boolean open = value.startsWith("*");
    boolean ends = value.endsWith("*");
    String not = negated ? (chinese ? "不" : "not: ") : "";
    if (value.matches("\\*+")) {
      return chinese ? not + "是文本" : not + "is a text";
    } else if (!plain) {
      return not + (chinese ? "符合" : "matches ") + '"' + value + '"';
    } else if (open && ends) {
      return not + (chinese ? "包含" : "contains ") + '"' + core + '"';
    } else if (open) {
      return not + (chinese ? "以\"" + core + "\"结尾" : "ends with \"" + core + '"');
    }
    return not + (chinese ? "以\"" + core + "\"开头" : "begins with \"" + core + '"');
  }

  /** {@code ">="&B1}, {@code "*"&B1&"*"}. */
  private String joined(Expr.Binary joined) {
    if (joined.left() instanceof Expr.TextLiteral sign && ENGLISH.containsKey(sign.value())) {
      return verb(sign.value(), isDate(joined.right())) + words.of(joined.right());
    }
    boolean ends = joined.right() instanceof Expr.TextLiteral star && star.value().equals("*");
    Expr inner = ends ? joined.left() : joined;
    boolean open =
        inner instanceof Expr.Binary b
            && b.operator() == BinaryOperator.CONCAT
            && b.left() instanceof Expr.TextLiteral star
            && star.value().equals("*");
    Expr core = open ? ((Expr.Binary) inner).right() : inner;
    if (open && ends) {
      return (chinese ? "包含" : "contains ") + words.of(core);
    } else if (ends) {
      return chinese ? "以" + words.of(core) + "开头" : "begins with " + words.of(core);
    } else if (open) {
      return chinese ? "以" + words.of(core) + "结尾" : "ends with " + words.of(core);
    }
    return verb("=", false) + words.of(joined);
  }

  private String verb(String operator, boolean date) {
    Map<String, String> verbs =
        chinese ? (date ? CHINESE_DATES : CHINESE) : date ? ENGLISH_DATES : ENGLISH;
    return verbs.getOrDefault(operator, operator);
  }

  private static boolean isDate(Expr expr) {
    return expr instanceof Expr.Call call
        && List.of("DATE", "TODAY", "NOW", "EDATE", "EOMONTH", "DATEVALUE")
            .contains(call.function());
  }
}
