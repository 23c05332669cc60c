package org.inkstone.service.engine.internal.tokenizer;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.inkstone.service.engine.internal.grammar.Vocabulary;

/**
 * Turns tokens into text as they come. A token may end inside a character, so its text is held back
 * until the character is whole; a character that never becomes whole is dropped at the end. Used by
 * one thread.
 */
public final class Detokenizer {
  private static final int LONGEST_CHARACTER = 4;

  private final Vocabulary vocabulary;
  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private ByteBuffer waiting = ByteBuffer.allocate(64);
  private CharBuffer characters = CharBuffer.allocate(64);

  public Detokenizer(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Appends to {@code out} the characters that the token completes. */
  public void append(int token, StringBuilder out) {
    byte[] bytes = vocabulary.bytes(token);
    if (bytes.length == 0) {
      return;
    }
    makeRoom(bytes.length);
    waiting.put(bytes).flip();
    utf8.decode(waiting, characters, false);
    waiting.compact();
    out.append(characters.flip());
    characters.clear();
  }

  private void makeRoom(int bytes) {
    if (waiting.remaining() < bytes) {
      int capacity = bytes + LONGEST_CHARACTER;
      waiting = ByteBuffer.allocate(capacity).put(waiting.flip());
      characters = CharBuffer.allocate(capacity);
    }
  }
}
