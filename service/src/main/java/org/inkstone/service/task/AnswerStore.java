package org.inkstone.service.task;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Keeps the answers to requests with an idempotency key, so that a repeated one is answered. */
public interface AnswerStore {
  /** An answer as it went out. */
  record Answer(int status, String body) {}

  /** What is known of a request when it comes. */
  sealed interface Claim {
    /** Never seen: the caller does the work, then keeps or gives up. */
    record Mine() implements Claim {}

    /** Done before. */
    record Done(Answer answer) implements Claim {}

    /** Another process is at it. */
    record Busy() implements Claim {}

    /** The key was used for another request. */
    record Different() implements Claim {}
  }

  /**
   * Claims a key for a request.
   *
   * @param requestSha256 digest of all that makes up the request, in hex
   * @param lease after this long without an answer, the key may be claimed again
   */
  CompletionStage<Claim> claim(String tenant, String key, String requestSha256, Duration lease);

  /** Keeps the answer to a claimed key. */
  CompletionStage<Void> keep(String tenant, String key, Answer answer);

  /** Frees a claimed key whose request failed. */
  CompletionStage<Void> giveUp(String tenant, String key);

  /** Forgets answers older than this; returns how many. */
  CompletionStage<Integer> forget(Duration olderThan);

  /** Frees all claims without an answer: no other process can be at them. */
  CompletionStage<Integer> freeAbandoned();
}
