package org.inkstone.service.sheet.regex;

import org.jspecify.annotations.Nullable;

/** A part of a text that fits a regular expression, and what its groups have taken. */
public final class RegexMatch {
  private final String text;
  private final int[] slots;
  private final int end;

  RegexMatch(String text, int[] slots, int end) {
    this.text = text;
    this.slots = slots;
    this.end = end;
  }

  /** Where it begins. */
  public int start() {
    return slots[0];
  }

  /** Where it ends. */
  public int end() {
    return end;
  }

  /** The part of the text. */
  public String value() {
    return text.substring(Math.min(start(), end), end);
  }

  /** What a group has taken, 0 being the match; null if the group took no part. */
  public @Nullable String group(int group) {
    if (group == 0) {
      return value();
    }
    int from = slots[2 * group];
    int to = slots[2 * group + 1];
    return from < 0 || to < from ? null : text.substring(from, to);
  }
}
