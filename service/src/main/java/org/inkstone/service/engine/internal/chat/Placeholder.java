package org.inkstone.service.engine.internal.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands in a rendered template for the content of a message. */
final class Placeholder {
  /** A part of a rendered template. */
  sealed interface Part {}

  /** The template's own text. */
  record Literal(String text) implements Part {}

  /** The place of a message's content. */
  record Message(int index) implements Part {}

  private static final Pattern PATTERN = Pattern.compile("\uE000([0-9]{1,9})\uE001");

  private Placeholder() {}

  static String of(int index) {
    return "\uE000" + index + "\uE001";
  }

  static List<Part> split(String rendered) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = PATTERN.matcher(rendered);
    int from = 0;
    while (matcher.find()) {
      parts.add(new Literal(rendered.substring(from, matcher.start())));
      parts.add(new Message(Integer.parseInt(matcher.group(1))));
      from = matcher.end();
    }
    parts.add(new Literal(rendered.substring(from)));
    return parts;
  }
}
