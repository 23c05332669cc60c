package org.inkstone.service.sheet.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Generated expressions against what Perl finds, written by {@code src/test/perl/matches.pl}. */
class PerlTest {
  @Test
  void findsWhatPerlFinds() {
    List<String> wrong = new ArrayList<>();
    List<String> lines = lines();
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      String found = found(parts[0], parts[1]);
      if (!found.equals(parts[2])) {
        wrong.add(line + ", found " + found);
      }
    }
    assertEquals(3000, lines.size());
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
  }

  private static String found(String pattern, String text) {
    Regex regex = Regex.of(pattern, false);
    List<String> matches = new ArrayList<>();
    for (RegexMatch match : regex.all(text, steps -> {})) {
      StringBuilder all = new StringBuilder(match.start() + "-" + match.end());
      for (int group = 1; group <= regex.groups(); group++) {
        String taken = match.group(group);
        all.append(',').append(taken == null ? "" : "<" + taken + ">");
      }
      matches.add(all.toString());
    }
    return String.join(" ", matches);
  }

  private static List<String> lines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(PerlTest.class.getResourceAsStream("/regex/perl.tsv")),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
