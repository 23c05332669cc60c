package org.inkstone.service.engine.internal.chat;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.engine.ChatMessage;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineException.Kind;
import org.inkstone.service.engine.internal.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Writes chats as a model's template wants them.
 *
 * <p>The template never sees what people wrote: it renders placeholders, and control tokens are
 * read in the template's own text only. So a message that spells {@code <|im_end|>} is a message
 * about these characters. Safe for many threads.
 */
public final class ChatFormat {
  /** ChatML, for a model that knows its two control tokens and brings no template. */
  static final String CHATML =
      "{% for message in messages %}"
          + "{{ '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}"
          + "{% endfor %}"
          + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

  private final ChatTemplate template;
  private final Tokenizer tokenizer;
  private final @Nullable Integer bosToken;
  private final boolean trimsContent;

  private ChatFormat(ChatTemplate template, Tokenizer tokenizer, @Nullable Integer bosToken) {
    this.template = template;
    this.tokenizer = tokenizer;
    this.bosToken = bosToken;
    String probe = template.render(List.of(ChatMessage.user(" \uE000 ")));
    this.trimsContent = !probe.contains(" \uE000 ");
  }

  /**
   * Makes a model's template ready.
   *
   * @param text the template in Jinja; null or blank means ChatML
   * @param bosToken the token that every prompt begins with, or null for none
   * @param endTokens the tokens that end a turn; the first is the template's {@code eos_token}
   * @throws EngineException of kind BAD_MODEL if the template can't write a chat
   */
  public static ChatFormat of(
      @Nullable String text,
      Tokenizer tokenizer,
      @Nullable Integer bosToken,
      List<Integer> endTokens) {
    String source = text == null || text.isBlank() ? chatMl(tokenizer) : text;
    String bos = bosToken == null ? "" : spelling(tokenizer, bosToken);
    String eos = endTokens.isEmpty() ? "" : spelling(tokenizer, endTokens.getFirst());
    try {
      return new ChatFormat(new ChatTemplate(source, bos, eos), tokenizer, bosToken);
    } catch (EngineException e) {
      throw new EngineException(
          Kind.BAD_MODEL, "the model's chat template can't be rendered: " + e.getMessage(), e);
    }
  }

  /**
   * Writes a chat up to where the model's answer begins.
   *
   * @param fixedMessages how many messages at the start are fixed
   */
  public ChatPrompt prompt(List<ChatMessage> messages, int fixedMessages) {
    List<ChatMessage> placeholders = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      placeholders.add(new ChatMessage(messages.get(i).role(), Placeholder.of(i)));
    }
    String rendered = template.render(placeholders);
    PromptWriter writer = new PromptWriter(tokenizer, fixedMessages);
    if (bosToken != null && !rendered.startsWith(spelling(tokenizer, bosToken))) {
      writer.control(bosToken);
    }
    for (Placeholder.Part part : Placeholder.split(rendered)) {
      switch (part) {
        case Placeholder.Literal literal -> writer.template(literal.text());
        case Placeholder.Message message ->
            writer.content(message.index(), content(messages.get(message.index())));
      }
    }
    return writer.finish(messages.size());
  }

  private String content(ChatMessage message) {
    return trimsContent ? message.content().strip() : message.content();
  }

  private static String chatMl(Tokenizer tokenizer) {
    if (tokenizer.controlTokens().keySet().containsAll(List.of("<|im_start|>", "<|im_end|>"))) {
      return CHATML;
    }
    throw new EngineException(
        Kind.BAD_MODEL,
        "the model has no chat template, and its vocabulary lacks <|im_start|> and <|im_end|>");
  }

  private static String spelling(Tokenizer tokenizer, int token) {
    return tokenizer.controlTokens().entrySet().stream()
        .filter(entry -> entry.getValue() == token)
        .map(entry -> entry.getKey())
        .findFirst()
        .orElse("");
  }
}
