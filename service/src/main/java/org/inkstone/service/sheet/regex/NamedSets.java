package org.inkstone.service.sheet.regex;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sets of characters by name: {@code [:alpha:]} and {@code \p{Lu}}. */
final class NamedSets {
  private static final String CATEGORIES =
      "Cn:0 Lu:1 Ll:2 Lt:3 Lm:4 Lo:5 Mn:6 Me:7 Mc:8 Nd:9 Nl:10 No:11 Zs:12 Zl:13 Zp:14 Cc:15 Cf:16"
          + " Co:18 Cs:19 Pd:20 Ps:21 Pe:22 Pc:23 Po:24 Sm:25 Sc:26 Sk:27 So:28 Pi:29 Pf:30";

  private NamedSets() {}

  /** The set that POSIX names, of ASCII; null if there is none. */
  static @Nullable CodePoints posix(String name) {
    return switch (name) {
      case "alpha" -> CodePoints::isAsciiLetter;
      case "digit" -> CodePoints.DIGIT;
      case "alnum" -> c -> CodePoints.isAsciiLetter(c) || CodePoints.DIGIT.has(c);
      case "upper" -> CodePoints.range('A', 'Z');
      case "lower" -> CodePoints.range('a', 'z');
      case "space" -> CodePoints.SPACE;
      case "blank" -> c -> c == ' ' || c == '\t';
      case "punct" ->
          c -> c > ' ' && c < 0x7f && !CodePoints.isAsciiLetter(c) && !CodePoints.DIGIT.has(c);
      case "cntrl" -> c -> c < ' ' || c == 0x7f;
      case "graph" -> c -> c > ' ' && c < 0x7f;
      case "print" -> c -> c >= ' ' && c < 0x7f;
      case "xdigit" -> c -> c < 128 && Character.digit(c, 16) >= 0;
      case "word" -> CodePoints.WORD;
      case "ascii" -> c -> c < 128;
      default -> null;
    };
  }

  /** The set of a Unicode property: a general category, a script, or one of PCRE2's own. */
  static @Nullable CodePoints property(String name) {
    return switch (name) {
      case "Any" -> CodePoints.ALL;
      case "L&", "LC" ->
          c -> Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
      case "Xan" -> Character::isLetterOrDigit;
      case "Xwd" -> c -> Character.isLetterOrDigit(c) || c == '_';
      case "Xsp", "Xps" -> c -> CodePoints.SPACE.has(c) || Character.isSpaceChar(c);
      default -> name.length() <= 2 ? category(name) : script(name);
    };
  }

  /** A category, or all that begin with its letter. */
  private static @Nullable CodePoints category(String name) {
    long types = 0;
    for (String entry : CATEGORIES.split(" ", -1)) {
      if (!name.isEmpty() && entry.startsWith(name)) {
        types |= 1L << Integer.parseInt(entry.substring(3));
      }
    }
    long found = types;
    return found == 0 ? null : c -> (found >> Character.getType(c) & 1) == 1;
  }

  private static @Nullable CodePoints script(String name) {
    try {
      Character.UnicodeScript script =
          Character.UnicodeScript.forName(name.toUpperCase(Locale.ROOT));
      return c -> Character.UnicodeScript.of(c) == script;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
