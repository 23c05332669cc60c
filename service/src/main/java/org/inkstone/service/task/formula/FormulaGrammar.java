package org.inkstone.service.task.formula;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.inkstone.service.plan.ColumnView;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.TableView;
import org.inkstone.service.plan.Target;
import org.inkstone.service.sheet.format.DisplayText;
import org.inkstone.service.sheet.formula.BinaryOperator;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.FunctionInfo;

/**
 * The grammar of the formulas that one request may have, in GBNF: columns of its tables only,
 * constants that the request justifies only, functions that are computed and that the target has,
 * with as many arguments as they take, nested to a bounded depth.
 */
final class FormulaGrammar {
  private static final String VALUES = "ref | num | str | date";
  private static final int DEPTH = 4;
  private static final int MOST_ARGUMENTS = 9;

  private static final List<BinaryOperator> ARITHMETIC =
      List.of(
          BinaryOperator.ADD,
          BinaryOperator.SUBTRACT,
          BinaryOperator.MULTIPLY,
          BinaryOperator.DIVIDE,
          BinaryOperator.CONCAT);

  /** Functions that make references from texts or need a grammar of their own. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "INDIRECT",
          "OFFSET",
          "LAMBDA",
          "LET",
          "MAP",
          "REDUCE",
          "SCAN",
          "BYROW",
          "BYCOL",
          "MAKEARRAY",
          "HYPERLINK",
          "ROW",
          "COLUMN",
          "ADDRESS",
          "CELL",
          "DATE",
          "TRUE",
          "FALSE",
          "NA",
          "ISOMITTED",
          "RANDARRAY",
          "SEQUENCE");

  private final Question question;
  private final Constants constants;
  private final StringBuilder rules = new StringBuilder();

  private FormulaGrammar(Question question) {
    this.question = question;
    this.constants = Constants.of(question.links());
  }

  static String of(Question question) {
    return new FormulaGrammar(question).build();
  }

  private String build() {
    rule("root", "\"=\" e" + DEPTH);
    for (int level = DEPTH; level > 0; level--) {
      rule("e" + level, "u" + level + " (op u" + level + "){0,3}");
      rule("u" + level, "(\"-\" \"-\"?)? a" + level);
      rule(
          "a" + level,
          VALUES + " | call" + level + " | \"(\" e" + (level - 1) + " \")\"");
      rule("call" + level, calls("e" + (level - 1)));
    }
    rule("e0", "a0 (op a0){0,2}");
    rule("a0", VALUES);
    rule("op", alternatives(operators()));
    rule("sep", "\",\" \" \"?");
    rule("ref", alternatives(references()));
    rule("num", alternatives(numbers()));
    Set<String> texts = texts();
    rule("str", texts.isEmpty() ? "num" : alternatives(texts));
    rule("date", constants.dates().isEmpty() ? "num" : alternatives(dates()));
    return rules.toString();
  }

  private void rule(String name, String body) {
    rules.append(name).append(" ::= ").append(body).append('\n');
  }

  /** The functions, grouped by how many arguments they take. */
  private String calls(String argument) {
    Map<String, List<String>> byArity = new TreeMap<>();
    for (FunctionInfo function : FunctionCatalog.standard().all()) {
      boolean fit =
          function.computed()
              && !function.unstable()
              && function.isIn(question.product())
              && !LEFT_OUT.contains(function.name())
              && Operations.mayBeAsked(function.name(), question.links());
      if (fit) {
        int most = Math.min(MOST_ARGUMENTS, function.most());
        if (most > 0) {
          byArity
              .computeIfAbsent(
                  arguments(Math.max(1, function.fewest()), most, argument), k -> new ArrayList<>())
              .add(function.name());
        }
      }
    }
    return byArity.entrySet().stream()
        .map(e -> "(" + alternatives(e.getValue()) + ") \"(\" " + e.getKey() + " \")\"")
        .collect(Collectors.joining(" | "));
  }

