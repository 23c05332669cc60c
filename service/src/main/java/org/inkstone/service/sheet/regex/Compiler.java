package org.inkstone.service.sheet.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inkstone.service.sheet.regex.Node.Mode;
import org.inkstone.service.sheet.regex.Op.Kind;

/** Makes steps of a parsed expression. */
final class Compiler {
  private static final int MOST_OPS = 60_000;
  private static final int WIDEST_BEHIND = 255;

  private final String pattern;
  private final int groups;
  private final Map<String, Integer> names;
  private final List<Op> ops = new ArrayList<>();
  private final Map<Integer, Integer> entries = new HashMap<>();
  private int slots;

  private Compiler(String pattern, int groups, Map<String, Integer> names) {
    this.pattern = pattern;
    this.groups = groups;
    this.names = names;
    this.slots = 3 * (groups + 1);
  }

  static Program compile(String pattern, boolean anyCase) {
    PatternReader reader = new PatternReader(pattern, anyCase);
    Node node = reader.read();
    Compiler compiler = new Compiler(pattern, reader.groups().count(), reader.groups().names());
    compiler.entries.put(0, 0);
    compiler.add(node);
    compiler.op(new Op(Kind.RETURN, 0, -1));
    compiler.op(new Op(Kind.MATCH));
    compiler.ops.stream()
        .filter(op -> op.kind == Kind.CALL)
        .forEach(op -> op.a = compiler.entries.getOrDefault(op.b, 0));
    return new Program(
        compiler.ops.toArray(Op[]::new), compiler.groups, compiler.slots, compiler.names);
  }

  private Op op(Op op) {
    if (ops.size() >= MOST_OPS) {
      throw error("the expression unfolds to more than " + MOST_OPS + " steps");
    }
    ops.add(op);
    return op;
  }

  private RegexSyntaxException error(String message) {
    return new RegexSyntaxException(message, pattern, pattern.length());
  }

  private int here() {
    return ops.size();
  }

  private void add(Node node) {
    switch (node) {
      case Node.One one -> op(new Op(Kind.ONE)).set = one.set();
      case Node.Sequence sequence -> sequence.parts().forEach(this::add);
      case Node.Choice choice -> choice(choice.branches());
      case Node.Repeat repeat -> repeat(repeat);
      case Node.Capture capture -> capture(capture);
      case Node.Atomic atomic -> atomic(atomic.body());
      case Node.Look look -> look(look, false);
      case Node.Back back -> op(new Op(Kind.BACK, group(back.group()), -1)).flag = back.anyCase();
      case Node.At at -> op(new Op(Kind.ANCHOR)).anchor = at.anchor();
      case Node.Keep keep -> op(new Op(Kind.SAVE, 0, -1));
      case Node.Call call -> op(new Op(Kind.CALL, 0, group(call.group())));
      case Node.IfGroup condition -> ifGroup(condition);
      case Node.IfLook condition -> ifLook(condition);
    }
  }

  private int group(String reference) {
    Integer named = names.get(reference);
    if (named != null) {
      return named;
    } else if (reference.matches("[0-9]{1,5}") && Integer.parseInt(reference) <= groups) {
      return Integer.parseInt(reference);
    }
    throw error("there is no group " + reference);
  }

  private void choice(List<Node> branches) {
    List<Op> jumps = new ArrayList<>();
    for (int i = 0; i < branches.size() - 1; i++) {
      Op split = op(new Op(Kind.SPLIT));
      split.a = here();
      add(branches.get(i));
      jumps.add(op(new Op(Kind.JUMP)));
      split.b = here();
    }
    add(branches.getLast());
    jumps.forEach(jump -> jump.a = here());
  }

  private void capture(Node.Capture capture) {
    entries.putIfAbsent(capture.group(), here());
    int opened = 2 * (groups + 1) + capture.group();
    op(new Op(Kind.SAVE, opened, -1));
    add(capture.body());
    op(new Op(Kind.CLOSE, capture.group(), opened));
    op(new Op(Kind.RETURN, capture.group(), -1));
  }

