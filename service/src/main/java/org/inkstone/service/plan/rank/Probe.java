package org.inkstone.service.plan.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.inkstone.service.engine.TextEncoder;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Schema;
import org.inkstone.service.plan.algebra.PlanSentence;

/**
 * Asks a language model's hidden states which meaning a request fits: it reads the tables, the
 * sentence of a meaning and the request, and learned weights judge what it then sees in the
 * request.
 */
public final class Probe {
  private final TextEncoder encoder;
  private final ProbeFile file;

  /** With weights that were learned for the encoder's model. */
  public Probe(TextEncoder encoder, ProbeFile file) {
    this.encoder = encoder;
    this.file = file;
  }

  /** The ranked meanings in their new order, those that were not asked about behind. */
  public CompletionStage<List<Ranked>> rank(
      List<Ranked> ranked, int asked, Schema schema, Links links) {
    List<Ranked> open = ranked.subList(0, Math.min(asked, ranked.size()));
    List<String> sentences =
        open.stream()
            .map(r -> PlanSentence.of(r.meaning().plain().plan(), links.language()))
            .toList();
    States.Asked request = new States.Asked(links.request(), links.language());
    return States.of(encoder, file.layer(), schema, sentences, request)
        .thenApply(states -> ranked(ranked, states.stream().map(this::score).toList()));
  }

  private double score(float[] state) {
    double sum = 0;
    for (int i = 0; i < file.weights().size(); i++) {
      sum += file.weights().get(i) * state[i];
    }
    return sum;
  }

  /** The scores of both added; the probe's count from their mean. */
  static List<Ranked> ranked(List<Ranked> ranked, List<Double> probed) {
    double mean = probed.stream().mapToDouble(p -> p).average().orElse(0);
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < ranked.size(); i++) {
      double own = i < probed.size() ? probed.get(i) - mean : 0;
      scores.add(ranked.get(i).score() + own);
    }
    return Ranker.ordered(ranked, scores);
  }
}
