package org.inkstone.service.sheet.formula;

import java.util.List;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.formula.Token.Kind;
import org.jspecify.annotations.Nullable;

/** A place in a list of tokens. */
final class TokenReader {
  private final List<Token> tokens;
  private int at;

  TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  boolean skip(String symbol) {
    if (!peek().is(symbol)) {
      return false;
    }
    at++;
    return true;
  }

  /** Whether all that is left stands in one pair of brackets. */
  boolean areEnclosed() {
    int open = 0;
    for (int i = at; i < tokens.size() && tokens.get(i).kind() != Kind.END; i++) {
      open += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (open == 0) {
        return i > at && tokens.get(i + 1).kind() == Kind.END;
      }
    }
    return false;
  }

  void expect(String symbol) {
    if (!skip(symbol)) {
      throw unexpected("'" + symbol + "'");
    }
  }

  FormulaSyntaxException unexpected(String expected) {
    return error("expected " + expected + " but found " + peek().described());
  }

  FormulaSyntaxException error(String message) {
    return new FormulaSyntaxException(message, peek().start());
  }

  static ErrorCode error(Token token) {
    return ErrorCode.of(token.text()).orElse(ErrorCode.UNKNOWN);
  }

  /** The operator from comparison to power that stands here; null if none does. */
  @Nullable BinaryOperator binaryOperator() {
    if (peek().kind() == Kind.SYMBOL) {
      for (BinaryOperator operator : BinaryOperator.values()) {
        if (!operator.reference() && peek().is(operator.symbol())) {
          return operator;
        }
      }
    }
    return null;
  }

  /** The operator before an operand that stands here; null if none does. */
  @Nullable UnaryOperator prefixOperator() {
    if (peek().kind() == Kind.SYMBOL) {
      for (UnaryOperator operator : UnaryOperator.values()) {
        if (!operator.postfix() && peek().is(operator.symbol())) {
          return operator;
        }
      }
    }
    return null;
  }

  /** Whether the token here can be the first of a reference. */
  boolean startsReference() {
    Token token = peek();
    return switch (token.kind()) {
      case WORD ->
          !token.text().equalsIgnoreCase("TRUE") && !token.text().equalsIgnoreCase("FALSE");
      case QUOTED, BRACKET -> true;
      case NUMBER -> peek(1).joins();
      case SYMBOL -> token.is("(");
      default -> false;
    };
  }
}
