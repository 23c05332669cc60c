package org.inkstone.service.engine.internal.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.internal.gguf.GgufFile;
import org.inkstone.service.engine.internal.model.TokenizerJson.Merge;
import org.jspecify.annotations.Nullable;

/**
 * Translates the SentencePiece vocabulary of a GGUF file ({@code tokenizer.ggml.model = llama}).
 *
 * <p>llama.cpp joins, again and again, the two neighbours whose join is the token of the highest
 * score, the leftmost among equals. As BPE that is one merge for each way to part a token in two
 * tokens, in the order of the scores. The two agree wherever no two of the joins that compete in a
 * text have the same score, which holds for the vocabularies that SentencePiece's BPE trainer
 * writes (score = −rank).
 */
final class SentencePieceTokenizer {
  private static final String SPACE = "\u2581";

  private record ScoredMerge(Merge merge, float score, int order) {}

  private SentencePieceTokenizer() {}

  static TokenizerJson translate(GgufFile file, GgufVocabulary vocabulary) {
    float[] scores = file.metadata().floats("tokenizer.ggml.scores");
    if (scores == null || scores.length != vocabulary.size()) {
      throw new EngineException(
          EngineException.Kind.BAD_MODEL,
          "%s: metadata tokenizer.ggml.scores has %d items, expected %d"
              .formatted(file.name(), scores == null ? 0 : scores.length, vocabulary.size()));
    }
    boolean prefix = file.metadata().bool("tokenizer.ggml.add_space_prefix").orElse(true);
    TokenizerJson json = new TokenizerJson(vocabulary);
    ObjectNode model = json.bpe(merges(vocabulary.ids(), scores));
    model.put("byte_fallback", true).put("fuse_unk", true);
    model.put("unk_token", unknown(vocabulary));
    return json.part("normalizer", normalizer(prefix))
        .part("pre_tokenizer", TokenizerJson.none())
        .part("post_processor", TokenizerJson.none())
        .part("decoder", decoder(prefix))
        .part("model", model);
  }

  private static @Nullable String unknown(GgufVocabulary vocabulary) {
    int id = vocabulary.types().indexOf(GgufVocabulary.UNKNOWN);
    return id < 0 ? null : vocabulary.tokens().get(id);
  }

  private static List<Merge> merges(Map<String, Integer> ids, float[] scores) {
    List<ScoredMerge> merges = new ArrayList<>();
    ids.forEach((text, id) -> {
      for (int cut = text.offsetByCodePoints(0, 1);
          cut < text.length();
          cut = text.offsetByCodePoints(cut, 1)) {
        String left = text.substring(0, cut);
        String right = text.substring(cut);
        if (ids.containsKey(left) && ids.containsKey(right)) {
          merges.add(new ScoredMerge(new Merge(left, right), scores[id], merges.size()));
        }
      }
    });
    merges.sort(
        Comparator.comparingDouble((ScoredMerge merge) -> -merge.score())
            .thenComparingInt(ScoredMerge::order));
    return merges.stream().map(ScoredMerge::merge).toList();
  }

  private static ObjectNode normalizer(boolean prefix) {
    List<ObjectNode> steps = new ArrayList<>();
    if (prefix) {
      steps.add(TokenizerJson.component("Prepend").put("prepend", SPACE));
    }
    steps.add(replace(" ", SPACE));
    return TokenizerJson.sequence("normalizers", steps);
  }

  private static ObjectNode decoder(boolean prefix) {
    List<ObjectNode> steps = new ArrayList<>();
    steps.add(replace(SPACE, " "));
    steps.add(TokenizerJson.component("ByteFallback"));
    steps.add(TokenizerJson.component("Fuse"));
    if (prefix) {
      steps.add(
          TokenizerJson.component("Strip").put("content", " ").put("start", 1).put("stop", 0));
    }
    return TokenizerJson.sequence("decoders", steps);
  }

  private static ObjectNode replace(String from, String to) {
    ObjectNode replace = TokenizerJson.component("Replace");
    replace.putObject("pattern").put("String", from);
    return replace.put("content", to);
  }
}
