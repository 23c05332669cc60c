package org.inkstone.service.sheet.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  private static final int TREES = 50_000;
  private static final int INPUTS = 100_000;
  private static final String ALPHABET =
      "A1B2Zz$:!'\"[]{}()#@%,;+-*/^&=<> .\\_09E（），：；“”【】中文é\u3000\u00a0\n\uD83D\uDE00\uD800SUMIF";

  @Test
  void whatIsPrintedReadsBackAsTheSameTree() {
    RandomFormulas formulas = new RandomFormulas(new SplittableRandom(20261124));
    for (int i = 0; i < TREES; i++) {
      Expr tree = formulas.tree(5);
      String text = FormulaPrinter.print(tree);
      if (text.length() > FormulaParser.MAX_LENGTH) {
        continue;
      }
      Expr back = parsed(text);
      assertTrue(tree.equals(back), () -> text + " reads back as " + FormulaPrinter.print(back));
      assertEquals(text, FormulaPrinter.print(back));
    }
  }

  private static Expr parsed(String text) {
    try {
      return FormulaParser.parse(text);
    } catch (FormulaSyntaxException e) {
      return fail(text + ": " + e.getMessage());
    }
  }

  @Test
  void noInputBreaksTheParser() {
    SplittableRandom random = new SplittableRandom(7);
    RandomFormulas formulas = new RandomFormulas(random);
    Instant start = Instant.now();
    int read = 0;
    for (int i = 0; i < INPUTS; i++) {
      String input =
          i % 2 == 0 ? noise(random) : spoiled(FormulaPrinter.print(formulas.tree(4)), random);
      try {
        Expr tree = FormulaParser.parse(input);
        read++;
        String text = FormulaPrinter.print(tree);
        assertEquals(text, FormulaPrinter.print(FormulaParser.parse(text)), input);
      } catch (FormulaSyntaxException e) {
        assertTrue(e.position() >= 0 && e.position() <= Math.max(input.length(), 8192), input);
      } catch (RuntimeException | StackOverflowError e) {
        fail(input + ": " + e);
      }
    }
    int readable = read;
    assertTrue(readable > INPUTS / 100, () -> "only " + readable + " inputs were formulas");
    assertTrue(Duration.between(start, Instant.now()).toSeconds() < 120, "too slow");
  }

  private static String noise(SplittableRandom random) {
    StringBuilder noise = new StringBuilder();
    for (int i = random.nextInt(random.nextInt(20) == 0 ? 3000 : 40); i > 0; i--) {
      noise.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return noise.toString();
  }

  private static String spoiled(String formula, SplittableRandom random) {
    StringBuilder spoiled = new StringBuilder(formula);
    for (int i = random.nextInt(3); i >= 0 && !spoiled.isEmpty(); i--) {
      int at = random.nextInt(spoiled.length());
      char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(3)) {
        case 0 -> spoiled.deleteCharAt(at);
        case 1 -> spoiled.insert(at, c);
        default -> spoiled.setCharAt(at, c);
      }
    }
    return spoiled.toString();
  }
}
