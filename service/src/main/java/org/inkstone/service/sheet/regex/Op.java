package org.inkstone.service.sheet.regex;

import org.inkstone.service.sheet.regex.Node.Anchor;
import org.inkstone.service.sheet.regex.Node.Mode;
import org.jspecify.annotations.Nullable;

/** One step of the machine; what its numbers mean depends on its kind. */
final class Op {
  /** What a step does. */
  enum Kind {
    /** One character of the set. */
    ONE,
    /** {@code a} to {@code b} characters of the set. */
    RUN,
    /** Goes on at {@code a}, and at {@code b} if that fails. */
    SPLIT,
    JUMP,
    /** Notes the place in slot {@code a}. */
    SAVE,
    /** Group {@code a} has taken what lies between the place in slot {@code b} and here. */
    CLOSE,
    /** Goes on at {@code b} if the place is still that of slot {@code a}. */
    UNMOVED,
    ANCHOR,
    /** What group {@code a} has taken. */
    BACK,
    /** The end of group {@code a}: returns if it was called. */
    RETURN,
    /** Goes to {@code a}, the begin of group {@code b}, and comes back. */
    CALL,
    /** Goes on at {@code b} unless group {@code a} has taken part. */
    IF_GROUP,
    /** Runs up to the part's end, gives nothing back, goes on at {@code a}. */
    ATOMIC,
    /** Looks ahead, goes on at {@code a}; at {@code b} where it fails, if that is not -1. */
    AHEAD,
    BEHIND,
    /** The end of a part that is run by itself. */
    PART_END,
    MATCH
  }

  final Kind kind;
  int a;
  int b = -1;
  @Nullable CodePoints set;
  Mode mode = Mode.GREEDY;
  Anchor anchor = Anchor.TEXT_START;
  boolean flag;
  Width width = new Width(0, 0);

  Op(Kind kind) {
    this.kind = kind;
  }

  Op(Kind kind, int a, int b) {
    this(kind);
    this.a = a;
    this.b = b;
  }
}
