package org.inkstone.service.sheet.regex;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what stands in parentheses, and references to groups. */
final class GroupReader {
  private final PatternText text;
  private final PatternReader reader;
  private final Map<String, Integer> names = new HashMap<>();
  private final Deque<int[]> resets = new ArrayDeque<>();
  private int count;

  GroupReader(PatternText text, PatternReader reader) {
    this.text = text;
    this.reader = reader;
  }

  /** How many groups were opened so far. */
  int count() {
    return count;
  }

  Map<String, Integer> names() {
    return names;
  }

  /** The rest of a group, its parenthesis already read; null for a change of options. */
  @Nullable Node read() {
    if (text.startsWith("*")) {
      throw text.error("verbs such as (*FAIL) are not matched here");
    } else if (!text.take("?")) {
      return reader.flags().bare() ? body() : capture(null);
    } else if (text.take("<=")) {
      return new Node.Look(body(), true, false);
    } else if (text.take("<!")) {
      return new Node.Look(body(), true, true);
    } else if (text.take("P<") || text.take("<")) {
      return capture(text.until(">"));
    } else if (text.take("'")) {
      return capture(text.until("'"));
    } else if (text.take("P=")) {
      return new Node.Back(text.until(")"), reader.flags().anyCase());
    } else if (text.take("P>") || text.take("&")) {
      return new Node.Call(text.until(")"));
    } else if (text.take("R)")) {
      return new Node.Call("0");
    } else if (text.take("(")) {
      return condition();
    }
    return marked();
  }

  private @Nullable Node marked() {
    return switch (text.peek()) {
      case ':' -> rest();
      case '>' -> new Node.Atomic(rest());
      case '=' -> new Node.Look(rest(), false, false);
      case '!' -> new Node.Look(rest(), false, true);
      case '|' -> reset();
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+' -> call();
      default -> options();
    };
  }

  /** The group after its mark of one character. */
  private Node rest() {
    text.next();
    return body();
  }

  private Node body() {
    return body(new int[0]);
  }

  /**
   * Alternatives and the closing parenthesis; options that they change end with them.
   *
   * @param reset the number from which each branch counts its groups and the highest that one
   *     reached; empty if branches count on
   */
  private Node body(int[] reset) {
    Flags before = reader.flags();
    resets.push(reset);
    Node body = reader.choice();
    resets.pop();
    reader.flags(before);
    text.expect(")");
    return body;
  }

  private Node capture(@Nullable String name) {
    int group = ++count;
    if (name != null) {
      if (!name.matches("[\\p{L}_][\\p{L}\\p{Nd}_]{0,127}") || names.containsKey(name)) {
        throw text.error("not the name of a new group: " + name);
      }
      names.put(name, group);
    }
    return new Node.Capture(group, body());
  }

  /** {@code (?|…)}: every branch counts its groups from the same number. */
  private Node reset() {
    text.next();
    int[] reset = {count, count};
    Node body = body(reset);
    count = Math.max(count, reset[1]);
    return body;
  }

  /** Called at the end of every branch. */
  void branchEnds() {
    int[] reset = resets.peek();
    if (reset != null && reset.length == 2) {
      reset[1] = Math.max(reset[1], count);
      count = reset[0];
    }
  }

  private Node call() {
    return new Node.Call(absolute(text.until(")")));
  }

  /** A number as it is, or counted from here: -1 is the group opened last, +1 the next. */
  private String absolute(String reference) {
    if (reference.startsWith("-") || reference.startsWith("+")) {
      int distance = text.number(reference.substring(1), 10);
      int group = reference.startsWith("-") ? count + 1 - distance : count + distance;
      if (group < 1 || distance == 0) {
        throw text.error("there is no group " + reference);
      }
      return Integer.toString(group);
    }
    return reference;
  }

  private @Nullable Node options() {
    if (text.startsWith("-") && CodePoints.DIGIT.has(afterDash())) {
      return call();
    }
    Flags before = reader.flags();
    Flags flags = text.take("^") ? Flags.of(false) : before;
    boolean on = true;
    while (!text.startsWith(")") && !text.startsWith(":")) {
      int option = text.next();
      if (option == '-') {
        on = false;
      } else {
        flags = flags.with(option, on, text);
      }
    }
    reader.flags(flags);
    if (text.take(")")) {
      return null;
    }
    text.expect(":");
    Node body = body();
    reader.flags(before);
    return body;
  }

  private int afterDash() {
    int start = text.position();
    text.next();
    int next = text.peek();
    text.back(start);
    return next;
  }

  /** {@code (?(1)yes|no)}, {@code (?(<name>)yes|no)} or {@code (?(?=…)yes|no)}. */
  private Node condition() {
    if (text.take("?")) {
      boolean behind = text.take("<");
      boolean negated = text.take("!");
      if (!negated) {
        text.expect("=");
      }
      Node.Look look = new Node.Look(body(), behind, negated);
      Node[] branches = branches();
      return new Node.IfLook(look, branches[0], branches[1]);
    }
    String group = text.until(")");
    if (group.startsWith("<") && group.endsWith(">")
        || group.length() > 1 && group.startsWith("'") && group.endsWith("'")) {
      group = group.substring(1, group.length() - 1);
    }
    Node[] branches = branches();
    return new Node.IfGroup(absolute(group), branches[0], branches[1]);
  }

  private Node[] branches() {
    return switch (body()) {
      case Node.Choice choice when choice.branches().size() == 2 ->
          new Node[] {choice.branches().get(0), choice.branches().get(1)};
      case Node.Choice choice -> throw text.error("a condition has at most two branches");
      case Node one -> new Node[] {one, new Node.Sequence(List.of())};
    };
  }

  /** {@code \k<name>}, {@code \g{-1}} and their kin, the letter already read. */
  Node back(int letter) {
    boolean anyCase = reader.flags().anyCase();
    if (text.take("{")) {
      return new Node.Back(absolute(text.until("}").strip()), anyCase);
    } else if (letter == 'g' && (text.startsWith("<") || text.startsWith("'"))) {
      return new Node.Call(absolute(text.until(text.take("<") ? ">" : quote())));
    } else if (text.take("<")) {
      return new Node.Back(text.until(">"), anyCase);
    } else if (text.take("'")) {
      return new Node.Back(text.until("'"), anyCase);
    } else if (letter == 'g') {
      String sign = text.take("-") ? "-" : text.take("+") ? "+" : "";
      return new Node.Back(absolute(sign + text.digits(10, 5)), anyCase);
    }
    throw text.error("\\k is followed by a group's name");
  }

  private String quote() {
    text.expect("'");
    return "'";
  }
}
