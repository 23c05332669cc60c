package org.inkstone.service.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Takes small typing errors out of words that nothing knows. */
final class Spelling {
  private static final int SHORTEST = 5;
  private static final int SUBSTITUTED = 6;
  private static final List<String> ALIKE = List.of("ckq", "sz", "iy", "ei", "ao", "fv");

  private final Set<String> known;

  /** A corrector to these keys. */
  Spelling(Set<String> known) {
    this.known = known;
  }

  /** The same words, with the keys of mistyped ones corrected. */
  List<Word> correct(List<Word> words) {
    List<Word> corrected = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      boolean name = word.isCapitalized() && i > 0;
      corrected.add(word.kind() == Word.Kind.LATIN && !name ? correct(word) : word);
    }
    return corrected;
  }

  private Word correct(Word word) {
    String key = word.key();
    if (key.length() < SHORTEST
        || known.contains(key)
        || !key.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      return word;
    }
    Set<String> near = new TreeSet<>();
    for (String other : known) {
      if (other.length() >= SHORTEST && isNear(key, other)) {
        near.add(other);
      }
    }
    return near.size() == 1
        ? new Word(word.text(), near.iterator().next(), word.start(), word.end(), word.kind())
        : word;
  }

  /** One letter more, less or exchanged with its neighbour; in longer words also another one. */
  static boolean isNear(String a, String b) {
    int most = Math.max(a.length(), b.length());
    int least = Math.min(a.length(), b.length());
    if (most - least > 1 || a.charAt(0) != b.charAt(0)) {
      return false;
    }
    int same = 0;
    while (same < least && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    String restA = a.substring(same);
    String restB = b.substring(same);
    if (a.length() != b.length()) {
      String longer = restA.length() > restB.length() ? restA : restB;
      String shorter = restA.length() > restB.length() ? restB : restA;
      return longer.substring(1).equals(shorter);
    }
    boolean swapped =
        restA.length() >= 2
            && restA.charAt(0) == restB.charAt(1)
            && restA.charAt(1) == restB.charAt(0)
            && restA.substring(2).equals(restB.substring(2));
    boolean substituted =
        (least >= SUBSTITUTED || soundsAlike(restA, restB))
            && restA.length() >= 1
            && restA.substring(1).equals(restB.substring(1))
            && (restA.length() > 1 || soundsAlike(restA, restB));
    return swapped || substituted;
  }

  /** "Musik" for "music": letters that are spoken alike. */
  private static boolean soundsAlike(String a, String b) {
    return !a.isEmpty()
        && !b.isEmpty()
        && ALIKE.stream().anyMatch(p -> p.indexOf(a.charAt(0)) >= 0 && p.indexOf(b.charAt(0)) >= 0);
  }
}
