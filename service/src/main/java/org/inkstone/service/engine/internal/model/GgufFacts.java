package org.inkstone.service.engine.internal.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.internal.gguf.GgufFile;
import org.inkstone.service.engine.internal.gguf.GgufMetadata;
import org.inkstone.service.engine.internal.gguf.GgufTensor;
import org.inkstone.service.engine.internal.gguf.GgufType;
import org.jspecify.annotations.Nullable;

/** Reads name, licence, quantization and special tokens from the metadata of a GGUF file. */
final class GgufFacts {
  private static final Map<Integer, String> FILE_TYPES =
      Map.ofEntries(
          Map.entry(0, "F32"),
          Map.entry(1, "F16"),
          Map.entry(2, "Q4_0"),
          Map.entry(3, "Q4_1"),
          Map.entry(7, "Q8_0"),
          Map.entry(8, "Q5_0"),
          Map.entry(9, "Q5_1"),
          Map.entry(14, "Q4_K_S"),
          Map.entry(15, "Q4_K_M"),
          Map.entry(16, "Q5_K_S"),
          Map.entry(17, "Q5_K_M"),
          Map.entry(18, "Q6_K"),
          Map.entry(32, "BF16"));

  private final GgufFile file;
  private final GgufMetadata metadata;

  private GgufFacts(GgufFile file) {
    this.file = file;
    this.metadata = file.metadata();
  }

  static SourceFacts read(GgufFile file) {
    GgufFacts facts = new GgufFacts(file);
    GgufVocabulary vocabulary = GgufVocabulary.read(file);
    Integer bos = facts.token("bos_token_id", vocabulary);
    return new SourceFacts(
        file.metadata().string("general.name").orElse(null),
        file.metadata().string("general.license").orElse(null),
        facts.quantization(),
        facts.parameters(),
        facts.ends(vocabulary),
        bos,
        bos != null && facts.addBos(vocabulary));
  }

  private List<Integer> ends(GgufVocabulary vocabulary) {
    List<Integer> declared = new ArrayList<>();
    for (String name : List.of("eos_token_id", "eot_token_id", "eom_token_id")) {
      Integer id = token(name, vocabulary);
      if (id != null) {
        declared.add(id);
      }
    }
    return EndTokens.of(declared, vocabulary::controlToken);
  }

  private @Nullable Integer token(String name, GgufVocabulary vocabulary) {
    OptionalInt id = metadata.integer("tokenizer.ggml." + name);
    if (id.isEmpty()) {
      return null;
    }
    if (id.getAsInt() >= vocabulary.size()) {
      throw new EngineException(
          EngineException.Kind.BAD_MODEL,
          "%s: metadata tokenizer.ggml.%s is %d, expected less than the %d tokens"
              .formatted(file.name(), name, id.getAsInt(), vocabulary.size()));
    }
    return id.getAsInt();
  }

  /** Without a word in the file, the SentencePiece kind and llama-bpe begin with it. */
  private boolean addBos(GgufVocabulary vocabulary) {
    return metadata.bool("tokenizer.ggml.add_bos_token").orElse(vocabulary.beginsByDefault());
  }

  private long parameters() {
    long sum = 0;
    for (GgufTensor tensor : file.tensors().values()) {
      if (!tensor.name().startsWith("rope_freqs")) {
        sum += tensor.columns() * tensor.rows();
      }
    }
    return sum;
  }

  /** As {@code general.file_type} says, else the type of most weights. */
  private String quantization() {
    OptionalInt type = metadata.integer("general.file_type");
    if (type.isPresent() && FILE_TYPES.containsKey(type.getAsInt())) {
      return FILE_TYPES.get(type.getAsInt());
    }
    Map<GgufType, Long> weights = new EnumMap<>(GgufType.class);
    for (GgufTensor tensor : file.tensors().values()) {
      weights.merge(tensor.type(), tensor.bytes(), Long::sum);
    }
    return weights.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(entry -> entry.getKey().name())
        .orElse("unknown");
  }
}
