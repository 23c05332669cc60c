package org.inkstone.service.sheet.read;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.inkstone.service.sheet.CellAddress;

/** The rows of a delimited text; quotes hold delimiters, line ends and doubled quotes. */
final class CsvFields implements Iterator<List<String>> {
  private final String text;
  private final char delimiter;
  private final ReadBudget budget;
  private int at;

  CsvFields(String text, char delimiter, ReadBudget budget) {
    this.text = text;
    this.delimiter = delimiter;
    this.budget = budget;
  }

  @Override
  public boolean hasNext() {
    return at < text.length();
  }

  @Override
  public List<String> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no row after character " + at);
    }
    budget.time();
    List<String> row = new ArrayList<>();
    while (true) {
      row.add(field());
      if (row.size() > CellAddress.MAX_COLUMNS) {
        throw SheetReadException.malformed(
            "a row of the text has more than " + CellAddress.MAX_COLUMNS + " fields");
      }
      if (at < text.length() && text.charAt(at) == delimiter) {
        at++;
        if (at == text.length()) {
          return row;
        }
      } else {
        endLine();
        return row;
      }
    }
  }

  private String field() {
    int start = at;
    while (start < text.length() && text.charAt(start) == ' ' && delimiter != ' ') {
      start++;
    }
    return start < text.length() && text.charAt(start) == '"' ? quoted(start) : plain();
  }

  private String quoted(int quote) {
    int opened = at;
    StringBuilder field = new StringBuilder();
    at = quote + 1;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        field.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        field.append('"');
        at++;
      } else {
        String rest = plain(); // nothing, or blanks, or what a careless writer put there
        return rest.isBlank() ? field.toString() : field + rest;
      }
      if (field.length() > budget.limits().get(ReadLimit.TEXT_LENGTH)) {
        break;
      }
    }
    // a quote that never ends is a character like any other
    at = opened;
    return plain();
  }

  private String plain() {
    int start = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == delimiter || c == '\n' || c == '\r') {
        break;
      }
      at++;
    }
    return budgeted(text.substring(start, at));
  }

  private String budgeted(String field) {
    budget.check(ReadLimit.TEXT_LENGTH, field.length());
    return field;
  }

  private void endLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
  }
}
