package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON strings as expressions: free ones with all legal escapes, and ones with a single spelling.
 */
final class JsonStrings {
  private static final CodePoints CONTROLS = CodePoints.range(0, 0x1F);
  private static final CodePoints QUOTED = CodePoints.anyOf("\"\\").or(CONTROLS);
  private static final CodePoints HEX = CodePoints.anyOf("0123456789abcdefABCDEF");
  private static final Map<Integer, String> SHORT_ESCAPES =
      Map.of(
          (int) '"',
          "\\\"",
          (int) '\\',
          "\\\\",
          (int) '\n',
          "\\n",
          (int) '\r',
          "\\r",
          (int) '\t',
          "\\t",
          (int) '\b',
          "\\b",
          (int) '\f',
          "\\f");

  /** One character in any legal spelling; a pair of surrogate escapes is one. */
  static final Expr ANY_CHARACTER =
      Expr.choice(
          List.of(
              Expr.chars(QUOTED.not()),
              Expr.sequence(Expr.text("\\"), Expr.chars(CodePoints.anyOf("\"\\/bfnrt"))),
              Expr.sequence(Expr.text("\\u"), unicodeEscape())));

  /** One character in the one spelling that {@link #quote} uses. */
  static final Expr PLAIN_CHARACTER = character(CodePoints.ALL);

  private JsonStrings() {}

  private static Expr unicodeEscape() {
    Expr hex = Expr.chars(HEX);
    Expr d = Expr.chars(CodePoints.anyOf("dD"));
    Expr high = Expr.sequence(d, Expr.chars(CodePoints.anyOf("89abAB")), hex, hex);
    Expr low = Expr.sequence(d, Expr.chars(CodePoints.anyOf("cdefCDEF")), hex, hex);
    return Expr.choice(
        List.of(
            Expr.sequence(Expr.chars(HEX.minus(CodePoints.anyOf("dD"))), Expr.repeat(hex, 3, 3)),
            Expr.sequence(d, Expr.chars(CodePoints.anyOf("01234567")), hex, hex),
            Expr.sequence(high, Expr.text("\\u"), low)));
  }

  /** One character of the set, in a single spelling. */
  static Expr character(CodePoints set) {
    List<Expr> options = new ArrayList<>();
    CodePoints raw = set.minus(QUOTED);
    if (!raw.isEmpty()) {
      options.add(Expr.chars(raw));
    }
    for (CodePoints.Range range : set.and(QUOTED).ranges()) {
      for (int c = range.first(); c <= range.last(); c++) {
        options.add(Expr.text(escape(c)));
      }
    }
    return Expr.choice(options);
  }

  private static String escape(int c) {
    return SHORT_ESCAPES.getOrDefault(c, String.format("\\u%04x", c));
  }

  /** The JSON text of a string: nothing escaped but what must be. */
  static String quote(String value) {
    StringBuilder text = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(c -> {
          if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            throw RuleSet.invalid(
                "a string of the schema holds half a surrogate pair, which is no character: U+"
                    + Integer.toHexString(c));
          }
          text.append(QUOTED.contains(c) ? escape(c) : Character.toString(c));
        });
    return text.append('"').toString();
  }

  /** A quoted string that is none of the given ones. */
  static Expr except(List<String> taken) {
    return Expr.sequence(
        Expr.text("\""), rest(taken.stream().map(s -> s.codePoints().boxed().toList()).toList()));
  }

  private static Expr rest(List<List<Integer>> taken) {
    Map<Integer, List<List<Integer>>> byFirst = new TreeMap<>();
    CodePoints firsts = CodePoints.NONE;
    boolean mayEnd = true;
    for (List<Integer> word : taken) {
      if (word.isEmpty()) {
        mayEnd = false;
      } else {
        firsts = firsts.or(CodePoints.one(word.getFirst()));
        byFirst
            .computeIfAbsent(word.getFirst(), f -> new ArrayList<>())
            .add(word.subList(1, word.size()));
      }
    }
    List<Expr> options = new ArrayList<>();
    if (mayEnd) {
      options.add(Expr.text("\""));
    }
    options.add(
        Expr.sequence(
            character(firsts.not()),
            Expr.repeat(PLAIN_CHARACTER, 0, Expr.UNBOUNDED),
            Expr.text("\"")));
    byFirst.forEach((first, words) ->
        options.add(Expr.sequence(character(CodePoints.one(first)), rest(words))));
    return Expr.choice(options);
  }
}
