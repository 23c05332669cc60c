package org.inkstone.service.engine.internal.tokenizer;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineException.Kind;
import org.inkstone.service.engine.internal.grammar.Vocabulary;

/**
 * A model's own tokenizer, read from its tokenizer.json. Safe for many threads; whoever opened it
 * closes it, after which every call fails with {@link Kind#UNAVAILABLE}.
 */
public final class Tokenizer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, String> OPTIONS =
      Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

  private final HuggingFaceTokenizer whole;
  private final HuggingFaceTokenizer plain;
  private final Vocabulary vocabulary;
  private final Map<String, Integer> controlTokens;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  private Tokenizer(byte[] file, JsonNode json, int vocabularySize, List<Integer> endTokens)
      throws IOException {
    controlTokens = controlTokens(json);
    vocabulary = TokenVocabulary.read(json, vocabularySize, endTokens);
    whole = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(file), OPTIONS);
    byte[] withoutControl = JSON.writeValueAsBytes(withoutControlTokens(json));
    plain = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(withoutControl), OPTIONS);
  }

  /**
   * Reads a tokenizer.json.
   *
   * @param vocabularySize the number of ids that the model has logits for
   * @throws EngineException of kind BAD_MODEL if the file can't be read
   */
  public static Tokenizer open(Path file, int vocabularySize, List<Integer> endTokens) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new Tokenizer(bytes, JSON.readTree(bytes), vocabularySize, endTokens);
    } catch (IOException | RuntimeException e) {
      throw new EngineException(
          Kind.BAD_MODEL,
          "expected a tokenizer in Hugging Face's format at " + file + ": " + e.getMessage(),
          e);
    }
  }

  /** Tokens of a text whose control tokens are read as such. Adds none at its ends. */
  public int[] encode(String text) {
    return locked(() -> ids(whole.encode(wellFormed(text), false, false)));
  }

  /** Tokens of a text in which nothing is a control token, whatever it spells. */
  public int[] encodePlain(String text) {
    return text.isEmpty()
        ? new int[0]
        : locked(() -> ids(plain.encode(wellFormed(text), false, false)));
  }

  /** Like {@link #encodePlain}, with the place of each token in the text. */
  public TokenizedText encodePlainWithPlaces(String text) {
    String clean = wellFormed(text);
    Encoding encoding = locked(() -> plain.encode(clean, false, false));
    CharSpan[] spans = encoding.getCharTokenSpans();
    int[] unitOfCodePoint = unitOfCodePoint(clean);
    int[] start = new int[spans.length];
    int[] end = new int[spans.length];
    for (int i = 0; i < spans.length; i++) {
      start[i] = spans[i] == null ? 0 : unitOfCodePoint[spans[i].getStart()];
      end[i] = spans[i] == null ? 0 : unitOfCodePoint[spans[i].getEnd()];
    }
    return new TokenizedText(ids(encoding), start, end);
  }

  /** The bytes of each token. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The tokens that a text must not be able to spell, by their spelling. */
  public Map<String, Integer> controlTokens() {
    return controlTokens;
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        whole.close();
        plain.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private interface Call<T> {
    T get();
  }

  private <T> T locked(Call<T> call) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new EngineException(Kind.UNAVAILABLE, "the engine is closed");
      }
      return call.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  private static int[] ids(Encoding encoding) {
    long[] ids = encoding.getIds();
    int[] out = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      out[i] = (int) ids[i];
    }
    return out;
  }

  /** Half a surrogate pair is no character; the native tokenizer must not see one. */
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return replaceLoneSurrogates(text);
      }
    }
    return text;
  }

  private static String replaceLoneSurrogates(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static int[] unitOfCodePoint(String text) {
    int[] units = new int[text.codePointCount(0, text.length()) + 1];
    int unit = 0;
    for (int i = 0; i < units.length; i++) {
      units[i] = unit;
      unit += unit < text.length() ? Character.charCount(text.codePointAt(unit)) : 0;
    }
    return units;
  }

  private static Map<String, Integer> controlTokens(JsonNode json) {
    Map<String, Integer> tokens = new HashMap<>();
    for (JsonNode added : json.path("added_tokens")) {
      String content = added.path("content").asText();
      if (!isText(added)) {
        tokens.put(content, added.path("id").asInt());
      }
    }
    return Map.copyOf(tokens);
  }

  /** Some models add runs of white space as tokens: those are text like any other. */
  private static boolean isText(JsonNode added) {
    return !added.path("special").asBoolean()
        && added.path("content").asText().replace('\u2581', ' ').isBlank();
  }

  private static JsonNode withoutControlTokens(JsonNode json) {
    ObjectNode copy = (ObjectNode) json.deepCopy();
    ArrayNode kept = copy.arrayNode();
    for (JsonNode added : json.path("added_tokens")) {
      if (isText(added)) {
        kept.add(added);
      }
    }
    copy.set("added_tokens", kept);
    copy.putNull("post_processor");
    return copy;
  }
}
