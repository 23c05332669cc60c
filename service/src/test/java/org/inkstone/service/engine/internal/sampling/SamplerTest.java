package org.inkstone.service.engine.internal.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.inkstone.service.engine.Sampling;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static final float[] FOUR = {1, 3, 2, -1};

  @Test
  void greedyTakesTheMostProbableTokenThatTheMaskAllows() {
    Sampler greedy = Sampler.of(Sampling.greedy());
    assertEquals(1, greedy.choose(logits(FOUR), null));
    assertEquals(2, greedy.choose(logits(FOUR), mask(FOUR.length, 0, 2, 3)));
    assertEquals(0, greedy.choose(logits(5, 5, 5), null));
  }

  @Test
  void masksReachTokensOfEveryWord() {
    float[] values = new float[200];
    values[0] = 9;
    values[190] = 1;
    long[] mask = mask(200, 64, 130, 190);
    assertEquals(190, Sampler.of(Sampling.greedy()).choose(logits(values), mask));
    int drawn = Sampler.of(new Sampling(1, 1, 1, 5)).choose(logits(values), mask);
    assertEquals(190, drawn);
  }

  @Test
  void anEmptyMaskIsAnError() {
    for (Sampling sampling : new Sampling[] {Sampling.greedy(), new Sampling(1, 0, 1, 1)}) {
      Sampler sampler = Sampler.of(sampling);
      assertThrows(
          IllegalStateException.class, () -> sampler.choose(logits(FOUR), mask(FOUR.length)));
    }
  }

  @Test
  void drawsByProbabilityAtATemperature() {
    double temperature = 2;
    double[] counts = counts(new Sampling(temperature, 0, 1, 42), 40_000);
    double total = Arrays.stream(toDoubles(FOUR)).map(x -> Math.exp(x / temperature)).sum();
    for (int i = 0; i < FOUR.length; i++) {
      double expected = Math.exp(FOUR[i] / temperature) / total;
      assertEquals(expected, counts[i] / 40_000, 0.012, "token " + i);
    }
  }

  @Test
  void topKKeepsTheMostProbable() {
    double[] counts = counts(new Sampling(5, 2, 1, 1), 2_000);
    assertArrayEquals(new boolean[] {false, true, true, false}, drawn(counts));
  }

  @Test
  void topPKeepsTheFewestThatHoldTheMass() {
    // Probabilities at temperature 1: 0.09, 0.66, 0.24, 0.01.
    assertArrayEquals(
        new boolean[] {false, true, false, false},
        drawn(counts(new Sampling(1, 0, 0.6, 1), 2_000)));
    assertArrayEquals(
        new boolean[] {false, true, true, false}, drawn(counts(new Sampling(1, 0, 0.7, 1), 2_000)));
  }

  @Test
  void theSameSeedDrawsTheSame() {
    float[] values = randomLogits(1000);
    int[] first = draws(values, 9, 50);
    assertArrayEquals(first, draws(values, 9, 50));
    assertNotEquals(Arrays.toString(first), Arrays.toString(draws(values, 10, 50)));
  }

  @Test
  void logProbabilitiesSumToOne() {
    float[] values = randomLogits(5000);
    Logits logits = logits(values);
    double sum =
        IntStream.range(0, 5000).mapToDouble(i -> Math.exp(logits.logProbability(i))).sum();
    assertEquals(1, sum, 1e-9);
    assertTrue(IntStream.range(0, 5000).allMatch(i -> logits.logProbability(i) <= 0));
  }

  @Test
  void readsTheRowThatIsAskedFor() {
    Logits logits = new Logits(3);
    logits.read(FloatBuffer.wrap(new float[] {9, 0, 0, 0, 9, 0, 0, 0, 9}), 1);
    assertEquals(1, Sampler.of(Sampling.greedy()).choose(logits, null));
  }

  private static int[] draws(float[] values, long seed, int count) {
    Sampler sampler = Sampler.of(new Sampling(0.9, 40, 0.95, seed));
    return IntStream.range(0, count).map(i -> sampler.choose(logits(values), null)).toArray();
  }

  private static double[] counts(Sampling sampling, int times) {
    Sampler sampler = Sampler.of(sampling);
    double[] counts = new double[FOUR.length];
    for (int i = 0; i < times; i++) {
      counts[sampler.choose(logits(FOUR), null)]++;
    }
    return counts;
  }

  private static boolean[] drawn(double[] counts) {
    boolean[] drawn = new boolean[counts.length];
    for (int i = 0; i < counts.length; i++) {
      drawn[i] = counts[i] > 0;
    }
    return drawn;
  }

  private static float[] randomLogits(int size) {
    Random random = new Random(3);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian() * 4;
    }
    return values;
  }

  private static double[] toDoubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  private static Logits logits(float... values) {
    Logits logits = new Logits(values.length);
    logits.read(FloatBuffer.wrap(values), 0);
    return logits;
  }

  private static long[] mask(int size, int... tokens) {
    long[] mask = new long[(size + 63) / 64];
    for (int token : tokens) {
      mask[token >> 6] |= 1L << token;
    }
    return mask;
  }
}
