package org.inkstone.service.engine.internal.chat;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.interpret.RenderResult;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.inkstone.service.engine.ChatMessage;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineException.Kind;

/** A model's chat template, with the names that such templates expect. */
final class ChatTemplate {
  private static final long MAX_OUTPUT = 1 << 24;

  private final Jinjava jinja;
  private final String source;
  private final String bos;
  private final String eos;

  ChatTemplate(String source, String bos, String eos) {
    this.source = WhitespaceControl.apply(source);
    this.bos = bos;
    this.eos = eos;
    this.jinja = new Jinjava(JinjavaConfig.newBuilder().withMaxOutputSize(MAX_OUTPUT).build());
    jinja
        .getGlobalContext()
        .registerFunction(
            new ELFunctionDefinition(
                "", "raise_exception", ChatTemplate.class, "raise", Object.class));
  }

  /** Called by templates that refuse a chat. */
  @SuppressWarnings("DoNotCallSuggester") // called by name from templates
  public static Object raise(Object message) {
    throw new InterpretException(String.valueOf(message));
  }

  String render(List<ChatMessage> messages) {
    Map<String, Object> names =
        Map.of(
            "messages",
            messages.stream().map(ChatTemplate::names).toList(),
            "add_generation_prompt",
            true,
            "bos_token",
            bos,
            "eos_token",
            eos);
    RenderResult result = jinja.renderForResult(source, names);
    List<TemplateError> errors = result.getErrors();
    if (!errors.isEmpty()) {
      throw new EngineException(
          Kind.INVALID_REQUEST,
          "the model's chat template refuses this chat: "
              + errors.stream().map(ChatTemplate::reason).collect(Collectors.joining("; ")));
    }
    return result.getOutput();
  }

  /** What a template says by {@code raise_exception} is the innermost cause. */
  private static String reason(TemplateError error) {
    Throwable cause = error.getException();
    while (cause != null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause == null ? error.getMessage() : error.getMessage() + ": " + cause.getMessage();
  }

  private static Map<String, Object> names(ChatMessage message) {
    return Map.of(
        "role", message.role().name().toLowerCase(Locale.ROOT), "content", message.content());
  }
}
