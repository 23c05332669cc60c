package org.inkstone.service.plan.rank;

import java.util.Set;
import java.util.TreeSet;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Word;
import org.inkstone.service.plan.Words;

/**
 * How much of a request is linked to nothing: particles and politeness, or what was not understood.
 */
final class Uncovered {
  private Uncovered() {}

  /** The words that are linked to nothing; of Chinese ones, each two that follow each other. */
  static Set<String> words(Links links) {
    Set<String> words = new TreeSet<>();
    Word before = null;
    for (Word word : Words.of(links.request())) {
      boolean linked = links.links().stream().anyMatch(l -> overlaps(l, word));
      boolean open = !linked && word.weight() > 0;
      if (open && word.kind() == Word.Kind.LATIN) {
        words.add(word.key());
      } else if (open && before != null && before.end() == word.start()) {
        words.add(before.text() + word.text());
      } else if (open) {
        words.add(word.text());
      }
      before = open && word.kind() == Word.Kind.HAN ? word : null;
    }
    return words;
  }

  private static boolean overlaps(Link link, Word word) {
    return link.start() < word.end() && link.end() > word.start();
  }
}
