package org.inkstone.service.plan.rank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the trust in an answer rested on when the program met a request for the first time, and
 * whether the answer was right. Once rules were made with a request before the eyes, it says
 * nothing about requests to come; this does.
 *
 * @param group requests over the same sheet have the same
 * @param words the words of the request that were linked to nothing
 */
public record FirstSight(
    String id, String group, boolean right, Map<String, Double> evidence, Set<String> words) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public FirstSight {
    evidence = Map.copyOf(evidence);
    words = Set.copyOf(words);
  }

  /** The first sight of requests as written. */
  public static List<FirstSight> of(List<RankedRequest> requests, Ranker ranker) {
    List<FirstSight> all = new ArrayList<>();
    for (RankedRequest request : requests) {
      if (request.origin() == RankedRequest.Origin.WRITTEN) {
        List<Ranked> ranked = ranker.rank(request.meanings(), request.links(), request.doubts());
        all.add(
            new FirstSight(
                request.id(),
                request.group(),
                request.right().get(ranked.getFirst().index()),
                Ranker.evidence(ranked, request.links()),
                Uncovered.words(request.links())));
      }
    }
    return List.copyOf(all);
  }

  /** Reads one line of a file. */
  public static FirstSight ofLine(String line) {
    try {
      return JSON.readValue(line, FirstSight.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a first sight: " + line, e);
    }
  }

  /** As one line of a file. */
  public String asLine() {
    Map<String, Double> rounded = new TreeMap<>();
    evidence.forEach((name, value) -> rounded.put(name, Math.rint(value * 1000) / 1000));
    try {
      return JSON.writeValueAsString(new FirstSight(id, group, right, rounded, words));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a first sight can't be written as JSON", e);
    }
  }
}
