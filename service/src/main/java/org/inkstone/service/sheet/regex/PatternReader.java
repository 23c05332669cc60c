package org.inkstone.service.sheet.regex;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.sheet.regex.Node.Anchor;
import org.inkstone.service.sheet.regex.Node.Mode;
import org.jspecify.annotations.Nullable;

/** Reads a pattern: alternatives, sequences, single characters and repeats. */
final class PatternReader {
  private static final int MOST_REPEATS = 65_535;
  private static final int DEEPEST = 100;

  private final PatternText text;
  private final EscapeReader escapes;
  private final GroupReader groups;
  private Flags flags;
  private boolean quoting;
  private int depth;

  PatternReader(String pattern, boolean anyCase) {
    this.text = new PatternText(pattern);
    this.escapes = new EscapeReader(text);
    this.groups = new GroupReader(text, this);
    this.flags = Flags.of(anyCase);
  }

  /** The whole pattern. */
  Node read() {
    Node node = choice();
    if (!text.atEnd()) {
      throw text.error("a closing parenthesis without an opening one");
    }
    return node;
  }

  GroupReader groups() {
    return groups;
  }

  Flags flags() {
    return flags;
  }

  void flags(Flags changed) {
    flags = changed;
  }

  /** Alternatives up to a closing parenthesis or the end. */
  Node choice() {
    if (++depth > DEEPEST) {
      throw text.error("parentheses are nested deeper than " + DEEPEST);
    }
    List<Node> branches = new ArrayList<>();
    do {
      branches.add(sequence());
      groups.branchEnds();
    } while (text.take("|"));
    depth--;
    return branches.size() == 1 ? branches.getFirst() : new Node.Choice(branches);
  }

  private Node sequence() {
    List<Node> parts = new ArrayList<>();
    while (true) {
      skipped();
      int c = text.peek();
      if (c < 0 || !quoting && (c == '|' || c == ')')) {
        break;
      }
      Node atom = atom();
      if (atom != null) {
        parts.add(repeated(atom));
      }
    }
    return parts.size() == 1 ? parts.getFirst() : new Node.Sequence(parts);
  }

  /** Skips what means nothing: marks of quoting, and spaces and comments if they are left out. */
  private void skipped() {
    boolean more = true;
    while (more) {
      if (text.take("\\E")) {
        quoting = false;
      } else if (!quoting && text.take("\\Q")) {
        quoting = true;
      } else if (!quoting && text.take("(?#")) {
        text.until(")");
      } else if (!quoting && flags.spaced() && CodePoints.SPACE.has(text.peek())) {
        text.next();
      } else if (!quoting && flags.spaced() && text.take("#")) {
        while (!text.atEnd() && text.next() != '\n') {
          // a comment ends with its line
        }
      } else {
        more = false;
      }
    }
  }

  /** The next thing that may repeat; null for a change of options. */
  private @Nullable Node atom() {
    int c = text.next();
    if (quoting) {
      return one(c);
    }
    return switch (c) {
      case '(' -> groups.read();
      case '[' -> new Node.One(new ClassReader(text, escapes).read(flags.anyCase()));
      case '.' -> new Node.One(flags.dotAll() ? CodePoints.ALL : CodePoints.NOT_NEWLINE);
      case '^' -> new Node.At(flags.lines() ? Anchor.LINE_START : Anchor.TEXT_START);
      case '$' -> new Node.At(flags.lines() ? Anchor.LINE_END : Anchor.TEXT_END_OR_LAST_NEWLINE);
      case '\\' -> escaped();
      case '*', '+', '?' -> throw text.error("nothing to repeat");
      default -> one(c);
    };
  }

  private Node one(int c) {
    return new Node.One(CodePoints.of(c).anyCaseIf(flags.anyCase()));
  }

  private Node escaped() {
    int letter = text.next();
    return switch (letter) {
      case 'b' -> new Node.At(Anchor.WORD_EDGE);
      case 'B' -> new Node.At(Anchor.NO_WORD_EDGE);
      case 'A' -> new Node.At(Anchor.TEXT_START);
      case 'z' -> new Node.At(Anchor.TEXT_END);
      case 'Z' -> new Node.At(Anchor.TEXT_END_OR_LAST_NEWLINE);
      case 'G' -> new Node.At(Anchor.SEARCH_START);
      case 'K' -> new Node.Keep();
      case 'N' -> new Node.One(CodePoints.NOT_NEWLINE);
      case 'R' -> newline();
      case 'k', 'g' -> groups.back(letter);
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numbered(letter);
      default -> {
        CodePoints set = escapes.set(letter);
        yield set == null
            ? one(escapes.character(letter))
            : new Node.One(set.anyCaseIf(flags.anyCase()));
      }
    };
  }

  /** {@code \R}: the two characters of a Windows line end count as one. */
  private static Node newline() {
    Node windows =
        new Node.Sequence(
            List.of(new Node.One(CodePoints.of('\r')), new Node.One(CodePoints.of('\n'))));
    return new Node.Atomic(new Node.Choice(List.of(windows, new Node.One(CodePoints.VERTICAL))));
  }

  /** A number after a backslash: a group, or a character if there are not so many groups. */
  private Node numbered(int first) {
    int start = text.position();
    String digits = Character.toString(first) + text.digits(10, 5);
    int number = text.number(digits, 10);
    if (number < 10 || number <= groups.count()) {
      return new Node.Back(digits, flags.anyCase());
    }
    text.back(start);
    if (first >= '8') {
      return new Node.Back(digits, flags.anyCase());
    }
    return one(text.number(Character.toString(first) + text.digits(8, 2), 8));
  }

  private Node repeated(Node atom) {
    skipped();
    if (quoting) {
      return atom;
    }
    int[] bounds = bounds();
    if (bounds == null) {
      return atom;
    }
    Mode mode = flags.lazy() ? Mode.LAZY : Mode.GREEDY;
    if (text.take("+")) {
      mode = Mode.POSSESSIVE;
    } else if (text.take("?")) {
      mode = flags.lazy() ? Mode.GREEDY : Mode.LAZY;
    }
    return new Node.Repeat(atom, bounds[0], bounds[1], mode);
  }

  /** The least and most times of a repeat; null if none follows. */
  private int @Nullable [] bounds() {
    if (text.take("*")) {
      return new int[] {0, Integer.MAX_VALUE};
    } else if (text.take("+")) {
      return new int[] {1, Integer.MAX_VALUE};
    } else if (text.take("?")) {
      return new int[] {0, 1};
    }
    int start = text.position();
    int[] bounds = text.take("{") ? braced() : null;
    if (bounds == null) {
      text.back(start);
    } else if (bounds[0] > bounds[1]) {
      throw text.error("a repeat's numbers are out of order");
    }
    return bounds;
  }

  /** {@code n}, {@code n,} or {@code n,m} and the closing brace; null for anything else. */
  private int @Nullable [] braced() {
    String least = text.digits(10, 9);
    boolean range = text.take(",");
    String most = range ? text.digits(10, 9) : least;
    if (least.isEmpty() || !text.take("}")) {
      return null;
    }
    int max = most.isEmpty() ? Integer.MAX_VALUE : text.number(most, 10);
    int min = text.number(least, 10);
    if (min > MOST_REPEATS || max > MOST_REPEATS && !most.isEmpty()) {
      throw text.error("more than " + MOST_REPEATS + " repeats");
    }
    return new int[] {min, max};
  }
}
