package org.inkstone.service.sheet.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Phrases for functions, read from {@code phrases.txt} beside this class. */
final class PhraseBook {
  private static final PhraseBook STANDARD = read();

  private final Map<String, Phrase> phrases;

  private PhraseBook(Map<String, Phrase> phrases) {
    this.phrases = Map.copyOf(phrases);
  }

  /** A function's phrase in both languages. */
  record Phrase(String en, String zh) {}

  static PhraseBook standard() {
    return STANDARD;
  }

  /** The phrase for a function; empty if it has none of its own. */
  Optional<Phrase> find(String function) {
    return Optional.ofNullable(phrases.get(function));
  }

  Map<String, Phrase> all() {
    return phrases;
  }

  private static PhraseBook read() {
    Map<String, Phrase> phrases = new HashMap<>();
    try (InputStream in = PhraseBook.class.getResourceAsStream("phrases.txt")) {
      if (in == null) {
        throw new IllegalStateException("phrases.txt is missing beside " + PhraseBook.class);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" \\| ", -1))
          .forEach(parts -> phrases.put(parts[0].strip(), phrase(parts)));
    } catch (IOException e) {
      throw new UncheckedIOException("phrases.txt could not be read", e);
    }
    return new PhraseBook(phrases);
  }

  private static Phrase phrase(String[] parts) {
    if (parts.length != 3) {
      throw new IllegalStateException(
          "a line of phrases.txt has 3 parts between ' | ', this one "
              + parts.length
              + ": "
              + parts[0]);
    }
    return new Phrase(parts[1].strip(), parts[2].strip());
  }
}
