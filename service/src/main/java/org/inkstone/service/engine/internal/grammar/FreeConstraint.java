package org.inkstone.service.engine.internal.grammar;

/** Lets every token that has text come, and the end at any time. */
final class FreeConstraint implements TokenConstraint {
  private final VocabularyIndex index;
  private boolean finished;

  FreeConstraint(VocabularyIndex index) {
    this.index = index;
  }

  @Override
  public long[] mask() {
    return index.anyText();
  }

  @Override
  public void accept(int token) {
    finished |= index.vocabulary().isEnd(token);
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
