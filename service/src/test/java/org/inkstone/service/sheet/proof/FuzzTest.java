package org.inkstone.service.sheet.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The short fuzzing of every build; {@link FuzzRun} is the long one. */
class FuzzTest {
  private static final int INPUTS = 20_000;

  @Test
  void noInputBreaksLexerParserOrEvaluator() {
    Fuzzer fuzzer = new Fuzzer(5, 20_000, 20);
    for (int i = 0; i < INPUTS; i++) {
      fuzzer.attempt(i);
    }
    assertEquals(Map.of(), fuzzer.failures());
    assertTrue(fuzzer.formulas() > INPUTS / 2, fuzzer::summary);
  }
}
