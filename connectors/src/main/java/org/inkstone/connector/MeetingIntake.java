package org.inkstone.connector;

import java.util.concurrent.CompletionStage;

/** Where meetings come in. The service implements it: store first, acknowledge after. */
public interface MeetingIntake {
  /**
   * Takes a delivery.
   *
   * @return the id of its meeting, once it is stored; the same delivery twice gives the same id
   */
  CompletionStage<String> accept(String tenant, MeetingEvent event);
}
