package org.inkstone.service.engine.internal.decode;

import java.util.List;

/**
 * The text of an answer, up to the first stop string. What may be the beginning of a stop string is
 * held back until that is decided, so it works across the borders of tokens.
 */
final class StopText {
  private final List<String> stops;
  private final StringBuilder text = new StringBuilder();
  private int released;
  private boolean stopped;

  StopText(List<String> stops) {
    this.stops = stops.stream().filter(stop -> !stop.isEmpty()).toList();
  }

  /** Appends a piece; true if a stop string ends the text now. */
  boolean append(CharSequence piece) {
    int from = text.length();
    text.append(piece);
    int end = firstStop(from);
    if (end >= 0) {
      text.setLength(end);
      stopped = true;
    }
    return stopped;
  }

  /** What can be published and has not been yet; empty if nothing. */
  String release() {
    int end = stopped ? text.length() : text.length() - heldBack();
    return releaseTo(Math.max(end, released));
  }

  /** The rest, when no more pieces come. */
  String releaseAll() {
    return releaseTo(text.length());
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private String releaseTo(int end) {
    String piece = text.substring(released, end);
    released = end;
    return piece;
  }

  private int firstStop(int from) {
    int first = -1;
    for (String stop : stops) {
      int at = text.indexOf(stop, Math.max(0, from - stop.length() + 1));
      if (at >= 0 && (first < 0 || at < first)) {
        first = at;
      }
    }
    return first;
  }

  private int heldBack() {
    int longest = 0;
    for (String stop : stops) {
      int length = Math.min(stop.length() - 1, text.length());
      while (length > longest && !endsWith(stop, length)) {
        length--;
      }
      longest = Math.max(longest, length);
    }
    return longest;
  }

  private boolean endsWith(String stop, int length) {
    int from = text.length() - length;
    for (int i = 0; i < length; i++) {
      if (text.charAt(from + i) != stop.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
