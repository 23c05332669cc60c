package org.inkstone.service.sheet.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The short fuzzing of every build; {@link FuzzRun} is the long one. */
class FuzzTest {
  private static final int INPUTS = 20_000;
  private static final Duration MOST_TIME = Duration.ofMinutes(5);

  @Test
  void noInputBreaksLexerParserOrEvaluator() {
    Fuzzer fuzzer = new Fuzzer(5, 20_000, 20);
    assertTimeoutPreemptively(
        MOST_TIME,
        () -> {
          for (int i = 0; i < INPUTS; i++) {
            fuzzer.attempt(i);
          }
        },
        () -> "no end of " + fuzzer.underWay());
    assertEquals(Map.of(), fuzzer.failures());
    assertTrue(fuzzer.formulas() > INPUTS / 2, fuzzer::summary);
  }
}
