package org.inkstone.service.engine.internal.grammar;

import java.util.BitSet;

/**
 * The bytes and end marks of a vocabulary without a reference to it, so that an index can live in a
 * map with the vocabulary as a weak key.
 */
final class TokenBytes implements Vocabulary {
  private final byte[][] bytes;
  private final BitSet ends = new BitSet();

  private TokenBytes(byte[][] bytes) {
    this.bytes = bytes;
  }

  static TokenBytes copyOf(Vocabulary vocabulary) {
    TokenBytes copy = new TokenBytes(new byte[vocabulary.size()][]);
    for (int token = 0; token < copy.bytes.length; token++) {
      copy.bytes[token] = vocabulary.bytes(token);
      copy.ends.set(token, vocabulary.isEnd(token));
    }
    return copy;
  }

  @Override
  public int size() {
    return bytes.length;
  }

  @Override
  public byte[] bytes(int token) {
    return bytes[token];
  }

  @Override
  public boolean isEnd(int token) {
    return ends.get(token);
  }
}
