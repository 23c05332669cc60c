package org.inkstone.service.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of constructions, words that say nothing, and synonyms; read from {@code lexicon.txt}.
 */
final class Lexicon {
  private static final Lexicon INSTANCE = read();

  private final Map<List<String>, Set<Cue>> cues = new HashMap<>();
  private final Set<List<String>> ignored = new HashSet<>();
  private final Set<List<String>> neutral = new HashSet<>();
  private final Set<String> verbs = new HashSet<>();
  private final Map<List<String>, Set<List<String>>> synonyms = new HashMap<>();
  private final Map<List<String>, Set<List<String>>> denials = new HashMap<>();
  private final Map<List<String>, Set<List<String>>> values = new HashMap<>();

  private Lexicon() {}

  static Lexicon get() {
    return INSTANCE;
  }

  /** The words of each construction, as keys. */
  Map<List<String>, Set<Cue>> cues() {
    return cues;
  }

  /** Words that say nothing about the computation, as keys. */
  Set<List<String>> ignored() {
    return ignored;
  }

  /** Phrases that take the meaning from words that would have one alone, such as "or not". */
  Set<List<String>> neutral() {
    return neutral;
  }

  /** Other words for the same, as keys, without itself. */
  Set<List<String>> synonyms(List<String> keys) {
    return synonyms.getOrDefault(keys, Set.of());
  }

  /** Other words for a value that cells hold, as keys, without itself. */
  Set<List<String>> otherWords(List<String> keys) {
    return values.getOrDefault(keys, Set.of());
  }

  /** Words that mean no in a column of yes and no that is called so. */
  Set<List<String>> denials(List<String> keys) {
    return denials.getOrDefault(keys, Set.of());
  }

  /** Whether a word in small letters is a form of a verb that relates things to each other. */
  static boolean isVerb(String word) {
    return INSTANCE.verbs.contains(word);
  }

  private static Lexicon read() {
    Lexicon lexicon = new Lexicon();
    try (InputStream in = Lexicon.class.getResourceAsStream("lexicon.txt")) {
      if (in == null) {
        throw new IllegalStateException("lexicon.txt is not beside its class");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(lexicon::line);
    } catch (IOException e) {
      throw new UncheckedIOException("reading lexicon.txt", e);
    }
    return lexicon;
  }

  private void line(String line) {
    int colon = line.indexOf(':');
    String name = line.substring(0, colon);
    String rest = line.substring(colon + 1);
    switch (name) {
      case "IGNORED" -> ignored.addAll(phrases(rest, ","));
      case "NEUTRAL" -> neutral.addAll(phrases(rest, ","));
      case "VERB" -> {
        for (String verb : rest.split(",", -1)) {
          verbs.add(verb.strip());
        }
      }
      case "SYNONYM" -> addSynonyms(phrases(rest, "="), synonyms);
      case "DENIED" -> addDenials(phrases(rest, "="));
      case "VALUE" -> addSynonyms(phrases(rest, "="), values);
      default -> {
        Cue cue = Cue.valueOf(name);
        phrases(rest, ",").forEach(p -> cues.computeIfAbsent(p, k -> new HashSet<>()).add(cue));
      }
    }
  }

  private void addDenials(List<List<String>> group) {
    denials
        .computeIfAbsent(group.getFirst(), k -> new HashSet<>())
        .addAll(group.subList(1, group.size()));
  }

  private static void addSynonyms(
      List<List<String>> group, Map<List<String>, Set<List<String>>> synonyms) {
    for (List<String> word : group) {
      Set<List<String>> others = synonyms.computeIfAbsent(word, k -> new HashSet<>());
      group.stream().filter(o -> !o.equals(word)).forEach(others::add);
    }
  }

  private static List<List<String>> phrases(String text, String separator) {
    List<List<String>> phrases = new ArrayList<>();
    for (String phrase : text.split(separator, -1)) {
      List<String> keys = Words.keys(phrase);
      if (!keys.isEmpty()) {
        phrases.add(keys);
      }
    }
    return phrases;
  }
}
