package org.inkstone.service.sheet.formula;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and prints what stands between the brackets of a structured reference. */
final class StructuredReference {
  private static final String ESCAPED = "[]#'@";
  private static final String SPECIAL = "\t\n\r,:;.\"{}$^&*+=-><[]#'@";

  private final String inside;
  private final int offset;
  private final List<TableSection> sections = new ArrayList<>();
  private final List<String> columns = new ArrayList<>();
  private int at;

  private StructuredReference(String inside, int offset) {
    this.inside = inside;
    this.offset = offset;
  }

  /** Reads the text between the outer brackets, which begins at an offset of the formula. */
  static Expr.TableRef parse(@Nullable String table, String inside, int offset) {
    StructuredReference reader = new StructuredReference(inside, offset);
    reader.read();
    @Nullable String last = reader.columns.size() > 1 ? reader.columns.get(1) : null;
    @Nullable String first = reader.columns.isEmpty() ? null : reader.columns.getFirst();
    if (reader.sections.contains(TableSection.THIS_ROW) && reader.sections.size() > 1) {
      throw new FormulaSyntaxException("#This Row goes with no other part of a table", offset);
    }
    return new Expr.TableRef(table, reader.sections, first, last);
  }

  private void read() {
    if (inside.isBlank()) {
      return;
    }
    char first = inside.charAt(0);
    if (first == '@') {
      sections.add(TableSection.THIS_ROW);
      at = 1;
      if (at < inside.length() && inside.charAt(at) != '[') {
        columns.add(plain(inside.length()));
        return;
      } else if (at == inside.length()) {
        return;
      }
    } else if (first == '#') {
      sections.add(section(inside));
      return;
    }
    skipSpaces();
    if (at < inside.length() && inside.charAt(at) == '[') {
      items();
    } else {
      at = 0;
      columns.add(plain(inside.length()));
    }
  }

  private void items() {
    while (true) {
      item();
      skipSpaces();
      if (at == inside.length()) {
        return;
      }
      char separator = inside.charAt(at++);
      if (separator == ':' && columns.size() == 1) {
        skipSpaces();
        columns.add(bracketedName());
        skipSpaces();
        if (at == inside.length()) {
          return;
        }
        separator = inside.charAt(at++);
      }
      if (separator != ',' && separator != ';') {
        throw error("expected a comma between the parts but found '" + separator + "'");
      }
      skipSpaces();
    }
  }

  private void item() {
    if (at + 1 < inside.length() && inside.charAt(at) == '[' && inside.charAt(at + 1) == '#') {
      int close = inside.indexOf(']', at);
      if (close < 0) {
        throw error("a part without its closing bracket");
      }
      sections.add(section(inside.substring(at + 1, close)));
      at = close + 1;
    } else if (columns.isEmpty()) {
      columns.add(bracketedName());
    } else {
      throw error("more columns than two");
    }
  }

  private String bracketedName() {
    if (at >= inside.length() || inside.charAt(at) != '[') {
      throw error("expected a column's name in brackets");
    }
    at++;
    int close = at;
    while (close < inside.length() && inside.charAt(close) != ']') {
      close += inside.charAt(close) == '\'' ? 2 : 1;
    }
    if (close >= inside.length()) {
      throw error("a column's name without its closing bracket");
    }
    String name = plain(close);
    at = close + 1;
    return name;
  }

  /** A name up to an index, its escapes undone. */
  private String plain(int end) {
    StringBuilder name = new StringBuilder();
    while (at < end) {
      char c = inside.charAt(at++);
      if (c == '\'' && at < end) {
        name.append(inside.charAt(at++));
      } else if (c == '[' || c == ']') {
        throw error("a bracket inside a column's name needs an apostrophe before it");
      } else {
        name.append(c);
      }
    }
    if (name.isEmpty()) {
      throw error("a column's name is empty");
    }
    return name.toString();
  }

  private TableSection section(String literal) {
    for (TableSection section : TableSection.values()) {
      if (section.literal().equalsIgnoreCase(literal.strip())) {
        return section;
      }
    }
    throw error(
        "expected #All, #Data, #Headers, #Totals or #This Row but found " + literal.strip());
  }

  private void skipSpaces() {
    while (at < inside.length() && Character.isWhitespace(inside.charAt(at))) {
      at++;
    }
  }

  private FormulaSyntaxException error(String message) {
    return new FormulaSyntaxException(message, offset + at);
  }

  /** The reference in its shortest form. */
  static String print(Expr.TableRef reference, Notation notation) {
    String table = reference.table() == null ? "" : reference.table();
    return table + "[" + inside(reference, notation) + "]";
  }

  private static String inside(Expr.TableRef reference, Notation notation) {
    List<TableSection> sections = reference.sections();
    String first = reference.firstColumn();
    if (sections.equals(List.of(TableSection.THIS_ROW))) {
      boolean bare = first != null && reference.lastColumn() == null && isWord(first);
      return "@" + (bare ? first : columns(reference));
    } else if (first == null) {
      return sections.size() == 1
          ? notation.section(sections.getFirst())
          : join(sections, "", notation);
    } else if (!sections.isEmpty()) {
      return join(sections, columns(reference), notation);
    }
    return reference.lastColumn() == null && isSimple(first) ? escape(first) : columns(reference);
  }

  private static String join(List<TableSection> sections, String columns, Notation notation) {
    String separator = String.valueOf(notation.argument());
    StringBuilder parts = new StringBuilder();
    for (TableSection section : sections) {
      parts.append(parts.isEmpty() ? "" : separator);
      parts.append('[').append(notation.section(section)).append(']');
    }
    return columns.isEmpty() ? parts.toString() : parts + separator + columns;
  }

  private static String columns(Expr.TableRef reference) {
    String first = reference.firstColumn();
    String last = reference.lastColumn();
    if (first == null) {
      return "";
    }
    return "[" + escape(first) + "]" + (last == null ? "" : ":[" + escape(last) + "]");
  }

  /** Whether Excel takes the name with a single pair of brackets. */
  private static boolean isSimple(String name) {
    return name.equals(name.strip()) && name.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
  }

  private static boolean isWord(String name) {
    return name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }

  private static String escape(String name) {
    StringBuilder escaped = new StringBuilder();
    for (char c : name.toCharArray()) {
      escaped.append(ESCAPED.indexOf(c) >= 0 ? "'" : "").append(c);
    }
    return escaped.toString();
  }
}
