package org.inkstone.service.sheet.regex;

import org.inkstone.service.sheet.regex.Node.Anchor;

/** Tells whether a place in a text is one that an anchor means. */
final class Places {
  private Places() {}

  static boolean isAt(Anchor anchor, String text, int place, int searchStart) {
    int length = text.length();
    return switch (anchor) {
      case TEXT_START -> place == 0;
      case TEXT_END -> place == length;
      case TEXT_END_OR_LAST_NEWLINE ->
          place == length || place == length - 1 && text.charAt(place) == '\n';
      case LINE_START -> place == 0 || place < length && text.charAt(place - 1) == '\n';
      case LINE_END -> place == length || text.charAt(place) == '\n';
      case WORD_EDGE -> isEdge(text, place);
      case NO_WORD_EDGE -> !isEdge(text, place);
      case SEARCH_START -> place == searchStart;
    };
  }

  private static boolean isEdge(String text, int place) {
    boolean before = place > 0 && CodePoints.WORD.has(text.charAt(place - 1));
    boolean after = place < text.length() && CodePoints.WORD.has(text.charAt(place));
    return before != after;
  }
}
