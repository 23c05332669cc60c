package org.inkstone.service.engine.internal.grammar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds the network of a rule set from back to front: each expression is built when the node that
 * follows it is known.
 */
final class NetworkBuilder {
  private static final int MAX_COPIES = 100_000;
  private static final int MAX_UNIT_SIZE = 4_000;

  private final Network network = new Network();
  private final Map<String, Integer> entries = new HashMap<>();
  private final Map<Integer, String> names = new HashMap<>();
  private final Deque<String> unbuilt = new ArrayDeque<>();
  private final Map<Expr, Optional<UnitDfa>> units = new HashMap<>();
  private final RuleSet rules;

  /** Whether repetitions are written out, without loops and calls. */
  private boolean plain;

  private NetworkBuilder(RuleSet rules) {
    this.rules = rules;
  }

  /** The network of the rules, checked and without dead ends. */
  static Network build(RuleSet rules) {
    NetworkBuilder builder = new NetworkBuilder(rules);
    Network network = builder.network;
    network.startAt(builder.entry(rules.start()));
    while (!builder.unbuilt.isEmpty()) {
      String name = builder.unbuilt.removeFirst();
      int body = builder.node(builder.body(name), Network.END);
      network.set(builder.entry(name), new Network.Fork(List.of(body)));
    }
    new NetworkCheck(network, builder.names).run();
    return network;
  }

  private Expr body(String name) {
    Expr body = rules.rules().get(name);
    if (body == null) {
      throw RuleSet.invalid("the grammar uses rule '" + name + "' but does not define it");
    }
    return body;
  }

  private int entry(String name) {
    Integer known = entries.get(name);
    if (known != null) {
      return known;
    }
    int entry = network.add(new Network.Fork(List.of()));
    entries.put(name, entry);
    names.put(entry, name);
    unbuilt.add(name);
    return entry;
  }

  /** The node where the expression starts, if {@code next} follows it. */
  private int node(Expr expr, int next) {
    return switch (expr) {
      case Expr.Text text -> text(text.text().getBytes(StandardCharsets.UTF_8), 0, next);
      case Expr.Char chars -> chars(chars.set(), next);
      case Expr.Sequence sequence -> {
        int node = next;
        for (Expr part : sequence.parts().reversed()) {
          node = node(part, node);
        }
        yield node;
      }
      case Expr.Choice choice -> choice(choice, next);
      case Expr.Repeat repeat -> repeat(repeat, next);
      case Expr.Rule rule -> call(entry(rule.name()), next);
    };
  }

  private int call(int entry, int next) {
    return next == Network.END ? entry : network.add(new Network.Call(entry, next));
  }

  private int text(byte[] bytes, int from, int next) {
    int node = next;
    for (int i = bytes.length - 1; i >= from; i--) {
      int b = bytes[i] & 0xFF;
      node = network.add(new Network.Read(List.of(new Network.Edge(b, b, node))));
    }
    return node;
  }

  private int chars(CodePoints set, int next) {
    Map<Network.Edge, Integer> tails = new HashMap<>();
    List<Network.Edge> edges = new ArrayList<>();
    for (Utf8Ranges.Sequence sequence : Utf8Ranges.of(set)) {
      int target = next;
      for (int i = sequence.first().size() - 1; i > 0; i--) {
        Network.Edge edge =
            new Network.Edge(sequence.first().get(i), sequence.last().get(i), target);
        target = tails.computeIfAbsent(edge, tail -> network.add(new Network.Read(List.of(tail))));
      }
      edges.add(new Network.Edge(sequence.first().getFirst(), sequence.last().getFirst(), target));
    }
    return network.add(new Network.Read(List.copyOf(edges)));
  }

  private int choice(Expr.Choice choice, int next) {
    List<byte[]> texts = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    for (Expr option : choice.options()) {
      if (option instanceof Expr.Text text) {
        texts.add(text.text().getBytes(StandardCharsets.UTF_8));
      } else {
        targets.add(node(option, next));
      }
    }
    if (!texts.isEmpty()) {
      targets.add(new TextTrie(network, texts, next).root());
    }
    return fork(targets);
  }

  private int fork(List<Integer> targets) {
    return targets.size() == 1
        ? targets.getFirst()
        : network.add(new Network.Fork(List.copyOf(targets)));
  }

  private int repeat(Expr.Repeat repeat, int next) {
    if (repeat.max() == 0) {
      return next;
    }
    if (repeat.max() == 1) {
      return fork(List.of(node(repeat.body(), next), next));
    }
    UnitDfa unit = plain ? null : unit(repeat.body());
    if (unit != null) {
      int max = repeat.max() == Expr.UNBOUNDED ? Integer.MAX_VALUE : repeat.max();
      return network.add(new Network.Loop(unit, repeat.min(), max, next));
    }
    return copies(repeat, next);
  }

  private int copies(Expr.Repeat repeat, int next) {
    int copies = Math.max(repeat.min(), repeat.max());
    if (copies > MAX_COPIES) {
      throw RuleSet.invalid(
          "a repetition of a group may go to " + MAX_COPIES + ", this one goes to " + copies);
    }
    Expr body = copies > 1 && !plain ? outlined(repeat.body()) : repeat.body();
    int node = next;
    if (repeat.max() == Expr.UNBOUNDED) {
      node = network.add(new Network.Fork(List.of()));
      network.set(node, new Network.Fork(List.of(node(body, node), next)));
    }
    for (int i = repeat.min(); i < repeat.max(); i++) {
      node = fork(List.of(node(body, node), next));
    }
    for (int i = 0; i < repeat.min(); i++) {
      node = node(body, node);
    }
    return node;
  }

  /** The body as a rule of its own, so that each copy is one call. */
  private Expr outlined(Expr body) {
    if (body instanceof Expr.Rule) {
      return body;
    }
    String name = "#" + network.size();
    int entry = network.add(new Network.Fork(List.of()));
    entries.put(name, entry);
    network.set(entry, new Network.Fork(List.of(node(body, Network.END))));
    return new Expr.Rule(name);
  }

  private @Nullable UnitDfa unit(Expr body) {
    if (size(body) >= MAX_UNIT_SIZE) {
      return null;
    }
    return units.computeIfAbsent(body, NetworkBuilder::buildUnit).orElse(null);
  }

  private static Optional<UnitDfa> buildUnit(Expr body) {
    NetworkBuilder builder = new NetworkBuilder(new RuleSet(Map.of("unit", body), "unit"));
    builder.plain = true;
    return Optional.ofNullable(UnitDfa.of(builder.network, builder.node(body, Network.END)));
  }

  private static int size(Expr expr) {
    return switch (expr) {
      case Expr.Text text -> text.text().length();
      case Expr.Char chars -> 1 + chars.set().ranges().size();
      case Expr.Sequence sequence -> sum(sequence.parts());
      case Expr.Choice choice -> sum(choice.options());
      case Expr.Repeat repeat ->
          repeat.max() == Expr.UNBOUNDED
              ? MAX_UNIT_SIZE
              : Math.clamp((long) size(repeat.body()) * repeat.max(), 0, MAX_UNIT_SIZE);
      case Expr.Rule rule -> MAX_UNIT_SIZE;
    };
  }

  private static int sum(List<Expr> parts) {
    int sum = 1;
    for (Expr part : parts) {
      sum = Math.min(sum + size(part), MAX_UNIT_SIZE);
    }
    return sum;
  }
}
