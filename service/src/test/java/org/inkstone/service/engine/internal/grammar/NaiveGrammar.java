package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A grammar that prints itself as GBNF and recognizes texts by trying everything, character by
 * character: slow, simple, and independent of the automaton.
 */
record NaiveGrammar(List<Part> rules) {
  /** One construct of the notation. */
  sealed interface Part {}

  record Literal(String text) implements Part {}

  record Letters(int first, int last, boolean negated) implements Part {}

  record Dot() implements Part {}

  record All(List<Part> parts) implements Part {}

  record Either(List<Part> options) implements Part {}

  record Times(Part body, int min, int max) implements Part {}

  record Rule(int index) implements Part {}

  private static final int NO_LIMIT = -1;
  private static final String[] WORDS = {
    "a", "b", "ab", "(", ")", "中", "中文", "é", "\"", "\\", "x\ny", "😀", "=", "SUM("
  };

  static Part times(Part body, int min, int max) {
    return new Times(body, min, max);
  }

  static NaiveGrammar random(RandomGenerator random) {
    int count = 1 + random.nextInt(5);
    List<Part> rules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Part> options = new ArrayList<>();
      options.add(literal(random));
      options.add(part(random, i, count, 0));
      options.add(
          new All(List.of(literal(random), new Rule(random.nextInt(count)), literal(random))));
      rules.add(new Either(options));
    }
    return new NaiveGrammar(rules);
  }

  private static Literal literal(RandomGenerator random) {
    return new Literal(WORDS[random.nextInt(WORDS.length)]);
  }

  private static Part part(RandomGenerator random, int rule, int count, int depth) {
    return switch (random.nextInt(depth > 3 ? 4 : 9)) {
      case 0, 1 -> literal(random);
      case 2 -> new Letters('a', 'a' + random.nextInt(6), random.nextInt(4) == 0);
      case 3 ->
          random.nextInt(3) == 0
              ? new Dot()
              : new Letters(0x4E2D, 0x4E2D + random.nextInt(3_000), random.nextBoolean());
      case 4, 5 ->
          new All(
              List.of(part(random, rule, count, depth + 1), part(random, rule, count, depth + 1)));
      case 6 ->
          new Either(
              List.of(part(random, rule, count, depth + 1), part(random, rule, count, depth + 1)));
      case 7 -> {
        int min = random.nextInt(3);
        int max = random.nextInt(3) == 0 ? NO_LIMIT : min + random.nextInt(4);
        yield new Times(part(random, rule, count, depth + 1), min, max);
      }
      default -> rule + 1 < count ? new Rule(rule + 1) : literal(random);
    };
  }

  /** The rules as text. */
  String gbnf() {
    StringBuilder text = new StringBuilder("# made by a test\n");
    for (int i = 0; i < rules.size(); i++) {
      text.append(name(i)).append(" ::= ").append(print(rules.get(i))).append('\n');
    }
    return text.toString();
  }

  private static String name(int index) {
    return index == 0 ? "root" : "r-" + index;
  }

  private static String print(Part part) {
    return switch (part) {
      case Literal literal ->
          '"'
              + literal.text().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
              + '"';
      case Letters c ->
          String.format(
              "[%s%s-\\U%08x]",
              c.negated() ? "^" : "", "\\u" + String.format("%04x", c.first()), c.last());
      case Dot dot -> ".";
      case All all ->
          all.parts().stream().map(NaiveGrammar::print).collect(Collectors.joining(" "));
      case Either either ->
          either.options().stream()
              .map(NaiveGrammar::print)
              .collect(Collectors.joining(" | ", "(", ")"));
      case Times t -> "(" + print(t.body()) + ")" + marks(t);
      case Rule rule -> name(rule.index());
    };
  }

  private static String marks(Times times) {
    if (times.max() == NO_LIMIT) {
      return times.min() == 0 ? "*" : times.min() == 1 ? "+" : "{" + times.min() + ",}";
    }
    return times.min() == times.max()
        ? "{" + times.min() + "}"
        : "{" + times.min() + "," + times.max() + "}";
  }

  /** Whether the first rule derives the text. */
  boolean matches(String text) {
    return new Matcher(text.codePoints().toArray())
        .ends(rules.getFirst(), 0)
        .get(text.codePointCount(0, text.length()));
  }

  private final class Matcher {
    private final int[] text;
    private final IdentityHashMap<Part, Map<Integer, BitSet>> memo = new IdentityHashMap<>();

    Matcher(int[] text) {
      this.text = text;
    }

    BitSet ends(Part part, int from) {
      Map<Integer, BitSet> known = memo.computeIfAbsent(part, p -> new HashMap<>());
      BitSet ends = known.get(from);
      if (ends == null) {
        ends = find(part, from);
        known.put(from, ends);
      }
      return ends;
    }

    private BitSet find(Part part, int from) {
      return switch (part) {
        case Literal literal -> literal(literal.text().codePoints().toArray(), from);
        case Letters c -> one(from, at -> (c.first() <= at && at <= c.last()) != c.negated());
        case Dot dot -> one(from, at -> true);
        case All all -> {
          BitSet places = only(from);
          for (Part p : all.parts()) {
            places = after(p, places);
          }
          yield places;
        }
        case Either either -> {
          BitSet places = new BitSet();
          either.options().forEach(option -> places.or(ends(option, from)));
          yield places;
        }
        case Times times -> times(times, from);
        case Rule rule -> ends(rules.get(rule.index()), from);
      };
    }

    private BitSet times(Times times, int from) {
      BitSet places = only(from);
      for (int i = 0; i < times.min(); i++) {
        places = after(times.body(), places);
      }
      BitSet all = (BitSet) places.clone();
      int more = times.max() == NO_LIMIT ? text.length + 1 : times.max() - times.min();
      for (int i = 0; i < more; i++) {
        places = after(times.body(), places);
        all.or(places);
      }
      return all;
    }

    private BitSet after(Part part, BitSet places) {
      BitSet next = new BitSet();
      places.stream().forEach(place -> next.or(ends(part, place)));
      return next;
    }

    private BitSet literal(int[] wanted, int from) {
      boolean here =
          from + wanted.length <= text.length
              && java.util.Arrays.equals(
                  text, from, from + wanted.length, wanted, 0, wanted.length);
      return here ? only(from + wanted.length) : new BitSet();
    }

    private BitSet one(int from, java.util.function.IntPredicate fits) {
      return from < text.length && fits.test(text[from]) ? only(from + 1) : new BitSet();
    }

    private BitSet only(int place) {
      BitSet set = new BitSet();
      set.set(place);
      return set;
    }
  }
}
