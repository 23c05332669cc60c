package org.inkstone.service.sheet.regex;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a class such as {@code [a-z\d]}, its opening bracket already read. */
final class ClassReader {
  private final PatternText text;
  private final EscapeReader escapes;
  private final List<CodePoints> sets = new ArrayList<>();

  /** The set that was read last; null after a single character. */
  private @Nullable CodePoints lastSet;

  ClassReader(PatternText text, EscapeReader escapes) {
    this.text = text;
    this.escapes = escapes;
  }

  CodePoints read(boolean anyCase) {
    boolean negated = text.take("^");
    boolean first = true;
    while (first || !text.take("]")) {
      first = false;
      if (text.take("\\Q")) {
        text.until("\\E").codePoints().forEach(c -> sets.add(CodePoints.of(c)));
      } else if (!text.take("\\E")) {
        item();
      }
    }
    return CodePoints.any(sets).anyCaseIf(anyCase).negatedIf(negated);
  }

  private void item() {
    int start = character();
    if (lastSet != null) {
      sets.add(lastSet);
      return;
    }
    int dash = text.position();
    if (!text.take("-") || text.peek() == ']') {
      text.back(dash);
      sets.add(CodePoints.of(start));
      return;
    }
    int end = character();
    if (lastSet != null) {
      // a dash before a set is a dash
      sets.add(CodePoints.of(start));
      sets.add(CodePoints.of('-'));
      sets.add(lastSet);
    } else if (end < start) {
      throw text.error("a range in a class goes down");
    } else {
      sets.add(CodePoints.range(start, end));
    }
  }

  /** The next character, or a set, which is left in {@link #lastSet}. */
  private int character() {
    lastSet = null;
    int c = text.next();
    if (c == '[' && text.peek() == ':') {
      lastSet = posix();
    } else if (c == '\\') {
      int letter = text.next();
      lastSet = escapes.set(letter);
      if (lastSet == null) {
        return escaped(letter);
      }
    }
    return c;
  }

  private int escaped(int letter) {
    if (letter == 'b') {
      return '\b';
    } else if (letter >= '0' && letter <= '7') {
      String digits = Character.toString(letter) + text.digits(8, 2);
      return text.number(digits, 8);
    }
    return escapes.character(letter);
  }

  private @Nullable CodePoints posix() {
    int start = text.position();
    text.expect(":");
    boolean negated = text.take("^");
    StringBuilder name = new StringBuilder();
    while (CodePoints.isAsciiLetter(text.peek())) {
      name.appendCodePoint(text.next());
    }
    if (!text.take(":]")) {
      text.back(start);
      return null;
    }
    CodePoints set = NamedSets.posix(name.toString());
    if (set == null) {
      throw text.error("unknown class [:" + name + ":]");
    }
    return set.negatedIf(negated);
  }
}
