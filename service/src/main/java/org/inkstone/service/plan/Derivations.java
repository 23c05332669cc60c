package org.inkstone.service.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Links words that nothing else knows to headers of the same root: "competed" to Competition,
 * "dense" to Density; and to headers that are cut short: "position" to Pos.
 */
final class Derivations {
  private static final double SCORE = 0.62;
  private static final int SHORTEST = 4;
  private static final Pattern ENDING =
      Pattern.compile(
          "(itions?|itors?|ators?|ations?|ions?|ings?|ances?|ences?|ments?|ity|ities|ness|ship"
              + "|ers?|ors?|ed|es|al|ive|ly|s|e|y)$");

  private Derivations() {}

  static Links link(Links links, Schema schema) {
    List<Link> all = new ArrayList<>(links.links());
    List<Links.Unlinked> rest = new ArrayList<>();
    for (Links.Unlinked unlinked : links.unlinked()) {
      List<Link> found = new ArrayList<>();
      for (ColumnView column : schema.columns()) {
        if (isOfRoot(unlinked.words(), column)) {
          Target target = new Target.Column(column);
          found.add(
              new Link(
                  unlinked.start(), unlinked.end(), unlinked.words(), target, SCORE, "derived"));
        }
      }
      if (found.isEmpty()) {
        rest.add(unlinked);
      }
      all.addAll(found);
    }
    all.sort(Comparator.comparingInt(Link::start));
    return new Links(links.request(), links.language(), all, rest);
  }

  private static boolean isOfRoot(String text, ColumnView column) {
    String word = Words.normalize(text);
    if (!word.matches("[a-z]{4,}")) {
      return false;
    }
    String header = Words.normalize(column.profile().header().name());
    for (Word part : Words.of(header)) {
      boolean cut =
          part.text().length() >= 3
              && word.length() >= part.text().length() + 2
              && header.startsWith(".", part.end())
              && word.startsWith(part.text());
      if (cut || isSame(root(word), root(part.text()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(String a, String b) {
    return a.length() >= SHORTEST && a.equals(b);
  }

  private static String root(String word) {
    return word.length() <= SHORTEST ? word : ENDING.matcher(word).replaceFirst("");
  }
}
