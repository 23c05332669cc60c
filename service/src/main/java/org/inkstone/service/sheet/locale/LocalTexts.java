package org.inkstone.service.sheet.locale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.ExprMapping;

/**
 * Translates the texts inside a formula that a spreadsheet reads in its user's language: number
 * formats in TEXT, and numbers, truth values and errors in criteria.
 */
final class LocalTexts {
  private static final Set<String> CRITERION_SECOND =
      Set.of("COUNTIF", "SUMIF", "AVERAGEIF", "COUNTIFS");
  private static final Set<String> CRITERION_THIRD =
      Set.of("SUMIFS", "AVERAGEIFS", "MAXIFS", "MINIFS");
  private static final Set<String> READS_TEXT = Set.of("VALUE", "DATEVALUE", "TIMEVALUE");
  private static final Pattern OPERATOR = Pattern.compile("^(?:<=|>=|<>|=|<|>)?");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?[\\d.,]*\\d[\\d.,]*(?:[Ee][-+]?\\d+)?%?");
  private static final Pattern PLAIN = Pattern.compile("\\d*|\\d{4}-\\d\\d-\\d\\d|\\d\\d?:\\d\\d");

  private final FormulaLocale locale;
  private final FunctionNames names;
  private final FormatLetters letters;

  /**
   * @param letters of the product's number formats in the locale
   */
  LocalTexts(FormulaLocale locale, FormatLetters letters, FunctionNames names) {
    this.locale = locale;
    this.letters = letters;
    this.names = names;
  }

  /** The formula with its texts in the locale; what could not be translated stays. */
  Expr toLocal(Expr expr, Consumer<Remark> remarks) {
    return ExprMapping.map(
        expr,
        node -> {
          if (!(node instanceof Expr.Call call)) {
            return node;
          }
          warn(call, remarks);
          return call(call, true, remarks);
        });
  }

  /** The formula with its texts in canonical form. */
  Expr toCanonical(Expr expr) {
    return ExprMapping.map(
        expr, node -> node instanceof Expr.Call call ? call(call, false, remark -> {}) : node);
  }

  private Expr call(Expr.Call call, boolean toLocal, Consumer<Remark> remarks) {
    FormatLetters english = FormulaLocale.ENGLISH.letters();
    FormatLetters from = toLocal ? english : letters;
    FormatLetters to = toLocal ? letters : english;
    List<Expr> arguments = new ArrayList<>(call.arguments());
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof Expr.TextLiteral text) {
        String value = text.value();
        if (isFormat(call, i)) {
          Optional<String> code = FormatCodes.translate(value, from, to);
          if (code.isEmpty()) {
            remarks.accept(untranslated(value));
          }
          value = code.orElse(value);
        } else if (isCriterion(call, i)) {
          value = criterion(value, toLocal);
        }
        arguments.set(i, new Expr.TextLiteral(value));
      }
    }
    return new Expr.Call(call.function(), arguments);
  }

  private static boolean isFormat(Expr.Call call, int argument) {
    return call.function().equals("TEXT") && argument == 1;
  }

  private static boolean isCriterion(Expr.Call call, int argument) {
    boolean pairs = call.function().endsWith("IFS");
    return CRITERION_SECOND.contains(call.function()) && (pairs ? argument % 2 == 1 : argument == 1)
        || CRITERION_THIRD.contains(call.function()) && argument > 0 && argument % 2 == 0;
  }

  /** Its own inverse but for words, so that no text gets lost on the way there and back. */
  private String criterion(String text, boolean toLocal) {
    var matcher = OPERATOR.matcher(text);
    String operator = matcher.find() ? matcher.group() : "";
    String rest = text.substring(operator.length());
    if (NUMBER.matcher(rest).matches()) {
      return locale.signs().decimal() == '.' ? text : operator + swapped(rest);
    }
    for (String word : CRITERION_WORDS) {
      String local = names.literal(word);
      if (rest.equalsIgnoreCase(toLocal ? word : local)) {
        return operator + (toLocal ? local : word);
      } else if (rest.equalsIgnoreCase(toLocal ? local : word)) {
        return operator + (toLocal ? word : local);
      }
    }
    return text;
  }

  private static final List<String> CRITERION_WORDS =
      List.of("TRUE", "FALSE", "#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!");

  private static String swapped(String number) {
    StringBuilder swapped = new StringBuilder();
    for (char c : number.toCharArray()) {
      swapped.append(c == '.' ? ',' : c == ',' ? '.' : c);
    }
    return swapped.toString();
  }

  private void warn(Expr.Call call, Consumer<Remark> remarks) {
    List<Expr> arguments = call.arguments();
    if (call.function().equals("TEXT") && arguments.size() > 1) {
      if (!(arguments.get(1) instanceof Expr.TextLiteral text)) {
        remarks.accept(
            new Remark(
                "the format of TEXT is computed, so its letters were not translated",
                "TEXT 的格式是计算得到的，其中的字母没有翻译"));
      } else if (text.value().indexOf('/') >= 0 && locale.translates()) {
        remarks.accept(
            new Remark(
                "in " + text.value() + " the sign / shows the date separator of the system",
                "格式 " + text.value() + " 中的 / 会显示为系统的日期分隔符"));
      }
    } else if (READS_TEXT.contains(call.function())
        && locale.translates()
        && !arguments.isEmpty()
        && arguments.getFirst() instanceof Expr.TextLiteral text
        && !PLAIN.matcher(text.value()).matches()) {
      remarks.accept(
          new Remark(
              call.function() + " reads \"" + text.value() + "\" by the settings of the system",
              call.function() + " 按系统设置解读“" + text.value() + "”"));
    } else if (isRowColumnText(call) && locale.translates()) {
      remarks.accept(
          new Remark(
              call.function() + " uses other letters than R1C1 in this language",
              call.function() + " 在该语言中使用不同于 R1C1 的字母"));
    }
  }

  /** INDIRECT and ADDRESS in the style of rows and columns by number. */
  private static boolean isRowColumnText(Expr.Call call) {
    int style =
        switch (call.function()) {
          case "INDIRECT" -> 1;
          case "ADDRESS" -> 3;
          default -> Integer.MAX_VALUE;
        };
    return call.arguments().size() > style
        && !(call.arguments().get(style) instanceof Expr.Omitted)
        && !call.arguments().get(style).equals(new Expr.BoolLiteral(true));
  }

  private static Remark untranslated(String code) {
    return new Remark(
        "the number format \"" + code + "\" has no counterpart in this language",
        "数字格式“" + code + "”在该语言中没有对应写法");
  }
}
