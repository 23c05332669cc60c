package org.inkstone.service.sheet.regex;

import java.util.List;

/** A part of a regular expression. Groups are named by their number or name. */
sealed interface Node {
  /** How often to try first: often, seldom, or often without giving back. */
  enum Mode {
    GREEDY,
    LAZY,
    POSSESSIVE
  }

  /** Places in a text. */
  enum Anchor {
    TEXT_START,
    TEXT_END,
    TEXT_END_OR_LAST_NEWLINE,
    LINE_START,
    LINE_END,
    WORD_EDGE,
    NO_WORD_EDGE,
    SEARCH_START
  }

  /** One character of a set. */
  record One(CodePoints set) implements Node {}

  /** One part after the other. */
  record Sequence(List<Node> parts) implements Node {}

  /** The first branch that leads to a match. */
  record Choice(List<Node> branches) implements Node {}

  /**
   * A part several times over.
   *
   * @param max {@link Integer#MAX_VALUE} for no limit
   */
  record Repeat(Node body, int min, int max, Mode mode) implements Node {}

  /** A group that keeps what it takes. */
  record Capture(int group, Node body) implements Node {}

  /** A part that gives nothing back once it has matched. */
  record Atomic(Node body) implements Node {}

  /** A part that must, or must not, match ahead or behind. */
  record Look(Node body, boolean behind, boolean negated) implements Node {}

  /** What a group has taken, again. */
  record Back(String group, boolean anyCase) implements Node {}

  /** A place. */
  record At(Anchor anchor) implements Node {}

  /** The match begins here. */
  record Keep() implements Node {}

  /** The expression of a group again; 0 is the whole. */
  record Call(String group) implements Node {}

  /** One of two parts: whether a group has taken part. */
  record IfGroup(String group, Node yes, Node no) implements Node {}

  /** One of two parts: whether one matches ahead or behind. */
  record IfLook(Look look, Node yes, Node no) implements Node {}
}
