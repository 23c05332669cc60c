package org.inkstone.service.sheet.regex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression in the language of PCRE2, which the REGEX functions of Excel speak.
 *
 * <p>It is matched by a machine of its own and not by {@code java.util.regex} or RE2/J: Java's
 * engine recurses (a long text overflows the thread) and can spend exponential time in loops that
 * read no character, so that not even a counting text stops it; RE2/J is linear but knows neither
 * lookaround nor back references, which people write in spreadsheets. Here every step is charged to
 * the caller's budget, and the stack is an array with a limit.
 *
 * <p>Known: classes with POSIX names, {@code \d \w \s \h \v \R \N \p{…}}, anchors, {@code \b \B \A
 * \z \Z \G \K}, greedy, lazy and possessive repeats, captures by number and name, branch reset,
 * atomic groups, lookahead, lookbehind of up to 255 characters, back references, calls of groups
 * and recursion, conditions, options {@code imsxnU}, quoting, comments. Not known, and refused when
 * compiled: verbs such as {@code (*FAIL)}, callouts, {@code \X} and {@code \C}. Lines end with
 * {@code \n}.
 */
public final class Regex {
  private static final int MOST_KEPT = 64;

  private record Key(String pattern, boolean anyCase) {}

  /** The expressions used last, since a column of formulas has one pattern. */
  private static final Map<Key, Regex> KEPT =
      new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Regex> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private final Program program;

  private Regex(Program program) {
    this.program = program;
  }

  /**
   * The expression that a pattern writes.
   *
   * @throws RegexSyntaxException if it writes none
   */
  public static Regex of(String pattern, boolean anyCase) {
    Key key = new Key(pattern, anyCase);
    synchronized (KEPT) {
      Regex kept = KEPT.get(key);
      if (kept != null) {
        return kept;
      }
    }
    Regex regex = new Regex(Compiler.compile(pattern, anyCase));
    synchronized (KEPT) {
      KEPT.put(key, regex);
    }
    return regex;
  }

  /** How many groups it has. */
  public int groups() {
    return program.groups;
  }

  /** The number of a group by its name or number; -1 if there is none. */
  public int group(String reference) {
    if (reference.matches("[0-9]{1,5}")) {
      int group = Integer.parseInt(reference);
      return group <= groups() ? group : -1;
    }
    return program.names.getOrDefault(reference, -1);
  }

  /**
   * The first match in a text; null if there is none.
   *
   * @param charge is told of steps as they are taken, and may throw to end the search
   */
  public @Nullable RegexMatch find(String text, LongConsumer charge) {
    return find(text, 0, true, charge);
  }

  private @Nullable RegexMatch find(
      String text, int from, boolean mayBeEmpty, LongConsumer charge) {
    Machine machine = new Machine(program, text, from, charge);
    int start = from;
    while (start <= text.length()) {
      RegexMatch match = machine.match(start, mayBeEmpty || start > from);
      if (match != null) {
        machine.settle();
        return match;
      }
      start += start < text.length() ? Character.charCount(text.codePointAt(start)) : 1;
    }
    machine.settle();
    return null;
  }

  /** All matches in a text, none overlapping another; after an empty one another may follow. */
  public List<RegexMatch> all(String text, LongConsumer charge) {
    List<RegexMatch> all = new ArrayList<>();
    RegexMatch match = find(text, 0, true, charge);
    while (match != null) {
      all.add(match);
      boolean empty = match.start() >= match.end();
      match = find(text, match.end(), !empty, charge);
    }
    return all;
  }
}
