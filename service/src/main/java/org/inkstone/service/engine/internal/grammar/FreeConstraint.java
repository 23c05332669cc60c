package org.inkstone.service.engine.internal.grammar;

/** Lets every token that has text come, and the end at any time. */
final class FreeConstraint implements TokenConstraint {
  private final Vocabulary vocabulary;
  private final long[] mask;
  private boolean finished;

  FreeConstraint(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.mask = new long[(vocabulary.size() + 63) / 64];
    for (int token = 0; token < vocabulary.size(); token++) {
      if (vocabulary.isEnd(token) || vocabulary.bytes(token).length > 0) {
        mask[token >> 6] |= 1L << token;
      }
    }
  }

  @Override
  public long[] mask() {
    return mask;
  }

  @Override
  public void accept(int token) {
    finished |= vocabulary.isEnd(token);
  }

  @Override
  public boolean isFinished() {
    return finished;
  }

  @Override
  public int[] forced() {
    return new int[0];
  }
}
