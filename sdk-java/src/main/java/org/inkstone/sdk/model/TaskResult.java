package org.inkstone.sdk.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * The result of a task. The four cases are four types, so that a caller cannot overlook that an
 * answer is not verified.
 *
 * @param <T> the task's own record
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TaskResult.Verified.class, name = "verified"),
  @JsonSubTypes.Type(value = TaskResult.Unverified.class, name = "unverified"),
  @JsonSubTypes.Type(value = TaskResult.Partial.class, name = "partial"),
  @JsonSubTypes.Type(value = TaskResult.Refused.class, name = "refused")
})
public sealed interface TaskResult<T> {
  /** What was checked. */
  Verification verification();

  /** Things a person should know. */
  List<String> warnings();

  /** Where the result came from. */
  Provenance provenance();

  /** Code ran every check on this value and all of them passed. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Verified<T>(
      T value, Verification verification, List<String> warnings, Provenance provenance)
      implements TaskResult<T> {}

  /** A value that no code could prove; look at {@code verification} before it is used. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Unverified<T>(
      T value, Verification verification, List<String> warnings, Provenance provenance)
      implements TaskResult<T> {}

  /** A value for a part of the input; the rest failed. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Partial<T>(
      T value, Verification verification, List<String> warnings, Provenance provenance)
      implements TaskResult<T> {}

  /** No answer, and why. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Refused<T>(
      Refusal refusal, Verification verification, List<String> warnings, Provenance provenance)
      implements TaskResult<T> {}
}
