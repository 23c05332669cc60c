package org.inkstone.connector;

import java.util.Objects;
import org.inkstone.sdk.model.Transcript;

/**
 * A meeting that a source delivered.
 *
 * @param source the vendor or {@code file}
 * @param deliveryId unique for a source; the same delivery twice makes one meeting
 * @param title what the source calls the meeting; perhaps empty
 */
public record MeetingEvent(String source, String deliveryId, String title, Transcript transcript) {
  public MeetingEvent {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(deliveryId, "deliveryId");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(transcript, "transcript");
  }
}
