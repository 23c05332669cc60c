package org.inkstone.service.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A request whose words are linked or accounted for.
 *
 * @param links in the order of the request
 * @param unlinked content words that link to nothing
 */
public record Links(String request, Language language, List<Link> links, List<Unlinked> unlinked) {
  /**
   * A content word that links to nothing.
   *
   * @param likeValue whether it stands where a value would: capitalized, or before a linked column
   * @param open whether it may name what the rows are or what the table is about, because the table
   *     has no name that would say so
   */
  public record Unlinked(int start, int end, String words, boolean likeValue, boolean open) {}

  public Links {
    links = List.copyOf(links);
    unlinked = List.copyOf(unlinked);
  }

  /** The targets of one kind. */
  public <T extends Target> List<T> all(Class<T> kind) {
    return links.stream().map(Link::target).filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The links to targets of one kind. */
  public Stream<Link> linksTo(Class<? extends Target> kind) {
    return links.stream().filter(link -> kind.isInstance(link.target()));
  }

  /** The constructions that the request names. */
  public Set<Cue> cues() {
    Set<Cue> cues = new LinkedHashSet<>();
    all(Target.Construction.class).forEach(c -> cues.add(c.cue()));
    return cues;
  }

  /** Whether the request names a construction. */
  public boolean has(Cue cue) {
    return cues().contains(cue);
  }
}
