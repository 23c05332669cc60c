package org.inkstone.service.sheet.regex;

import org.jspecify.annotations.Nullable;

/** Reads what follows a backslash, as far as it means the same inside and outside of classes. */
final class EscapeReader {
  private final PatternText text;

  EscapeReader(PatternText text) {
    this.text = text;
  }

  /** A set such as {@code \d}; null if the letter names none. */
  @Nullable CodePoints set(int letter) {
    return switch (letter) {
      case 'd' -> CodePoints.DIGIT;
      case 'D' -> CodePoints.DIGIT.negated();
      case 'w' -> CodePoints.WORD;
      case 'W' -> CodePoints.WORD.negated();
      case 's' -> CodePoints.SPACE;
      case 'S' -> CodePoints.SPACE.negated();
      case 'h' -> CodePoints.HORIZONTAL;
      case 'H' -> CodePoints.HORIZONTAL.negated();
      case 'v' -> CodePoints.VERTICAL;
      case 'V' -> CodePoints.VERTICAL.negated();
      case 'p', 'P' -> property(letter == 'P');
      default -> null;
    };
  }

  private CodePoints property(boolean negated) {
    boolean not = negated;
    String name;
    if (text.take("{")) {
      not ^= text.take("^");
      name = text.until("}").strip().replace("_", "");
    } else {
      name = Character.toString(text.next());
    }
    CodePoints set = NamedSets.property(name);
    if (set == null) {
      throw text.error("unknown property " + name);
    }
    return set.negatedIf(not);
  }

  /** One character such as {@code \n} or {@code \x41}, or a sign that stands for itself. */
  int character(int letter) {
    return switch (letter) {
      case 'a' -> 7;
      case 'e' -> 27;
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'c' -> Character.toUpperCase(text.next()) ^ 64;
      case 'x' -> text.take("{") ? braced(16) : text.number(text.digits(16, 2), 16);
      case 'o' -> octal();
      case '0' -> text.number(text.digits(8, 2), 8);
      default -> itself(letter);
    };
  }

  private int octal() {
    text.expect("{");
    return braced(8);
  }

  private int braced(int radix) {
    int code = text.number(text.digits(radix, 12), radix);
    text.expect("}");
    if (!Character.isValidCodePoint(code)) {
      throw text.error("no character has the number " + code);
    }
    return code;
  }

  private int itself(int letter) {
    if (CodePoints.isAsciiLetter(letter) || CodePoints.DIGIT.has(letter)) {
      throw text.error("unknown escape \\" + Character.toString(letter));
    }
    return letter;
  }
}
