package org.inkstone.service.prompt;

import java.util.List;

/**
 * A template whose holes are filled.
 *
 * @param template the template's id, such as {@code formula/write}
 * @param templateSha256 digest of the template's file
 * @param messages the chat, in its order
 * @param fixedMessages how many messages at the start have no hole and so never change
 * @param settings how the answer is to be written
 */
public record Prompt(
    String template,
    String templateSha256,
    List<Message> messages,
    int fixedMessages,
    Settings settings) {
  public Prompt {
    messages = List.copyOf(messages);
  }

  /** Who speaks. */
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT
  }

  /** One message. */
  public record Message(Role role, String content) {}

  /**
   * How the answer is to be written.
   *
   * @param maxTokens the most tokens of one answer
   * @param samples how many answers are drawn beside the most probable one
   * @param temperature of those draws
   * @param topP of those draws
   * @param seed of the first draw; each further one adds 1
   */
  public record Settings(int maxTokens, int samples, double temperature, double topP, long seed) {
    public Settings {
      if (maxTokens < 1 || samples < 0) {
        throw new IllegalArgumentException(
            "max_tokens must be at least 1 and samples at least 0, were "
                + maxTokens
                + " and "
                + samples);
      }
    }
  }

  /** The whole chat as one text, for the record of a run. */
  public String asText() {
    StringBuilder text = new StringBuilder();
    for (Message message : messages) {
      text.append("# ").append(message.role().name().toLowerCase(java.util.Locale.ROOT));
      text.append('\n').append(message.content()).append("\n\n");
    }
    return text.toString();
  }
}
