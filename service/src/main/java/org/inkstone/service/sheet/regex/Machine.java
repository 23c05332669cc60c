package org.inkstone.service.sheet.regex;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.inkstone.service.sheet.regex.Backtracks.Kind;
import org.inkstone.service.sheet.regex.Node.Mode;
import org.inkstone.service.sheet.value.LimitException;
import org.jspecify.annotations.Nullable;

/**
 * Matches a program at places of one text: depth first as PCRE2 does, but on a stack of its own and
 * with every step counted, so that no pattern can hang or overflow the thread.
 */
final class Machine {
  private static final int DEEPEST = 200;
  private static final int DEEPEST_CALLS = 5000;
  private static final int STEPS_AT_ONCE = 1024;

  private final Op[] ops;
  private final String text;
  private final LongConsumer charge;
  private final int searchStart;
  private final Backtracks ways = new Backtracks();
  private int[] slots;
  private @Nullable Frame frame;
  private int place;
  private int partEnd;
  private int notEmptyAt = -1;
  private int depth;
  private int steps;

  Machine(Program program, String text, int searchStart, LongConsumer charge) {
    this.ops = program.ops;
    this.text = text;
    this.searchStart = searchStart;
    this.charge = charge;
    this.slots = new int[program.slots];
  }

  /** The match that begins at a place; null if there is none. */
  @Nullable RegexMatch match(int start, boolean mayBeEmpty) {
    Arrays.fill(slots, -1);
    slots[0] = start;
    ways.clear();
    frame = null;
    notEmptyAt = mayBeEmpty ? -1 : start;
    return run(0, start) ? new RegexMatch(text, slots.clone(), place) : null;
  }

  /** Charges the steps that were not charged yet. */
  void settle() {
    charge.accept(steps);
    steps = 0;
  }

  /** Runs up to the end of the program or of a part; the place is then in {@link #place}. */
  private boolean run(int start, int from) {
    int base = ways.size();
    int at = start;
    place = from;
    while (true) {
      count(1);
      Op op = ops[at];
      if (op.kind == Op.Kind.PART_END && (!op.flag || place == partEnd)
          || op.kind == Op.Kind.MATCH && place != notEmptyAt) {
        return true;
      }
      at = step(op, at);
      if (at < 0) {
        at = backtrack(base);
        if (at < 0) {
          return false;
        }
      }
    }
  }

  private void count(int more) {
    steps += more;
    if (steps >= STEPS_AT_ONCE) {
      settle();
    }
  }

  /** Does one step; the next step, or -1 if it fails. */
  private int step(Op op, int at) {
    return switch (op.kind) {
      case ONE -> one(op) ? at + 1 : -1;
      case RUN -> characters(op, at);
      case SPLIT -> {
        ways.push(Kind.WAY, op.b, place, 0, frame);
        yield op.a;
      }
      case JUMP -> op.a;
      case SAVE -> {
        set(op.a, place);
        yield at + 1;
      }
      case CLOSE -> {
        set(2 * op.a, slots[op.b]);
        set(2 * op.a + 1, place);
        yield at + 1;
      }
      case UNMOVED -> slots[op.a] == place ? op.b : at + 1;
      case ANCHOR -> Places.isAt(op.anchor, text, place, searchStart) ? at + 1 : -1;
      case BACK -> again(op) ? at + 1 : -1;
      case RETURN -> returned(op.a, at);
      case CALL -> called(op, at);
      case IF_GROUP -> op.a > 0 && slots[2 * op.a + 1] >= 0 ? at + 1 : op.b;
      case ATOMIC -> atomic(op, at);
      case AHEAD, BEHIND -> look(op, at);
      case PART_END, MATCH -> -1;
    };
  }

  private void set(int slot, int value) {
    ways.push(Kind.SLOT, slot, slots[slot], 0, null);
    slots[slot] = value;
  }

  private boolean one(Op op) {
    if (place < text.length()) {
      int c = text.codePointAt(place);
      if (has(op, c)) {
        place += Character.charCount(c);
        return true;
      }
    }
    return false;
  }

  private static boolean has(Op op, int c) {
    CodePoints set = op.set;
    return set != null && set.has(c);
  }

