package org.inkstone.service.sheet.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.formula.UnaryOperator;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.FunctionInfo;
import org.inkstone.service.sheet.function.FunctionParameter;

/**
 * Words for the parts of a formula, in English or Chinese, from its syntax tree. Not safe for use
 * by several threads at once.
 */
public final class FormulaWords {
  private static final Pattern HOLE = Pattern.compile("%([1-9*cdp])");

  /** Parts nested more deeply than this are not put into words. */
  private static final int DEEPEST = 12;

  private static final int LONGEST_CUT = 60;
  private static final int MOST_TERMS = 8;

  private final boolean chinese;
  private final ReferenceWords references;
  private final CriterionWords criteria;
  private int depth;

  /** For a formula in its place. */
  public FormulaWords(boolean chinese, ExplainedPlace place) {
    this.chinese = chinese;
    this.references = new ReferenceWords(place, chinese);
    this.criteria = new CriterionWords(this, chinese);
  }

  /** A part in words, to stand inside a sentence. */
  public String of(Expr expr) {
    if (depth == DEEPEST) {
      return cut(FormulaPrinter.print(expr));
    }
    depth++;
    try {
      return words(expr);
    } finally {
      depth--;
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_CUT ? text : text.substring(0, LONGEST_CUT) + "…";
  }

  private String words(Expr expr) {
    return switch (expr) {
      case Expr.TableRef ref -> references.of(ref);
      case Expr.RangeRef ref -> references.of(ref);
      case Expr.CellRef ref -> references.of(ref);
      case Expr.ColumnsRef ref -> references.of(ref);
      case Expr.Call call -> call(call);
      case Expr.Binary binary -> binary(binary);
      case Expr.Unary unary -> unary(unary);
      default -> FormulaPrinter.print(expr);
    };
  }

  private String unary(Expr.Unary unary) {
    String operand = of(unary.operand());
    return switch (unary.operator()) {
      case PERCENT -> operand + "%";
      case MINUS -> isDoubled(unary) ? ofDoubled(unary) : "−" + operand;
      case PLUS, ENCLOSED -> operand;
      case INTERSECT -> chinese ? "本行对应的" + operand : "the value beside this row of " + operand;
      case SPILL -> chinese ? operand + "的整个数组" : "the whole array of " + operand;
    };
  }

  /** {@code --} turns true and false into 1 and 0. */
  private static boolean isDoubled(Expr.Unary unary) {
    return unary.operand() instanceof Expr.Unary inner && inner.operator() == UnaryOperator.MINUS;
  }

  private String ofDoubled(Expr.Unary unary) {
    String inner = of(((Expr.Unary) unary.operand()).operand());
    return chinese ? "(" + inner + ")转为数字" : "(" + inner + ") as a number";
  }

  private String call(Expr.Call call) {
    List<Expr> arguments = call.arguments();
    return switch (call.function()) {
      case "LET" -> let(arguments);
      case "LAMBDA" -> lambda(arguments);
      case "SWITCH" -> switched(arguments);
      default ->
          PhraseBook.standard()
              .find(call.function())
              .map(phrase -> PhrasePattern.choose(chinese ? phrase.zh() : phrase.en(), arguments))
              .filter(chosen -> PhrasePattern.fits(chosen, arguments.size()))
              .map(chosen -> filled(chosen, arguments))
              .filter(text -> !text.isBlank())
              .orElseGet(() -> generic(call));
    };
  }

  private String filled(String phrase, List<Expr> arguments) {
    Matcher hole = HOLE.matcher(phrase);
    StringBuilder text = new StringBuilder();
    while (hole.find()) {
      char kind = hole.group(1).charAt(0);
      String words =
          switch (kind) {
            case '*' -> list(arguments);
            case 'c' -> conditions(arguments, 1);
            case 'd' -> conditions(arguments, 0);
            case 'p' -> pairs(arguments);
            default -> of(arguments.get(kind - '1'));
          };
      hole.appendReplacement(text, Matcher.quoteReplacement(words));
    }
    return hole.appendTail(text).toString();
  }

  private String list(List<Expr> arguments) {
    StringJoiner list = new StringJoiner(chinese ? "、" : " and ");
    arguments.forEach(a -> list.add(of(a)));
    return list.toString();
  }

  private String conditions(List<Expr> arguments, int first) {
    StringJoiner list = new StringJoiner(chinese ? "且" : " and ");
    for (int i = first; i + 1 < arguments.size(); i += 2) {
      list.add(of(arguments.get(i)) + " " + criteria.of(arguments.get(i + 1)));
    }
    return list.toString();
  }

  private String pairs(List<Expr> arguments) {
    StringJoiner list = new StringJoiner(chinese ? "；" : "; ");
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      boolean always = arguments.get(i).equals(new Expr.BoolLiteral(true));
      String value = of(arguments.get(i + 1));
      String condition = of(arguments.get(i));
      list.add(
          always
              ? (chinese ? "否则为" : "else ") + value
              : chinese ? "如果" + condition + "，则为" + value : "if " + condition + ", then " + value);
    }
    return list.toString();
  }

