package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayList;
import java.util.List;

/** Reads the sets of characters of a pattern: single ones, escapes and bracketed classes. */
final class PatternClass {
  private static final CodePoints DIGITS = CodePoints.range('0', '9');
  private static final CodePoints WORD =
      DIGITS.or(CodePoints.range('a', 'z')).or(CodePoints.range('A', 'Z')).or(CodePoints.one('_'));
  private static final CodePoints SPACE = CodePoints.anyOf(" \t\n\u000B\f\r");

  /** What ECMA-262 calls space beyond ASCII; readers differ about it, so it is never written. */
  private static final CodePoints WIDE_SPACE =
      SPACE
          .or(CodePoints.anyOf("\u0085\u00A0\u1680\u2028\u2029\u202F\u205F\u3000\uFEFF"))
          .or(CodePoints.range(0x2000, 0x200A));

  private final PatternParser in;
  private boolean lastWasSet;

  PatternClass(PatternParser in) {
    this.in = in;
  }

  CodePoints one() {
    int c = in.next();
    return c == '\\' ? escape(false) : CodePoints.one(c);
  }

  /** The rest of a class whose opening bracket is taken. */
  CodePoints bracket() {
    boolean negated = in.take('^');
    List<CodePoints.Range> ranges = new ArrayList<>();
    while (!in.take(']')) {
      CodePoints first = member(negated);
      boolean single = !lastWasSet;
      if (single && in.startsWith("-") && !in.startsWith("-]")) {
        in.take('-');
        ranges.addAll(range(first, member(negated)).ranges());
      } else {
        ranges.addAll(first.ranges());
      }
    }
    CodePoints set = CodePoints.of(ranges);
    return negated ? set.not() : set;
  }

  private CodePoints range(CodePoints first, CodePoints last) {
    if (lastWasSet || first.isEmpty() || last.isEmpty()) {
      throw in.error("a range goes from one character to another");
    }
    int from = first.ranges().getFirst().first();
    int to = last.ranges().getFirst().first();
    if (to < from) {
      throw in.error("a range goes upwards");
    }
    return CodePoints.range(from, to);
  }

  private CodePoints member(boolean negated) {
    int c = in.next();
    lastWasSet = false;
    return c == '\\' ? escape(negated) : CodePoints.one(c);
  }

  private CodePoints escape(boolean negated) {
    int c = in.next();
    lastWasSet = "dDwWsS".indexOf(c) >= 0;
    return switch (c) {
      case 'd' -> DIGITS;
      case 'D' -> DIGITS.not();
      case 'w' -> WORD;
      case 'W' -> WORD.not();
      case 's' -> negated ? WIDE_SPACE : SPACE;
      case 'S' -> (negated ? SPACE : WIDE_SPACE).not();
      case 'n' -> CodePoints.one('\n');
      case 'r' -> CodePoints.one('\r');
      case 't' -> CodePoints.one('\t');
      case 'f' -> CodePoints.one('\f');
      case 'v' -> CodePoints.one(0x0B);
      case 'x' -> CodePoints.one(hex(2));
      case 'u' -> CodePoints.one(in.take('{') ? braced() : unit());
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw in.error("'\\" + Character.toString(c) + "' cannot be enforced");
        }
        yield CodePoints.one(c);
      }
    };
  }

  private int hex(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      value = value * 16 + digit(in.next());
    }
    return value;
  }

  private int braced() {
    int value = 0;
    while (!in.take('}')) {
      value = Math.min(value * 16 + digit(in.next()), Character.MAX_CODE_POINT + 1);
    }
    return character(value);
  }

  private int unit() {
    int high = hex(4);
    if (Character.isHighSurrogate((char) high) && in.startsWith("\\u")) {
      in.next();
      in.next();
      int low = hex(4);
      if (Character.isLowSurrogate((char) low)) {
        return Character.toCodePoint((char) high, (char) low);
      }
    }
    return character(high);
  }

  private int character(int value) {
    if (!CodePoints.ALL.contains(value)) {
      throw in.error("U+" + Integer.toHexString(value) + " is no character");
    }
    return value;
  }

  private int digit(int c) {
    int digit = c < 128 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      throw in.error("expected a hexadecimal digit");
    }
    return digit;
  }
}
