package org.inkstone.service.plan.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.inkstone.service.engine.TextEncoder;
import org.inkstone.service.plan.Language;
import org.inkstone.service.plan.Schema;

/**
 * What a model sees in a request behind each of its candidates: the mean of the states of the
 * request's tokens and the state of its last token.
 */
final class States {
  private States() {}

  /** One vector a candidate, the mean before the last. */
  static CompletionStage<List<float[]>> of(
      TextEncoder encoder, int layer, Schema schema, List<String> candidates, Asked asked) {
    List<TextEncoder.Passage> passages =
        candidates.stream()
            .map(c -> ProbeText.passage(c, asked.request(), asked.language()))
            .toList();
    return encoder
        .encode(layer, ProbeText.tables(schema), passages)
        .thenApply(all -> all.stream().map(spans -> joined(spans.getFirst())).toList());
  }

  /** A request in its language. */
  record Asked(String request, Language language) {}

  /** From the file where it holds them, else from the model and into the file. */
  static List<float[]> cached(
      StateCache cache,
      TextEncoder encoder,
      String model,
      int layer,
      Schema schema,
      List<String> candidates,
      Asked asked) {
    String tables = ProbeText.tables(schema);
    List<String> keys =
        candidates.stream()
            .map(c ->
                StateCache.key(
                    model,
                    layer,
                    tables + ProbeText.passage(c, asked.request(), asked.language()).text()))
            .toList();
    List<String> missing = new ArrayList<>();
    List<String> missingKeys = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      if (cache.find(keys.get(i)).isEmpty()) {
        missing.add(candidates.get(i));
        missingKeys.add(keys.get(i));
      }
    }
    if (!missing.isEmpty()) {
      List<float[]> states =
          of(encoder, layer, schema, missing, asked).toCompletableFuture().join();
      for (int i = 0; i < states.size(); i++) {
        cache.put(missingKeys.get(i), states.get(i));
      }
    }
    return keys.stream().map(k -> cache.find(k).orElseThrow()).toList();
  }

  private static float[] joined(TextEncoder.Pooled pooled) {
    float[] both = new float[pooled.mean().length + pooled.last().length];
    System.arraycopy(pooled.mean(), 0, both, 0, pooled.mean().length);
    System.arraycopy(pooled.last(), 0, both, pooled.mean().length, pooled.last().length);
    return both;
  }
}
