package org.inkstone.service.engine.internal.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A pattern as an automaton over characters, so that its product with a count of characters can be
 * written as rules: one for each state and count that occur.
 */
final class PatternNfa {
  private record Step(CodePoints set, int target) {}

  private record Place(int state, int count) {}

  private static final int END = 0;
  private static final int MAX_STATES = 20_000;
  private static final int MAX_PLACES = 20_000;
  private static final int MAX_STEPS = 100_000;

  private final String path;
  private final List<List<Step>> steps = new ArrayList<>();
  private final List<List<Integer>> moves = new ArrayList<>();

  private PatternNfa(String path) {
    this.path = path;
  }

  /** Adds the rules for the pattern's strings of {@code min} to {@code max} characters. */
  static Expr bounded(Expr pattern, int min, int max, String path, Map<String, Expr> rules) {
    PatternNfa nfa = new PatternNfa(path);
    nfa.add();
    Place start = new Place(nfa.state(pattern, END), 0);
    String prefix = "-pattern" + rules.size() + ":";
    Set<Place> found = new HashSet<>(Set.of(start));
    Deque<Place> work = new ArrayDeque<>(found);
    long total = 0;
    while (!work.isEmpty()) {
      Place place = work.removeFirst();
      List<Expr> options = new ArrayList<>();
      for (int state : nfa.closure(place.state())) {
        if (state == END && place.count() >= min) {
          options.add(Expr.EMPTY);
        }
        for (Step step : place.count() == max ? List.<Step>of() : nfa.steps.get(state)) {
          int count = max == Expr.UNBOUNDED ? Math.min(place.count() + 1, min) : place.count() + 1;
          Place next = new Place(step.target(), count);
          if (found.add(next)) {
            work.add(next);
          }
          options.add(Expr.sequence(JsonStrings.character(step.set()), name(prefix, next)));
        }
      }
      total += options.size();
      nfa.require(found.size() <= MAX_PLACES && total <= MAX_STEPS);
      rules.put(name(prefix, place).name(), Expr.choice(options));
    }
    return name(prefix, start);
  }

  private static Expr.Rule name(String prefix, Place place) {
    return new Expr.Rule(prefix + place.state() + ":" + place.count());
  }

  private void require(boolean small) {
    if (!small) {
      throw SchemaKeywords.error(
          path, "'pattern' together with 'minLength' or 'maxLength' is too large to be enforced");
    }
  }

  private int add() {
    require(steps.size() < MAX_STATES);
    steps.add(new ArrayList<>(1));
    moves.add(new ArrayList<>(1));
    return steps.size() - 1;
  }

  private int state(Expr expr, int next) {
    return switch (expr) {
      case Expr.Char chars -> {
        int state = add();
        steps.get(state).add(new Step(chars.set(), next));
        yield state;
      }
      case Expr.Sequence sequence -> {
        int state = next;
        for (Expr part : sequence.parts().reversed()) {
          state = state(part, state);
        }
        yield state;
      }
      case Expr.Choice choice -> {
        int state = add();
        choice.options().forEach(option -> moves.get(state).add(state(option, next)));
        yield state;
      }
      case Expr.Repeat repeat -> repeat(repeat, next);
      case Expr.Text text ->
          state(
              new Expr.Sequence(
                  text.text().codePoints().mapToObj(c -> Expr.chars(CodePoints.one(c))).toList()),
              next);
      case Expr.Rule rule -> throw new IllegalArgumentException("a pattern has no rules: " + rule);
    };
  }

  private int repeat(Expr.Repeat repeat, int next) {
    int state = next;
    if (repeat.max() == Expr.UNBOUNDED) {
      int loop = add();
      moves.get(loop).add(next);
      moves.get(loop).add(state(repeat.body(), loop));
      state = loop;
    }
    for (int i = repeat.min(); i < repeat.max(); i++) {
      int fork = add();
      moves.get(fork).add(next);
      moves.get(fork).add(state(repeat.body(), state));
      state = fork;
    }
    for (int i = 0; i < repeat.min(); i++) {
      state = state(repeat.body(), state);
    }
    return state;
  }

  private Set<Integer> closure(int start) {
    Set<Integer> reached = new HashSet<>(Set.of(start));
    Deque<Integer> work = new ArrayDeque<>(reached);
    while (!work.isEmpty()) {
      for (int target : moves.get(work.removeFirst())) {
        if (reached.add(target)) {
          work.add(target);
        }
      }
    }
    return reached;
  }
}