  private String arguments(int fewest, int most, String argument) {
    String more = "(sep " + argument + ")";
    return most == 1
        ? argument
        : argument + " " + more + "{" + (fewest - 1) + "," + (most - 1) + "}";
  }

  private Set<String> operators() {
    Set<String> operators = new LinkedHashSet<>();
    for (BinaryOperator operator : ARITHMETIC) {
      if (Operations.mayBeAsked(operator, question.links())) {
        operators.add(operator.symbol());
      }
    }
    operators.add("=");
    operators.addAll(comparisons());
    if (operators.contains(">") || !question.links().all(Target.Period.class).isEmpty()) {
      operators.add("&"); // joins a sign and a value in a criterion
    }
    return operators;
  }

  /** Comparisons only where the request words one; a small model adds them without reason. */
  private Set<String> comparisons() {
    Links links = question.links();
    Set<String> signs = new LinkedHashSet<>();
    boolean compares =
        links.cues().stream().anyMatch(Cue::isComparison)
            || links.has(Cue.BAND)
            || !links.all(Target.Period.class).isEmpty();
    if (compares) {
      signs.addAll(List.of(">=", "<=", ">", "<"));
    }
    if (links.has(Cue.NEGATION) || links.has(Cue.BLANK) || links.has(Cue.FILL_ERROR)) {
      signs.add("<>");
    }
    return signs;
  }

  private Set<String> references() {
    Set<String> references = new LinkedHashSet<>();
    Links links = question.links();
    boolean wholeColumns =
        links.has(Cue.RANK) || links.cues().stream().anyMatch(Cue::isAggregate);
    for (TableView table : question.schema().tables()) {
      boolean rows = question.fillDown() && table.equals(question.place().table());
      for (ColumnView column : table.columns()) {
        if (rows) {
          references.add(FormulaPrinter.print(Expr.TableRef.thisRow(column.name())));
        }
        if (!rows || wholeColumns) {
          references.add(FormulaPrinter.print(Expr.TableRef.column(table.name(), column.name())));
        }
      }
    }
    return references;
  }

  private Set<String> numbers() {
    Set<String> numbers = new LinkedHashSet<>();
    constants.numbers().stream()
        .filter(n -> n >= 0)
        .forEach(n -> numbers.add(DisplayText.plain(n)));
    Constants.STRUCTURAL.stream()
        .filter(n -> n >= 0)
        .sorted()
        .forEach(n -> numbers.add(DisplayText.plain(n)));
    return numbers;
  }

  private Set<String> texts() {
    Set<String> texts = new LinkedHashSet<>();
    for (String text : constants.texts()) {
      texts.add(quoted(text));
      if (question.links().has(Cue.CONTAINS)) {
        texts.add(quoted("*" + text + "*"));
      }
    }
    for (String sign : comparisons()) {
      constants.numbers().forEach(n -> texts.add(quoted(sign + DisplayText.plain(n))));
      texts.add(quoted(sign));
      if (sign.equals("<>")) {
        constants.texts().forEach(t -> texts.add(quoted(sign + t)));
      }
    }
    if (asksForBlanks()) {
      texts.add(quoted(""));
    }
    return texts;
  }

  private boolean asksForBlanks() {
    Links links = question.links();
    return links.has(Cue.BLANK)
        || links.has(Cue.NEGATION)
        || links.has(Cue.FILL_ERROR)
        || links.has(Cue.JOIN);
  }

  private Set<String> dates() {
    Set<String> dates = new LinkedHashSet<>();
    for (LocalDate date : constants.dates()) {
      dates.add(
          "DATE(" + date.getYear() + "," + date.getMonthValue() + "," + date.getDayOfMonth() + ")");
    }
    return dates;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String alternatives(Iterable<String> texts) {
    List<String> literals = new ArrayList<>();
    texts.forEach(t -> literals.add(literal(t)));
    return String.join(" | ", literals);
  }

  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> literal.append(c);
      }
    }
    return literal.append('"').toString();
  }
}
