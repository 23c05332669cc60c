package org.inkstone.service.engine.internal.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.internal.gguf.GgufFile;
import org.inkstone.service.engine.internal.model.TokenizerJson.Merge;

/** Translates the byte-level BPE of a GGUF file ({@code tokenizer.ggml.model = gpt2}). */
final class ByteLevelTokenizer {
  private ByteLevelTokenizer() {}

  static TokenizerJson translate(GgufFile file, GgufVocabulary vocabulary) {
    PreTokenizer preTokenizer = PreTokenizer.named(vocabulary.preTokenizer());
    if (preTokenizer == null) {
      throw bad(file, "pre", "is " + vocabulary.preTokenizer() + ", which is not supported");
    }
    TokenizerJson json = new TokenizerJson(vocabulary);
    ObjectNode model = json.bpe(merges(file, vocabulary));
    model.put("ignore_merges", preTokenizer.wholeTokens());
    return json.part("normalizer", TokenizerJson.none())
        .part("pre_tokenizer", splitter(preTokenizer))
        .part("post_processor", TokenizerJson.none())
        .part("decoder", byteLevel())
        .part("model", model);
  }

  private static ObjectNode splitter(PreTokenizer preTokenizer) {
    List<ObjectNode> steps = new ArrayList<>();
    for (String regex : preTokenizer.regexes()) {
      ObjectNode split = TokenizerJson.component("Split");
      split.putObject("pattern").put("Regex", regex);
      steps.add(split.put("behavior", "Isolated").put("invert", false));
    }
    steps.add(byteLevel());
    return TokenizerJson.sequence("pretokenizers", steps);
  }

  private static ObjectNode byteLevel() {
    ObjectNode component = TokenizerJson.component("ByteLevel");
    return component
        .put("add_prefix_space", false)
        .put("trim_offsets", false)
        .put("use_regex", false);
  }

  private static List<Merge> merges(GgufFile file, GgufVocabulary vocabulary) {
    List<String> lines = file.metadata().strings("tokenizer.ggml.merges");
    if (lines == null) {
      throw bad(file, "merges", "is missing");
    }
    Map<String, Integer> ids = vocabulary.ids();
    List<Merge> merges = new ArrayList<>();
    for (String line : lines) {
      int blank = line.indexOf(' ', 1);
      String left = line.substring(0, Math.max(0, blank));
      String right = line.substring(blank + 1);
      if (!ids.containsKey(left) || !ids.containsKey(right) || !ids.containsKey(left + right)) {
        throw bad(
            file,
            "merges[" + merges.size() + "]",
            "is '" + line + "', expected two tokens that join to a third");
      }
      merges.add(new Merge(left, right));
    }
    return merges;
  }

  private static EngineException bad(GgufFile file, String key, String problem) {
    return new EngineException(
        EngineException.Kind.BAD_MODEL,
        file.name() + ": metadata tokenizer.ggml." + key + " " + problem);
  }
}
