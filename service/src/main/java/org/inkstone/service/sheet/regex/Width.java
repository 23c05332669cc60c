package org.inkstone.service.sheet.regex;

/**
 * How many characters a part of an expression may take.
 *
 * @param max {@link #UNBOUNDED} if there is no limit or none is known
 */
record Width(int min, int max) {
  static final int UNBOUNDED = Integer.MAX_VALUE;

  private static final Width NONE = new Width(0, 0);

  static Width of(Node node) {
    return switch (node) {
      case Node.One one -> new Width(1, 1);
      case Node.Sequence sequence ->
          sequence.parts().stream().map(Width::of).reduce(NONE, Width::plus);
      case Node.Choice choice ->
          choice.branches().stream().map(Width::of).reduce(Width::or).orElse(NONE);
      case Node.Repeat repeat -> of(repeat.body()).times(repeat.min(), repeat.max());
      case Node.Capture capture -> of(capture.body());
      case Node.Atomic atomic -> of(atomic.body());
      case Node.IfGroup condition -> of(condition.yes()).or(of(condition.no()));
      case Node.IfLook condition -> of(condition.yes()).or(of(condition.no()));
      case Node.Back back -> new Width(0, UNBOUNDED);
      case Node.Call call -> new Width(0, UNBOUNDED);
      case Node.Look look -> NONE;
      case Node.At at -> NONE;
      case Node.Keep keep -> NONE;
    };
  }

  private Width plus(Width other) {
    return new Width(sum(min, other.min), sum(max, other.max));
  }

  private static int sum(int a, int b) {
    return (int) Math.min((long) a + b, UNBOUNDED);
  }

  private Width or(Width other) {
    return new Width(Math.min(min, other.min), Math.max(max, other.max));
  }

  private Width times(int least, int most) {
    return new Width(product(min, least), product(max, most));
  }

  private static int product(int a, int b) {
    return (int) Math.min((long) a * b, UNBOUNDED);
  }
}