  private void atomic(Node body) {
    Op atomic = op(new Op(Kind.ATOMIC));
    add(body);
    op(new Op(Kind.PART_END));
    atomic.a = here();
  }

  private Op look(Node.Look look, boolean condition) {
    Op op = op(new Op(look.behind() ? Kind.BEHIND : Kind.AHEAD));
    op.flag = look.negated();
    if (look.behind()) {
      op.width = Width.of(look.body());
      if (op.width.max() > WIDEST_BEHIND) {
        throw error("a lookbehind may take more than " + WIDEST_BEHIND + " characters");
      }
    }
    add(look.body());
    op(new Op(Kind.PART_END)).flag = look.behind();
    op.a = here();
    op.b = condition ? 0 : -1;
    return op;
  }

  private void ifGroup(Node.IfGroup condition) {
    boolean definition = condition.group().equals("DEFINE");
    Op test = op(new Op(Kind.IF_GROUP, definition ? 0 : group(condition.group()), -1));
    test.b = branches(condition.yes(), condition.no());
  }

  private void ifLook(Node.IfLook condition) {
    Op look = look(condition.look(), true);
    look.b = branches(condition.yes(), condition.no());
  }

  /** Adds both branches; where the second begins. */
  private int branches(Node yes, Node no) {
    add(yes);
    Op jump = op(new Op(Kind.JUMP));
    int second = here();
    add(no);
    jump.a = here();
    return second;
  }

  private void repeat(Node.Repeat repeat) {
    if (repeat.max() == 0) {
      // never passed, but its groups may be called
      Op jump = op(new Op(Kind.JUMP));
      add(repeat.body());
      jump.a = here();
    } else if (repeat.body() instanceof Node.One one) {
      Op run = op(new Op(Kind.RUN, repeat.min(), repeat.max()));
      run.set = one.set();
      run.mode = repeat.mode();
    } else if (repeat.mode() == Mode.POSSESSIVE) {
      atomic(new Node.Repeat(repeat.body(), repeat.min(), repeat.max(), Mode.GREEDY));
    } else if (!(repeat.body() instanceof Node.At || repeat.body() instanceof Node.Look)) {
      unfold(repeat);
    } else if (repeat.min() > 0) {
      // a place that is there once is there always
      add(repeat.body());
    }
  }

  private void unfold(Node.Repeat repeat) {
    for (int i = 0; i < repeat.min(); i++) {
      add(repeat.body());
    }
    if (repeat.max() == Integer.MAX_VALUE) {
      loop(repeat);
      return;
    }
    List<Op> splits = new ArrayList<>();
    for (int i = repeat.min(); i < repeat.max(); i++) {
      splits.add(op(new Op(Kind.SPLIT, here() + 1, 0)));
      add(repeat.body());
    }
    splits.forEach(split -> leave(split, repeat.mode(), here()));
  }

  private void loop(Node.Repeat repeat) {
    boolean mayStand = Width.of(repeat.body()).min() == 0;
    Op split = op(new Op(Kind.SPLIT, here() + 1, 0));
    int start = here() - 1;
    Op unmoved = null;
    if (mayStand) {
      int slot = slots++;
      op(new Op(Kind.SAVE, slot, -1));
      add(repeat.body());
      unmoved = op(new Op(Kind.UNMOVED, slot, -1));
    } else {
      add(repeat.body());
    }
    op(new Op(Kind.JUMP, start, -1));
    if (unmoved != null) {
      unmoved.b = here();
    }
    leave(split, repeat.mode(), here());
  }

  private static void leave(Op split, Mode mode, int end) {
    split.b = end;
    if (mode == Mode.LAZY) {
      split.b = split.a;
      split.a = end;
    }
  }
}
