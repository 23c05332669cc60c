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
  private boolean ended;

  AutomatonConstraint(Object lock, MaskCache masks, Cursor cursor) {
    this.lock = lock;
    this.masks = masks;
    this.cursor = cursor;
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
      return ended ? new int[0] : tokens(forcedBytes());
    }
  }

  /** The bytes without a choice, cut back to whole characters. */
  private byte[] forcedBytes() {
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
    return Arrays.copyOf(run.toByteArray(), whole);
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
