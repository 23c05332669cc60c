package org.inkstone.service.engine.internal.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.Map;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineException.Kind;
import org.inkstone.service.engine.internal.onnx.OnnxRuntime;
import org.inkstone.service.engine.internal.onnx.SentenceSession;

/**
 * One sentence embedding model out of its jar.
 *
 * <p>Texts run one by one: these models quantize their activations over the whole batch, so beside
 * other texts a text would get another vector.
 */
final class SentenceModel implements AutoCloseable {
  /** How the states of the tokens become one vector. */
  enum Pooling {
    /** The state of the first token. */
    FIRST,
    /** The mean over all tokens. */
    MEAN
  }

  private static final Map<String, String> OPTIONS =
      Map.of(
          "addSpecialTokens", "true", "truncation", "true", "maxLength", "512", "padding", "false");

  private final HuggingFaceTokenizer tokenizer;
  private final SentenceSession session;
  private final Pooling pooling;
  private final int width;

  private SentenceModel(
      HuggingFaceTokenizer tokenizer, SentenceSession session, Pooling pooling, int width) {
    this.tokenizer = tokenizer;
    this.session = session;
    this.pooling = pooling;
    this.width = width;
  }

  /**
   * Loads a model from the class path.
   *
   * @param name the name before {@code .onnx} and {@code -tokenizer.json}
   * @param width floats of its vectors
   */
  static SentenceModel load(OnnxRuntime runtime, String name, Pooling pooling, int width) {
    SentenceSession session = new SentenceSession(runtime, name, resource(name + ".onnx"));
    try (InputStream in = open(name + "-tokenizer.json")) {
      HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(in, OPTIONS);
      return new SentenceModel(tokenizer, session, pooling, width);
    } catch (IOException e) {
      session.close();
      throw unreadable(name, e);
    }
  }

  /** Writes the text's vector, of the given length, into {@code out} from {@code at} on. */
  void embed(String text, double length, float[] out, int at) {
    Encoding encoding = tokenizer.encode(text, true, false);
    long[] ids = encoding.getIds();
    FloatBuffer states = session.run(ids, encoding.getAttentionMask(), 1, ids.length);
    int pooled = pooling == Pooling.FIRST ? 1 : ids.length;
    for (int token = 0; token < pooled; token++) {
      for (int i = 0; i < width; i++) {
        out[at + i] += states.get(token * width + i);
      }
    }
    scale(out, at, length);
  }

  private void scale(float[] out, int at, double length) {
    double square = 0;
    for (int i = at; i < at + width; i++) {
      square += (double) out[i] * out[i];
    }
    float factor = (float) (length / Math.sqrt(square));
    for (int i = at; i < at + width; i++) {
      out[i] *= factor;
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = SentenceModel.class.getResourceAsStream("/" + name);
    if (in == null) {
      throw new IOException("no such file on the class path");
    }
    return in;
  }

  private static EngineException unreadable(String name, IOException e) {
    return new EngineException(
        Kind.BAD_MODEL, "the embedding model " + name + " can't be read: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    tokenizer.close();
    session.close();
  }
}
