package org.inkstone.service.engine.internal.decode;

import java.nio.FloatBuffer;
import org.inkstone.service.engine.TextEncoder.Pooled;
import org.inkstone.service.engine.TextEncoder.Span;
import org.inkstone.service.engine.internal.tokenizer.TokenizedText;

/** Sums the states of the tokens of one span as they come. */
final class SpanPool {
  private final TokenizedText text;
  private final Span span;
  private final double[] sum;
  private final float[] last;
  private int count;

  SpanPool(TokenizedText text, Span span, int width) {
    this.text = text;
    this.span = span;
    this.sum = new double[width];
    this.last = new float[width];
  }

  /** Takes the state of a token if the token has a part in the span. */
  void take(int token, FloatBuffer states, int row) {
    if (text.start()[token] >= span.end() || text.end()[token] <= span.start()) {
      return;
    }
    states.get(row * last.length, last);
    for (int i = 0; i < last.length; i++) {
      sum[i] += last[i];
    }
    count++;
  }

  /** Whether any token had a part in the span. */
  boolean isEmpty() {
    return count == 0;
  }

  Pooled pooled() {
    float[] mean = new float[sum.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sum[i] / count);
    }
    return new Pooled(mean, last.clone());
  }
}