  private String switched(List<Expr> arguments) {
    if (arguments.size() < 3) {
      return generic(new Expr.Call("SWITCH", arguments));
    }
    String subject = of(arguments.getFirst());
    StringJoiner list = new StringJoiner(chinese ? "；" : "; ");
    int i = 1;
    for (; i + 1 < arguments.size(); i += 2) {
      String value = of(arguments.get(i + 1));
      String match = of(arguments.get(i));
      list.add(
          chinese
              ? subject + "为" + match + "时是" + value
              : "if " + subject + " is " + match + ", then " + value);
    }
    if (i < arguments.size()) {
      list.add((chinese ? "否则是" : "else ") + of(arguments.get(i)));
    }
    return list.toString();
  }

  private String let(List<Expr> arguments) {
    StringJoiner names = new StringJoiner(chinese ? "，" : ", ");
    for (int i = 0; i + 2 < arguments.size(); i += 2) {
      names.add(
          FormulaPrinter.print(arguments.get(i))
              + (chinese ? "表示" : " for ")
              + of(arguments.get(i + 1)));
    }
    String value = of(arguments.getLast());
    return chinese ? value + "，其中" + names : value + ", with " + names;
  }

  private String lambda(List<Expr> arguments) {
    StringJoiner names = new StringJoiner(chinese ? "、" : " and ");
    arguments.subList(0, arguments.size() - 1).forEach(a -> names.add(FormulaPrinter.print(a)));
    String value = of(arguments.getLast());
    return chinese ? "以" + names + "为参数的函数：" + value : "a function of " + names + ": " + value;
  }

  /** What the catalogue says, and the arguments by the names of their parameters. */
  private String generic(Expr.Call call) {
    FunctionInfo info = FunctionCatalog.standard().find(call.function()).orElse(null);
    List<String> named = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      if (!(call.arguments().get(i) instanceof Expr.Omitted)) {
        String name = info == null ? "" : parameter(info, i);
        String words = of(call.arguments().get(i));
        named.add(name.isEmpty() ? words : chinese ? name + " 为 " + words : name + " " + words);
      }
    }
    String line = info == null ? "" : chinese ? inside(info.zh()) : inside(info.en());
    String arguments = String.join(chinese ? "，" : ", ", named);
    if (line.isEmpty()) {
      return call.function() + "(" + arguments + ")";
    }
    String head =
        chinese ? call.function() + "（" + line + "）" : call.function() + " (" + line + ")";
    return named.isEmpty() ? head : head + (chinese ? "，" : " with ") + arguments;
  }

  /** A sentence of the catalogue as it stands inside another one. */
  private static String inside(String sentence) {
    String bare = sentence.strip().replaceAll("[.。]$", "");
    boolean name =
        bare.length() > 1 && !Character.isLowerCase(bare.charAt(1)) && bare.charAt(1) != ' ';
    return bare.isEmpty() || name
        ? bare
        : Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
  }

  /** The name of the parameter that takes an argument; empty if there is none. */
  static String parameter(FunctionInfo info, int index) {
    List<FunctionParameter> parameters = info.parameters();
    if (parameters.isEmpty()) {
      return "";
    } else if (index < parameters.size()) {
      return parameters.get(index).name();
    }
    return parameters.getLast().repeats() ? parameters.getLast().name() : "";
  }

  /**
   * Which argument of a call a part is, such as {@code lookup_value}; empty if that has no name.
   */
  public static String role(Expr.Call call, int index) {
    return FunctionCatalog.standard()
        .find(call.function())
        .map(info -> parameter(info, index))
        .orElse("");
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
          case CONCAT -> chinese ? "连接" : "joined to";
          default -> binary.operator().symbol();
        };
    String between =
        binary.operator() == BinaryOperator.CONCAT && chinese ? sign : " " + sign + " ";
    List<Expr> terms = terms(binary);
    List<String> told = new ArrayList<>();
    terms.stream().limit(MOST_TERMS).forEach(term -> told.add(side(term)));
    String more =
        terms.size() <= MOST_TERMS
            ? ""
            : between + (chinese ? "…（共" + terms.size() + "项）" : "… (" + terms.size() + " terms)");
    return String.join(between, told) + more;
  }

  /** The operands of a run of one operator. */
  private static List<Expr> terms(Expr.Binary binary) {
    List<Expr> terms = new ArrayList<>();
    Expr left = binary;
    while (left instanceof Expr.Binary b && b.operator() == binary.operator()) {
      terms.add(b.right());
      left = b.left();
    }
    terms.add(left);
    return terms.reversed();
  }

  private String side(Expr expr) {
    return expr instanceof Expr.Binary ? "(" + of(expr) + ")" : of(expr);
  }
}
