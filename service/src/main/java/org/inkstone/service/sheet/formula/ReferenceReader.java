package org.inkstone.service.sheet.formula;

import org.inkstone.service.sheet.formula.Token.Kind;
import org.inkstone.service.sheet.value.NumberText;
import org.jspecify.annotations.Nullable;

/** Reads references: cells, columns, rows, names, structured ones, with or without a sheet. */
final class ReferenceReader {
  private final TokenReader tokens;

  ReferenceReader(TokenReader tokens) {
    this.tokens = tokens;
  }

  /** A number, or whole rows where a colon and a row follow. */
  Expr rowsOrNumber() {
    Expr rows = rows(null);
    return rows != null ? rows : new Expr.NumberLiteral(number(tokens.next()));
  }

  /** A reference that begins with a word. */
  Expr reference() {
    Token word = tokens.peek();
    if (tokens.peek(1).is("!")) {
      tokens.next();
      tokens.next();
      return local(SheetPrefix.of(word.text()));
    } else if (startsRun(word)) {
      tokens.next();
      tokens.next();
      SheetPrefix run = new SheetPrefix(null, word.text(), tokens.next().text());
      tokens.next();
      return local(run);
    } else if (tokens.peek(1).kind() == Kind.BRACKET && !tokens.peek(1).spaced()) {
      tokens.next();
      Token bracket = tokens.next();
      return StructuredReference.parse(word.text(), bracket.text(), bracket.start() + 1);
    } else if (isBool(word.text())) {
      tokens.next();
      return new Expr.BoolLiteral(word.text().equalsIgnoreCase("TRUE"));
    }
    return local(null);
  }

  /** {@code Jan:Dec!}; a cell before the colon is a cell. */
  private boolean startsRun(Token word) {
    return tokens.peek(1).is(":")
        && tokens.peek(2).kind() == Kind.WORD
        && tokens.peek(3).is("!")
        && A1.cell(word.text()) == null;
  }

  /** A reference that begins with a sheet in apostrophes or with a bracket. */
  Expr prefixedOrTable() {
    Token token = tokens.next();
    if (token.kind() == Kind.QUOTED) {
      if (!tokens.skip("!")) {
        throw tokens.unexpected("'!' behind the sheet '" + token.text() + "'");
      }
      return local(quotedPrefix(token));
    } else if (tokens.peek().is("!") && !token.text().isEmpty()) {
      tokens.next();
      return local(new SheetPrefix("[" + token.text() + "]", "", null));
    } else if (tokens.peek().kind() == Kind.WORD
        && !tokens.peek().spaced()
        && tokens.peek(1).is("!")) {
      String sheet = tokens.next().text();
      tokens.next();
      return local(new SheetPrefix("[" + token.text() + "]", sheet, null));
    }
    return StructuredReference.parse(null, token.text(), token.start() + 1);
  }

  private SheetPrefix quotedPrefix(Token token) {
    int bracket = token.text().lastIndexOf(']') + 1;
    String book = token.text().substring(0, bracket);
    String sheets = token.text().substring(bracket);
    int colon = sheets.indexOf(':');
    String first = colon < 0 ? sheets : sheets.substring(0, colon);
    if (first.isEmpty() && book.isEmpty()) {
      throw new FormulaSyntaxException("a sheet's name is empty", token.start());
    }
    return new SheetPrefix(
        book.isEmpty() ? null : book, first, colon < 0 ? null : sheets.substring(colon + 1));
  }

  /** What may stand behind a sheet, or alone. */
  private Expr local(@Nullable SheetPrefix sheet) {
    Expr rows = rows(sheet);
    if (rows != null) {
      return rows;
    }
    Token token = tokens.peek();
    if (token.kind() == Kind.ERROR) {
      tokens.next();
      return new Expr.ErrorLiteral(TokenReader.error(token));
    } else if (token.kind() != Kind.WORD) {
      throw tokens.unexpected("a cell, a range or a name");
    }
    Expr columns = columns(sheet);
    if (columns != null) {
      return columns;
    }
    A1.Cell cell = A1.cell(token.text());
    if (cell == null && token.text().indexOf('$') >= 0) {
      throw tokens.unexpected("a cell, a range or a name");
    }
    tokens.next();
    return cell != null
        ? new Expr.CellRef(sheet, cell.row(), cell.column())
        : new Expr.NameRef(sheet, FunctionNames.bare(token.text()));
  }

  private @Nullable Expr columns(@Nullable SheetPrefix sheet) {
    Axis first = A1.column(tokens.peek().text());
    Token end = tokens.peek(2);
    Axis last = end.kind() == Kind.WORD ? A1.column(end.text()) : null;
    if (first == null || last == null || !tokens.peek(1).joins() || tokens.peek(3).is("(")) {
      return null;
    }
    Token colon = tokens.peek(1);
    skipThree();
    return TrimmedRange.of(colon, new Expr.ColumnsRef(sheet, first, last));
  }

  private @Nullable Expr rows(@Nullable SheetPrefix sheet) {
    Axis first = A1.row(tokens.peek().text());
    Token end = tokens.peek(2);
    boolean row = end.kind() == Kind.NUMBER || end.kind() == Kind.WORD;
    Axis last = row ? A1.row(end.text()) : null;
    if (first == null || last == null || !tokens.peek(1).joins()) {
      return null;
    }
    Token colon = tokens.peek(1);
    skipThree();
    return TrimmedRange.of(colon, new Expr.RowsRef(sheet, first, last));
  }

  private void skipThree() {
    tokens.next();
    tokens.next();
    tokens.next();
  }

  static double number(Token token) {
    double value = NumberText.literal(token.text());
    if (!Double.isFinite(value)) {
      throw new FormulaSyntaxException(
          "the number " + token.text() + " is too large", token.start());
    }
    return value;
  }

  private static boolean isBool(String word) {
    return word.equalsIgnoreCase("TRUE") || word.equalsIgnoreCase("FALSE");
  }
}
