package org.inkstone.service.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.inkstone.service.engine.Embedder;

/** Compares words with column headers by the likeness of their embeddings. */
public final class HeaderMatcher {
  /**
   * A column that a word is like.
   *
   * @param word the place of the word in the list that was asked for
   */
  record Match(int word, ColumnView column, double score) {}

  private static final int MOST_KEPT = 10_000;

  private final Map<Language, Side> sides;

  /**
   * The embedding of one language.
   *
   * @param threshold from which likeness on a word means the column
   */
  public record Side(Embedder embedder, double threshold) {}

  private final Map<Language, Map<String, float[]>> kept = new ConcurrentHashMap<>();

  /** A matcher with an embedding for each language that has one. */
  public HeaderMatcher(Map<Language, Side> sides) {
    this.sides = Map.copyOf(sides);
  }

  /** For each word the columns that it is like. */
  CompletionStage<List<Match>> match(
      Language language, List<String> words, List<ColumnView> columns) {
    Side side = sides.get(language);
    if (side == null || words.isEmpty() || columns.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    Set<String> texts = new LinkedHashSet<>(words);
    columns.forEach(c -> texts.add(headerOf(c)));
    return vectors(language, side, List.copyOf(texts))
        .thenApply(vectors -> compare(words, columns, vectors, side.threshold()));
  }

  private static String headerOf(ColumnView column) {
    return column.profile().header().name();
  }

  private CompletionStage<Map<String, float[]>> vectors(
      Language language, Side side, List<String> texts) {
    Map<String, float[]> known = kept.computeIfAbsent(language, k -> new ConcurrentHashMap<>());
    List<String> missing = texts.stream().filter(t -> !known.containsKey(t)).toList();
    if (missing.isEmpty()) {
      return CompletableFuture.completedFuture(Map.copyOf(known));
    }
    return side.embedder()
        .embed(missing)
        .thenApply(vectors -> {
          if (known.size() > MOST_KEPT) {
            known.clear();
          }
          Map<String, float[]> all = new ConcurrentHashMap<>(known);
          for (int i = 0; i < missing.size(); i++) {
            known.put(missing.get(i), vectors.get(i));
            all.put(missing.get(i), vectors.get(i));
          }
          return all;
        });
  }

  private static List<Match> compare(
      List<String> words,
      List<ColumnView> columns,
      Map<String, float[]> vectors,
      double threshold) {
    List<Match> matches = new ArrayList<>();
    for (int w = 0; w < words.size(); w++) {
      for (ColumnView column : columns) {
        float[] word = vectors.get(words.get(w));
        float[] header = vectors.get(headerOf(column));
        double likeness = word == null || header == null ? 0 : dot(word, header);
        if (likeness >= threshold) {
          matches.add(new Match(w, column, Math.min(1, likeness)));
        }
      }
    }
    return matches;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
