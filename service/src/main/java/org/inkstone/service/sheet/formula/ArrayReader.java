package org.inkstone.service.sheet.formula;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.Scalar;
import org.inkstone.service.sheet.formula.Token.Kind;

/** Reads array constants such as {@code {1,2;3,4}}. */
final class ArrayReader {
  private final TokenReader tokens;

  ArrayReader(TokenReader tokens) {
    this.tokens = tokens;
  }

  Expr read() {
    tokens.expect("{");
    List<List<Scalar>> rows = new ArrayList<>();
    do {
      List<Scalar> row = new ArrayList<>();
      do {
        row.add(constant());
      } while (tokens.skip(","));
      if (!rows.isEmpty() && rows.getFirst().size() != row.size()) {
        throw tokens.error(
            "the rows of an array constant have "
                + rows.getFirst().size()
                + " and "
                + row.size()
                + " values, expected the same number");
      }
      rows.add(row);
    } while (tokens.skip(";"));
    tokens.expect("}");
    return new Expr.ArrayLiteral(rows);
  }

  private Scalar constant() {
    boolean minus = tokens.skip("-");
    boolean signed = minus || tokens.skip("+");
    Token token = tokens.peek();
    if (token.kind() == Kind.NUMBER) {
      tokens.next();
      double value = ReferenceReader.number(token);
      return Scalar.of(minus ? 0 - value : value);
    } else if (!signed && token.kind() == Kind.STRING) {
      tokens.next();
      return Scalar.of(token.text());
    } else if (!signed && token.kind() == Kind.ERROR) {
      tokens.next();
      return Scalar.of(TokenReader.error(token));
    } else if (!signed && token.kind() == Kind.WORD && isBool(token.text())) {
      tokens.next();
      return Scalar.of(token.text().equalsIgnoreCase("TRUE"));
    }
    throw tokens.unexpected("a number, a text, TRUE, FALSE or an error in the array constant");
  }

  private static boolean isBool(String word) {
    return word.equalsIgnoreCase("TRUE") || word.equalsIgnoreCase("FALSE");
  }
}
