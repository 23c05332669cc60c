package org.inkstone.service.sheet.formula;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inkstone.service.sheet.formula.Token.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads formulas in canonical en-US form. Brackets nest and operators repeat up to {@link
 * #MAX_DEPTH}, a text is up to {@link #MAX_LENGTH} long, as in Excel.
 */
public final class FormulaParser {
  /** The longest formula, in characters. */
  public static final int MAX_LENGTH = 8_192;

  /** The deepest nesting. */
  public static final int MAX_DEPTH = 128;

  private final TokenReader tokens;
  private final Set<String> names = new HashSet<>();
  private int depth;

  private FormulaParser(List<Token> tokens) {
    this.tokens = new TokenReader(tokens);
  }

  /**
   * Reads a formula, with or without its leading {@code =}.
   *
   * @throws FormulaSyntaxException if it is none
   */
  public static Expr parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new FormulaSyntaxException(
          "a formula has at most " + MAX_LENGTH + " characters, not " + text.length(), MAX_LENGTH);
    }
    FormulaParser parser = new FormulaParser(Lexer.tokens(text));
    parser.tokens.skip("=");
    boolean enclosed = parser.tokens.areEnclosed();
    Expr expr = parser.expression(true);
    if (parser.tokens.peek().kind() != Kind.END) {
      throw parser.tokens.unexpected("an operator or the end");
    }
    boolean adds =
        expr instanceof Expr.Binary binary
            && (binary.operator() == BinaryOperator.ADD
                || binary.operator() == BinaryOperator.SUBTRACT);
    return enclosed && adds ? new Expr.Unary(UnaryOperator.ENCLOSED, expr) : expr;
  }

  private Expr expression(boolean unions) {
    if (++depth > MAX_DEPTH) {
      throw tokens.error("nested deeper than " + MAX_DEPTH + " levels");
    }
    Expr expr = binary(1, unions);
    depth--;
    return expr;
  }

  /** Operators from a precedence up to {@code ^}. */
  private Expr binary(int lowest, boolean unions) {
    Expr left = percent(unions);
    while (true) {
      BinaryOperator operator = tokens.binaryOperator();
      if (operator == null || operator.precedence() < lowest) {
        return left;
      }
      tokens.next();
      left = new Expr.Binary(operator, left, binary(operator.precedence() + 1, unions));
    }
  }

  private Expr percent(boolean unions) {
    Expr operand = prefix(unions);
    int signs = 0;
    while (tokens.skip("%")) {
      operand = new Expr.Unary(UnaryOperator.PERCENT, operand);
      if (++signs > MAX_DEPTH) {
        throw tokens.error("more than " + MAX_DEPTH + " percent signs");
      }
    }
    return operand;
  }

  private Expr prefix(boolean unions) {
    UnaryOperator operator = tokens.prefixOperator();
    if (operator == null) {
      return union(unions);
    }
    if (++depth > MAX_DEPTH) {
      throw tokens.error("nested deeper than " + MAX_DEPTH + " levels");
    }
    tokens.next();
    Expr operand = prefix(unions);
    depth--;
    return new Expr.Unary(operator, operand);
  }

  private Expr union(boolean unions) {
    Expr left = intersection();
    while (unions && tokens.peek().is(",")) {
      requireReference(left);
      tokens.next();
      left = new Expr.Binary(BinaryOperator.UNION, left, requireReference(intersection()));
    }
    return left;
  }

  private Expr intersection() {
    Expr left = range();
    while (tokens.peek().spaced() && isReference(left) && tokens.startsReference()) {
      left = new Expr.Binary(BinaryOperator.INTERSECTION, left, requireReference(range()));
    }
    return left;
  }

  private Expr range() {
    Expr left = postfix();
    while (tokens.peek().joins()) {
      requireReference(left);
      Token colon = tokens.next();
      left = TrimmedRange.of(colon, Expr.range(left, requireReference(postfix())));
    }
    return left;
  }

  private Expr postfix() {
    Set<String> known = tokens.peek().is("(") ? Set.copyOf(names) : names;
    Expr operand = primary();
    int count = 0;
    while (!tokens.peek().spaced() && ++count < MAX_DEPTH) {
      if (tokens.peek().is("#")) {
        requireReference(operand);
        tokens.next();
        operand = new Expr.Unary(UnaryOperator.SPILL, operand);
      } else if (tokens.peek().is("(") && isCallable(operand)) {
        operand = called(operand, known);
      } else {
        break;
      }
    }
    return operand;
  }

  /** A name in brackets is called like one without, unless it is a variable. */
  private Expr called(Expr callee, Set<String> known) {
    boolean function =
        callee instanceof Expr.NameRef ref
            && ref.sheet() == null
            && !known.contains(Lexer.upper(ref.name()));
    return function
        ? FunctionNames.call(((Expr.NameRef) callee).name(), arguments())
        : new Expr.Invoke(callee, arguments());
  }

  private Expr primary() {
    Token token = tokens.peek();
    switch (token.kind()) {
      case NUMBER -> {
        return new ReferenceReader(tokens).rowsOrNumber();
      }
      case STRING -> {
        tokens.next();
        return new Expr.TextLiteral(token.text());
      }
      case ERROR -> {
        tokens.next();
        return new Expr.ErrorLiteral(TokenReader.error(token));
      }
      case WORD -> {
        return word();
      }
      case QUOTED, BRACKET -> {
        return remember(new ReferenceReader(tokens).prefixedOrTable());
      }
      default -> {
        return grouped();
      }
    }
  }

  private Expr grouped() {
    if (tokens.peek().is("{")) {
      return new ArrayReader(tokens).read();
    } else if (!tokens.skip("(")) {
      throw tokens.unexpected("a value, a reference or a function");
    }
    Expr inner = expression(true);
    tokens.expect(")");
    return inner;
  }

  private Expr word() {
    Token token = tokens.peek();
    Token after = tokens.peek(1);
    boolean calls = after.is("(") && (!after.spaced() || A1.cell(token.text()) == null);
    if (!calls) {
      return remember(new ReferenceReader(tokens).reference());
    }
    String name = FunctionNames.bare(token.text());
    if (name.indexOf('$') >= 0) {
      throw tokens.error("no function is called '" + token.text() + "'");
    }
    tokens.next();
    boolean variable = names.contains(Lexer.upper(name));
    List<Expr> arguments = arguments();
    if (variable) {
      return new Expr.Invoke(new Expr.NameRef(null, name), arguments);
    }
    return FunctionNames.call(token.text(), arguments);
  }

  private List<Expr> arguments() {
    tokens.expect("(");
    List<Expr> arguments = new ArrayList<>();
    if (tokens.skip(")")) {
      return arguments;
    }
    do {
      boolean empty = tokens.peek().is(",") || tokens.peek().is(")");
      arguments.add(empty ? new Expr.Omitted() : expression(false));
    } while (tokens.skip(","));
    tokens.expect(")");
    return arguments;
  }

  /** Keeps the names that were read, because a call of one is a call of a variable. */
  private Expr remember(Expr read) {
    @Nullable String name =
        switch (read) {
          case Expr.NameRef ref -> ref.name();
          case Expr.TableRef ref when ref.table() == null -> ref.firstColumn();
          default -> null;
        };
    if (name != null) {
      names.add(Lexer.upper(name));
    }
    return read;
  }

  private Expr requireReference(Expr expr) {
    if (!isReference(expr)) {
      throw tokens.error(
          "expected a reference beside ':', ',' or a space but found "
              + FormulaPrinter.print(expr));
    }
    return expr;
  }

  private static boolean isCallable(Expr expr) {
    return expr instanceof Expr.Call || expr instanceof Expr.Invoke || expr instanceof Expr.NameRef;
  }

  private static boolean isReference(Expr expr) {
    return switch (expr) {
      case Expr.NumberLiteral n -> false;
      case Expr.TextLiteral t -> false;
      case Expr.BoolLiteral b -> false;
      case Expr.ArrayLiteral a -> false;
      case Expr.Omitted o -> false;
      case Expr.Unary unary -> unary.operator() == UnaryOperator.SPILL;
      case Expr.Binary binary -> binary.operator().reference();
      default -> true;
    };
  }
}