  private int characters(Op op, int at) {
    int count = 0;
    while (count < op.a && one(op)) {
      count++;
    }
    if (count < op.a) {
      return -1;
    } else if (op.mode == Mode.LAZY) {
      if (count < op.b) {
        ways.push(Kind.LONGER, at, place, count, frame);
      }
      return at + 1;
    }
    int least = place;
    while (count < op.b && one(op)) {
      count++;
    }
    count(count);
    if (op.mode == Mode.GREEDY && place > least) {
      ways.push(Kind.SHORTER, at, place, least, frame);
    }
    return at + 1;
  }

  private boolean again(Op op) {
    int from = slots[2 * op.a];
    int length = slots[2 * op.a + 1] - from;
    if (from < 0 || slots[2 * op.a + 1] < 0 || length < 0) {
      return false;
    }
    count(length);
    if (!text.regionMatches(op.flag, place, text, from, length)) {
      return false;
    }
    place += length;
    return true;
  }

  private int called(Op op, int at) {
    if (frame != null && frame.depth >= DEEPEST_CALLS) {
      throw new LimitException(
          "a regular expression calls itself more than "
              + DEEPEST_CALLS
              + " times; expected fewer");
    }
    count(slots.length);
    frame = new Frame(op.b, at + 1, slots.clone(), frame);
    return op.a;
  }

  /** At a group's end: back to its caller, with what the groups had taken before the call. */
  private int returned(int group, int at) {
    Frame called = frame;
    if (called == null || called.group != group) {
      return at + 1;
    }
    ways.push(Kind.SLOTS, 0, 0, 0, slots);
    slots = called.slots.clone();
    frame = called.outer;
    return called.back;
  }

  private int atomic(Op op, int at) {
    int base = ways.size();
    if (!part(at + 1, place)) {
      return -1;
    }
    ways.keepUndoing(base);
    return op.a;
  }

  private boolean part(int start, int from) {
    if (++depth > DEEPEST) {
      throw new LimitException(
          "a regular expression nests more than " + DEEPEST + " lookarounds; expected fewer");
    }
    Frame outer = frame;
    boolean found = run(start, from);
    frame = outer;
    depth--;
    return found;
  }

  private int look(Op op, int at) {
    int base = ways.size();
    int from = place;
    boolean found = op.kind == Op.Kind.AHEAD ? part(at + 1, from) : behind(op, at, from);
    place = from;
    if (found && op.flag) {
      undo(base);
    } else if (found) {
      ways.keepUndoing(base);
    }
    return found != op.flag ? op.a : op.b;
  }

  /** Tries every place so far back that the part can end here. */
  private boolean behind(Op op, int at, int from) {
    int outerEnd = partEnd;
    partEnd = from;
    boolean found = false;
    int start = from;
    for (int width = 0; width <= op.width.max() && !found; width++) {
      found = width >= op.width.min() && part(at + 1, start);
      if (start == 0) {
        break;
      }
      start = text.offsetByCodePoints(start, -1);
    }
    partEnd = outerEnd;
    return found;
  }

  private void undo(int base) {
    while (ways.size() > base) {
      ways.pop();
      undoLast();
    }
  }

  private void undoLast() {
    if (ways.kind() == Kind.SLOT) {
      slots[ways.a()] = ways.b();
    } else if (ways.kind() == Kind.SLOTS && ways.object() instanceof int[] before) {
      slots = before;
    }
  }

  /** The step of the last open way above a base; -1 if there is none. */
  private int backtrack(int base) {
    while (ways.size() > base) {
      count(1);
      ways.pop();
      Kind kind = ways.kind();
      if (kind == Kind.SLOT || kind == Kind.SLOTS) {
        undoLast();
        continue;
      }
      frame = (Frame) ways.object();
      int at = ways.a();
      int c = ways.c();
      place = ways.b();
      if (kind == Kind.WAY) {
        return at;
      } else if (kind == Kind.SHORTER) {
        place = text.offsetByCodePoints(place, -1);
        if (place > c) {
          ways.push(Kind.SHORTER, at, place, c, frame);
        }
        return at + 1;
      } else if (one(ops[at])) {
        if (c + 1 < ops[at].b) {
          ways.push(Kind.LONGER, at, place, c + 1, frame);
        }
        return at + 1;
      }
    }
    return -1;
  }
}
