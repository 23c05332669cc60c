package org.inkstone.service.task.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inkstone.service.plan.Cue;
import org.inkstone.service.plan.Link;
import org.inkstone.service.plan.Links;
import org.inkstone.service.plan.Target;

/** The links of a request, those over the same words together. */
final class Spans {
  private Spans() {}

  /** Groups of alternatives, in the order of the request. */
  static List<List<Link>> of(Links links) {
    Map<Long, List<Link>> groups = new LinkedHashMap<>();
    for (Link link : links.links()) {
      groups
          .computeIfAbsent((long) link.start() << 32 | link.end(), k -> new ArrayList<>())
          .add(link);
    }
    return List.copyOf(groups.values());
  }

  /** The targets of one kind in a group. */
  static <T extends Target> List<T> all(List<Link> group, Class<T> kind) {
    return group.stream().map(Link::target).filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The constructions in a group. */
  static List<Cue> cues(List<Link> group) {
    return all(group, Target.Construction.class).stream().map(Target.Construction::cue).toList();
  }

  /** The comparison that stands nearest to some words, with no other number between. */
  static Optional<Cue> comparisonBeside(Links links, int start, int end) {
    int nearest = Integer.MAX_VALUE;
    Cue found = null;
    for (Link link : links.links()) {
      if (link.target() instanceof Target.Construction c && c.cue().isComparison()) {
        int distance = link.end() <= start ? start - link.end() : link.start() - end;
        boolean reaches = c.cue() == Cue.BETWEEN || !numberBetween(links, link, start, end);
        if (distance >= 0 && distance < nearest && reaches) {
          nearest = distance;
          found = c.cue();
        }
      }
    }
    return Optional.ofNullable(found);
  }

  /** Whether a construction of this kind stands right before some words. */
  static boolean isRightBefore(Links links, Cue cue, Link words) {
    return links.links().stream()
        .filter(l -> l.target() instanceof Target.Construction c && c.cue() == cue)
        .anyMatch(l -> l.end() <= words.start() && onlyParticles(links, l.end(), words.start()));
  }

  private static boolean onlyParticles(Links links, int from, int to) {
    String between = links.request().substring(from, to);
    return between.isBlank()
        || between.strip().length() <= 3
            && links.links().stream().noneMatch(l -> l.start() >= from && l.end() <= to);
  }

  private static boolean numberBetween(Links links, Link cue, int start, int end) {
    int from = Math.min(cue.end(), end);
    int to = Math.max(cue.start(), start);
    return links.links().stream()
        .filter(l -> l.target() instanceof Target.Number || l.target() instanceof Target.Period)
        .anyMatch(l -> l.start() >= from && l.end() <= to);
  }
}
