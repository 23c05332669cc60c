package org.inkstone.service.engine.internal.decode;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineException.Kind;
import org.inkstone.service.engine.internal.chat.ChatFormat;
import org.inkstone.service.engine.internal.chat.ChatPrompt;
import org.inkstone.service.engine.internal.grammar.GrammarCompiler;
import org.inkstone.service.engine.internal.model.ModelCard;
import org.inkstone.service.engine.internal.model.ModelFolder;
import org.inkstone.service.engine.internal.tokenizer.Tokenizer;

/**
 * What a model's folder says about text. Safe for many threads; its maker closes it.
 *
 * @param contextTokens the most tokens of prompt and answer together
 */
record ModelText(
    ModelCard card,
    Tokenizer tokenizer,
    ChatFormat chat,
    GrammarCompiler grammars,
    int contextTokens)
    implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static ModelCard readCard(ModelFolder folder) {
    try {
      return JSON.readValue(folder.card().toFile(), ModelCard.class);
    } catch (IOException e) {
      throw new EngineException(
          Kind.BAD_MODEL,
          folder.path() + " is not a whole model folder: can't read card.json: " + e.getMessage(),
          e);
    }
  }

  static ModelText read(ModelFolder folder, ModelCard card, int contextTokens) {
    Tokenizer tokenizer =
        Tokenizer.open(folder.tokenizer(), card.config().vocabularySize(), card.endTokens());
    try {
      String template =
          Files.exists(folder.chatTemplate()) ? Files.readString(folder.chatTemplate()) : "";
      Integer bos = card.addBos() ? card.bosToken() : null;
      ChatFormat chat = ChatFormat.of(template, tokenizer, bos, card.endTokens());
      return new ModelText(card, tokenizer, chat, new GrammarCompiler(), contextTokens);
    } catch (IOException e) {
      tokenizer.close();
      throw new EngineException(
          Kind.BAD_MODEL, "can't read " + folder.chatTemplate() + ": " + e.getMessage(), e);
    } catch (EngineException e) {
      tokenizer.close();
      throw e;
    }
  }

  /** Tokens of a raw text that others follow, its control tokens read as such. */
  int[] prefix(String text) {
    int[] tokens = text.isEmpty() ? new int[0] : tokenizer.encode(text);
    Integer bos = card.bosToken();
    boolean begins = card.addBos() && bos != null && (tokens.length == 0 || tokens[0] != bos);
    return begins && bos != null ? Sequences.join(new int[] {bos}, tokens) : tokens;
  }

  /** The part of a prompt that comes from its fixed messages; a last token is left to feed. */
  PrefixKey fixedPart(ChatPrompt prompt) {
    int count = Math.min(prompt.fixedTokens(), prompt.tokens().length - 1);
    return new PrefixKey(card.config().layers(), prompt.tokens(), count);
  }

  /** Fails with the numbers if a sequence leaves no place for one more token. */
  void requireRoom(String what, int tokens) {
    if (tokens >= contextTokens) {
      throw new EngineException(
          Kind.INVALID_REQUEST,
          "%s has %d tokens; with at least one more it must fit the context of %d tokens"
              .formatted(what, tokens, contextTokens));
    }
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
