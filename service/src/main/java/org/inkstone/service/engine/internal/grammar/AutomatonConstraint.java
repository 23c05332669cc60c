package org.inkstone.service.engine.internal.grammar;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Follows one generation through the automaton that its grammar shares among requests. */
final class AutomatonConstraint implements TokenConstraint {
  private static final int MAX_FORCED_BYTES = 1_024;

  private final Object lock;
  private final MaskCache masks;
  private final Cursor cursor;
  private final boolean skeleton;
  private boolean ended;

  /**
   * @param skeleton whether text without a choice is forced between choices too: fit for the
   *     skeleton of JSON, which every model writes in the same tokens, not for words
   */
  AutomatonConstraint(Object lock, MaskCache masks, Cursor cursor, boolean skeleton) {
    this.lock = lock;
    this.masks = masks;
    this.cursor = cursor;
    this.skeleton = skeleton;
  }

  @Override
  public long[] mask() {
    synchronized (lock) {
      masks.startWork();
      return masks.mask(cursor);
    }
  }

  @Override
  public void accept(int token) {
    synchronized (lock) {
      masks.startWork();
      Cursor moved = after(token);
      if (moved == null) {
        throw new IllegalArgumentException(
            "expected a token that the mask allows, was token " + token);
      }
      ended = masks.index().vocabulary().isEnd(token);
      cursor.moveTo(moved.set(), moved.base());
    }
  }

  /** Whether the token can come, found by going over its bytes instead of asking the mask. */
  boolean canRead(int token) {
    synchronized (lock) {
      masks.startWork();
      return after(token) != null;
    }
  }

  private @Nullable Cursor after(int token) {
    Vocabulary vocabulary = masks.index().vocabulary();
    if (vocabulary.isEnd(token)) {
      return cursor.mayEnd() ? cursor : null;
    }
    byte[] bytes = vocabulary.bytes(token);
    Cursor moved = cursor.copy();
    for (byte b : bytes) {
      if (!moved.advance(b)) {
        return null;
      }
    }
    return ended || bytes.length == 0 ? null : moved;
  }

  @Override
  public boolean isFinished() {
    return ended || (cursor.mayEnd() && cursor.set().size() == 0);
  }

  @Override
  public int[] forced() {
    synchronized (lock) {
      masks.startWork();
      return ended ? new int[0] : forcedTokens();
    }
  }

  /**
   * The tokens of the bytes without a choice, cut back to whole characters. The last one is left to
   * the model unless the text ends with it: its own token for these bytes may reach over the place
   * where the choice begins, as {@code "],"} does over {@code "]"}, and a text that is cut there is
   * one that no model has ever seen continued.
   */
  private int[] forcedTokens() {
    ByteArrayOutputStream run = new ByteArrayOutputStream();
    Cursor ahead = cursor.copy();
    int whole = 0;
    int b = ahead.onlyByte();
    while (b >= 0 && run.size() < MAX_FORCED_BYTES) {
      run.write(b);
      ahead.advance(b);
      b = ahead.onlyByte();
      whole = ahead.insideCharacter() ? whole : run.size();
    }
    boolean ends = ahead.mayEnd() && ahead.set().size() == 0 && whole == run.size();
    int[] tokens = tokens(Arrays.copyOf(run.toByteArray(), whole));
    if (ends || tokens.length == 0) {
      return tokens;
    }
    return skeleton ? Arrays.copyOf(tokens, tokens.length - 1) : new int[0];
  }

  private int[] tokens(byte[] bytes) {
    TokenTrie trie = masks.index().trie();
    int[] found = new int[bytes.length];
    int size = 0;
    int at = 0;
    while (at < bytes.length) {
      int token = trie.longest(bytes, at);
      if (token < 0) {
        break;
      }
      found[size++] = token;
      at += masks.index().vocabulary().bytes(token).length;
    }
    return Arrays.copyOf(found, size);
  }
}
