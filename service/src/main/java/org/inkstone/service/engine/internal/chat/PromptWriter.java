package org.inkstone.service.engine.internal.chat;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineException.Kind;
import org.inkstone.service.engine.internal.tokenizer.Tokenizer;

/**
 * Collects a prompt's tokens. Text between two control tokens, the template's and the messages', is
 * tokenized in one piece, as if the whole prompt were.
 */
final class PromptWriter {
  private final Tokenizer tokenizer;
  private final List<String> spellings;
  private final int fixedMessages;
  private final IntStream.Builder tokens = IntStream.builder();
  private final StringBuilder run = new StringBuilder();
  private final BitSet seen = new BitSet();
  private int count;
  private int fixedTokens = -1;

  PromptWriter(Tokenizer tokenizer, int fixedMessages) {
    this.tokenizer = tokenizer;
    this.fixedMessages = fixedMessages;
    this.spellings =
        tokenizer.controlTokens().keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** Appends the template's own text, in which control tokens are read. */
  void template(String text) {
    int at = 0;
    while (at < text.length()) {
      String spelling = controlTokenAt(text, at);
      if (spelling.isEmpty()) {
        run.append(text.charAt(at++));
      } else {
        control(tokenizer.controlTokens().getOrDefault(spelling, 0));
        at += spelling.length();
      }
    }
  }

  /** Appends what a message says. */
  void content(int message, String text) {
    if (message >= fixedMessages && fixedTokens < 0) {
      fixedTokens = count;
    }
    seen.set(message);
    run.append(text);
  }

  /** Appends a control token. */
  void control(int token) {
    flush();
    tokens.add(token);
    count++;
  }

  ChatPrompt finish(int messages) {
    flush();
    int missing = seen.nextClearBit(0);
    if (missing < messages) {
      throw new EngineException(
          Kind.INVALID_REQUEST,
          "the model's chat template drops message " + missing + " of " + messages);
    }
    return new ChatPrompt(tokens.build().toArray(), fixedTokens < 0 ? count : fixedTokens);
  }

  private void flush() {
    for (int token : tokenizer.encodePlain(run.toString())) {
      tokens.add(token);
      count++;
    }
    run.setLength(0);
  }

  private String controlTokenAt(String text, int at) {
    for (String spelling : spellings) {
      if (text.startsWith(spelling, at)) {
        return spelling;
      }
    }
    return "";
  }
}
