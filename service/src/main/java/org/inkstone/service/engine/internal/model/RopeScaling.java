package org.inkstone.service.engine.internal.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Turns the {@code rope_scaling} of a Hugging Face configuration into a divisor a frequency. */
final class RopeScaling {
  private RopeScaling() {}

  static List<Float> factors(JsonFile scaling, float base, int headSize) {
    String type = scaling.string("rope_type");
    if (type == null) {
      type = scaling.string("type");
    }
    return switch (type == null ? "default" : type) {
      case "default" -> List.of();
      case "linear" -> Collections.nCopies(headSize / 2, scaling.number("factor", null));
      case "llama3" -> llama3(scaling, base, headSize);
      default ->
          throw scaling.bad("rope_type", "is " + type + ", expected default, linear or llama3");
    };
  }

  /**
   * Llama 3.1: wave lengths beyond the original context are stretched by the factor, short ones
   * stay, and between the two the change is gradual (as its reference code and llama.cpp do it).
   */
  private static List<Float> llama3(JsonFile scaling, float base, int headSize) {
    double factor = scaling.number("factor", null);
    double low = scaling.number("low_freq_factor", null);
    double high = scaling.number("high_freq_factor", null);
    double context = scaling.positive("original_max_position_embeddings", null);
    List<Float> factors = new ArrayList<>();
    for (int i = 0; i < headSize; i += 2) {
      double turns = context / (2 * Math.PI * Math.pow(base, (double) i / headSize));
      double smooth = Math.clamp((turns - low) / (high - low), 0.0, 1.0);
      factors.add((float) (1 / ((1 - smooth) / factor + smooth)));
    }
    return factors;
  }
}
