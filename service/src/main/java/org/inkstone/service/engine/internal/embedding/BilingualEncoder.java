package org.inkstone.service.engine.internal.embedding;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashMap;
import java.util.Map;
import org.inkstone.service.engine.internal.embedding.SentenceModel.Pooling;
import org.inkstone.service.engine.internal.onnx.OnnxRuntime;

/**
 * One space for Chinese and English texts.
 *
 * <p>A vector is the vectors of two models side by side, bge-small-zh-v1.5 and all-MiniLM-L6-v2.
 * The model made for the text's language has {@value #OWN_SHARE} of its squared length, so the dot
 * product of two texts of one language is nearly that model's cosine, and texts of different
 * languages can still be compared, if poorly (a larger share for the other model does not help
 * there and costs Chinese). Used by the engine's thread alone; its maker closes it.
 */
public final class BilingualEncoder implements AutoCloseable {
  private static final int CHINESE_WIDTH = 512;
  private static final int ENGLISH_WIDTH = 384;

  /** The length of a vector. */
  public static final int DIMENSION = CHINESE_WIDTH + ENGLISH_WIDTH;

  private static final double OWN_SHARE = 0.95;
  private static final int REMEMBERED = 4096;

  private final SentenceModel chinese;
  private final SentenceModel english;
  private final Map<String, float[]> recent =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Loads both models. */
  public BilingualEncoder(OnnxRuntime runtime) {
    chinese = SentenceModel.load(runtime, "bge-small-zh-v1.5-q", Pooling.FIRST, CHINESE_WIDTH);
    english = SentenceModel.load(runtime, "all-minilm-l6-v2-q", Pooling.MEAN, ENGLISH_WIDTH);
  }

  /** The vector of a text, of length 1. */
  public float[] encode(String text) {
    return recent.computeIfAbsent(text, this::compute).clone();
  }

  private float[] compute(String text) {
    double chineseShare = isChinese(text) ? OWN_SHARE : 1 - OWN_SHARE;
    float[] vector = new float[DIMENSION];
    chinese.embed(text, Math.sqrt(chineseShare), vector, 0);
    english.embed(text, Math.sqrt(1 - chineseShare), vector, CHINESE_WIDTH);
    return vector;
  }

  private static boolean isChinese(String text) {
    return text.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN);
  }

  @Override
  public void close() {
    chinese.close();
    english.close();
  }
}
