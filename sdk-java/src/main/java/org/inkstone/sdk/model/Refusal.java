package org.inkstone.sdk.model;

import java.util.List;

/**
 * Why a request was not answered.
 *
 * @param reason from a closed list: {@code unknown_column}, {@code unknown_value}, {@code
 *     not_a_formula}, {@code no_candidate_passed}, {@code unsupported_function}, {@code
 *     unsupported_target}, {@code no_table}
 * @param message the reason in words, in the language of the request
 * @param evidence the words or findings that led to it
 */
public record Refusal(String reason, String message, List<String> evidence) {
  public Refusal {
    evidence = List.copyOf(evidence);
  }
}
