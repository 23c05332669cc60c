package org.inkstone.service.plan;

/**
 * Words of a request and one thing that they may mean. Several links over the same words are
 * alternatives.
 *
 * @param start where the words begin in the request, in UTF-16 units
 * @param end where they end
 * @param words as they stand there
 * @param target what they may mean
 * @param score how sure that is, in (0, 1]; 1 is the same text
 * @param how in which way it was found, such as {@code exact}, {@code part} or {@code embedding}
 */
public record Link(int start, int end, String words, Target target, double score, String how) {
  public Link {
    if (!(score > 0 && score <= 1)) {
      throw new IllegalArgumentException("a link's score must be in (0, 1], was " + score);
    }
  }
}
