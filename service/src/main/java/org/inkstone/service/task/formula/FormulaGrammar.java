package org.inkstone.service.task.formula;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** Functions with arguments that are true or false. */
  private static final Set<String> TAKES_CONDITIONS =
      Set.of("IF", "IFS", "AND", "OR", "NOT", "XOR", "FILTER", "SUMPRODUCT");

  private final Question question;
  private final Constants constants;
  private final CriteriaGrammar criteria;
  private final StringBuilder rules = new StringBuilder();

  private FormulaGrammar(Question question) {
    this.question = question;
    this.constants = Constants.of(question.links());
    this.criteria = new CriteriaGrammar(wholeColumns(), ownCells(), values(), comparisons());
  }

  static String of(Question question) {
    return new FormulaGrammar(question).build();
  }

  private String build() {
    // A comparison by itself is an answer for a row, not for a table.
    rule("root", "\"=\" " + (question.fillDown() ? "c" : "e") + DEPTH);
    for (int level = DEPTH; level >= 0; level--) {
      condition(level);
    }
    for (int level = DEPTH; level > 0; level--) {
      rule("e" + level, "u" + level + more("u" + level, 3));
      rule("u" + level, "(\"-\" \"-\"?)? a" + level);
      rule("a" + level, VALUES + " | call" + level + " | \"(\" e" + (level - 1) + " \")\"");
      rule("call" + level, calls(level - 1));
    }
    rule("e0", "a0" + more("a0", 2));
    rule("a0", VALUES);
    if (!operators().isEmpty()) {
      rule("op", alternatives(operators()));
    }
    rule("cmp", alternatives(comparisons()));
    rule("sep", "\",\" \" \"?");
    rule("ref", alternatives(references()));
    rule("num", alternatives(numbers()));
    Set<String> texts = texts();
    rule("str", texts.isEmpty() ? "num" : alternatives(texts));
    rule("date", constants.dates().isEmpty() ? "num" : alternatives(dates()));
    criteria.rules().forEach(this::rule);
    return rules.toString();
  }

  /** A comparison or a value; comparisons counted by a double minus, or joined as arrays are. */
  private void condition(int level) {
    String value = "e" + level;
    rule("k" + level, value + " (cmp " + value + ")?");
    String inner = "\"(\" k" + level + " \")\"";
    String joined = inner + " ((\"*\" | \"+\") " + inner + "){1,2}";
    rule("c" + level, "k" + level + " | \"--\" " + inner + " | " + joined);
  }

  /** Further operands, where the request words an operation. */
  private String more(String operand, int most) {
    return operators().isEmpty() ? "" : " (op " + operand + "){0," + most + "}";
  }

  private void rule(String name, String body) {
    rules.append(name).append(" ::= ").append(body).append('\n');
  }

  /** The functions, grouped by the arguments that they take. */
  private String calls(int level) {
    Map<String, List<String>> byArguments = new TreeMap<>();
    for (FunctionInfo function : FunctionCatalog.standard().all()) {
      boolean fit =
          function.computed()
              && !function.unstable()
              && function.isIn(question.product())
              && !LEFT_OUT.contains(function.name())
              && Operations.mayBeAsked(function.name(), question.links());
      if (fit) {
        arguments(function, level)
            .ifPresent(arguments ->
                byArguments
                    .computeIfAbsent(arguments, k -> new ArrayList<>())
                    .add(function.name()));
      }
    }
    return byArguments.entrySet().stream()
        .map(e -> "(" + alternatives(e.getValue()) + ") \"(\" " + e.getKey() + " \")\"")
        .collect(Collectors.joining(" | "));
  }

  private Optional<String> arguments(FunctionInfo function, int level) {
    if (CriteriaGrammar.isFor(function.name())) {
      return criteria.arguments(function.name());
    }
    int most = Math.min(MOST_ARGUMENTS, function.most());
    String argument = (TAKES_CONDITIONS.contains(function.name()) ? "c" : "e") + level;
    return most == 0
        ? Optional.empty()
        : Optional.of(arguments(Math.max(1, function.fewest()), most, argument));
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
    return operators;
  }

  /** Comparisons only where the request words one; a small model adds them without reason. */
  private Set<String> comparisons() {
    Links links = question.links();
    Set<String> signs = new LinkedHashSet<>(Set.of("="));
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
    Set<String> references = new LinkedHashSet<>(ownCells());
    Links links = question.links();
    boolean whole = links.has(Cue.RANK) || links.cues().stream().anyMatch(Cue::isAggregate);
    for (TableView table : question.schema().tables()) {
      if (whole || !isFilled(table)) {
        references.addAll(columns(table));
      }
    }
    return references;
  }

  private boolean isFilled(TableView table) {
    return question.fillDown() && table.equals(question.place().table());
  }

  private Set<String> wholeColumns() {
    Set<String> columns = new LinkedHashSet<>();
    question.schema().tables().forEach(table -> columns.addAll(columns(table)));
    return columns;
  }

  /**
   * {@code [@Units]} and {@code [@[Units]]} are the same; a model writes one as well as the other.
   */
  private static Stream<String> withAndWithoutBrackets(String cell) {
    boolean bracketed = cell.startsWith("[@[");
    String name = cell.substring(2, cell.length() - 1);
    return bracketed ? Stream.of(cell) : Stream.of(cell, "[@[" + name + "]]");
  }

  private static List<String> columns(TableView table) {
    return table.columns().stream()
        .map(column -> FormulaPrinter.print(Expr.TableRef.column(table.name(), column.name())))
        .toList();
  }

  /** The cells of the row that a filled formula stands in. */
  private List<String> ownCells() {
    return question.schema().tables().stream()
        .filter(this::isFilled)
        .flatMap(table -> table.columns().stream())
        .map(column -> FormulaPrinter.print(Expr.TableRef.thisRow(column.name())))
        .flatMap(FormulaGrammar::withAndWithoutBrackets)
        .toList();
  }

  /** The constants that the request gives a criterion, apart from those with a sign. */
  private CriteriaGrammar.Values values() {
    List<String> numbers = constants.numbers().stream().map(DisplayText::plain).toList();
    return new CriteriaGrammar.Values(texts(), numbers, dates());
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
      if (sign.equals("=")) {
        continue;
      }
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

  static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  static String alternatives(Iterable<String> texts) {
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
