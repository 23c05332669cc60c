package org.inkstone.service.sheet.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Fuzzes for long: {@code FuzzRun SEED FIRST COUNT STEPS}; ends with 1 if anything failed. */
final class FuzzRun {
  private static final int REPORT = 100_000;
  private static final double SECONDS = 20;

  private FuzzRun() {}

  /** Runs and prints what failed. */
  public static void main(String[] words) {
    long first = Long.parseLong(words[1]);
    long count = Long.parseLong(words[2]);
    Fuzzer fuzzer = new Fuzzer(Long.parseLong(words[0]), Long.parseLong(words[3]), SECONDS);
    Instant start = Instant.now();
    Set<String> known = new HashSet<>();
    for (long i = 0; i < count; i++) {
      fuzzer.attempt(first + i);
      fuzzer
          .failures()
          .forEach((kind, input) -> {
            if (known.add(kind)) {
              System.out.println(kind + "\n    " + input);
            }
          });
      if ((i + 1) % REPORT == 0 || i + 1 == count) {
        System.out.printf(
            "%d inputs in %d s: %s%n",
            i + 1, Duration.between(start, Instant.now()).toSeconds(), fuzzer.summary());
      }
    }
    System.exit(fuzzer.failures().isEmpty() ? 0 : 1);
  }
}
