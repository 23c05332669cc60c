package org.inkstone.service.engine.internal.graph;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.inkstone.service.engine.internal.model.ModelCard;
import org.inkstone.service.engine.internal.model.ModelFolder;
import org.inkstone.service.engine.internal.model.ModelSource;
import org.inkstone.service.engine.internal.model.SourceFacts;
import org.inkstone.service.engine.internal.model.TokenizerFiles;
import org.jspecify.annotations.Nullable;

/**
 * Makes a model folder. It grows under a temporary name, is tried with one token, and then takes
 * its place at once: whoever sees a folder sees a whole one.
 */
public final class ModelImport {
  /**
   * What is known of a source beside what its files say.
   *
   * @param id the catalogue's id, or the file's name
   * @param sha256 digest of the file
   * @param license the licence; null to take what the file says
   */
  public record Origin(String id, String sha256, @Nullable String license) {}

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ModelImport() {}

  /**
   * Writes the folder in the {@link WeightFormat#standard() standard format}.
   *
   * @param source the model; the caller closes it
   * @param origin where it comes from
   * @param target where the folder shall lie; a folder already there is replaced
   * @param progress told how far it is
   * @throws org.inkstone.service.engine.EngineException {@code BAD_MODEL} if the weights cannot
   *     make a graph that runs, {@code UNAVAILABLE} if the same folder is being made elsewhere
   */
  public static ModelFolder run(
      ModelSource source, Origin origin, Path target, ImportProgress progress) throws IOException {
    return run(source, origin, WeightFormat.standard(), target, progress);
  }

  /** Writes the folder in a format of the caller's choice. */
  public static ModelFolder run(
      ModelSource source, Origin origin, WeightFormat format, Path target, ImportProgress progress)
      throws IOException {
    try (GrowingFolder growing = GrowingFolder.of(target)) {
      ModelFolder folder = new ModelFolder(growing.path());
      write(source, origin, format, folder, progress);
      FirstStep.check(folder, source.config());
      growing.takePlace();
    }
    return new ModelFolder(target);
  }

  private static void write(
      ModelSource source,
      Origin origin,
      WeightFormat format,
      ModelFolder folder,
      ImportProgress progress)
      throws IOException {
    DecoderGraph.write(source, format, folder, progress);
    TokenizerFiles.write(source, folder);
    Files.writeString(folder.card(), JSON.writeValueAsString(card(source, origin, format)));
  }

  private static ModelCard card(ModelSource source, Origin origin, WeightFormat format) {
    SourceFacts facts = source.facts();
    return new ModelCard(
        origin.id(),
        facts.name(),
        source.config(),
        facts.parameters(),
        facts.quantization(),
        origin.sha256(),
        origin.license() == null ? facts.license() : origin.license(),
        facts.endTokens(),
        facts.bosToken(),
        facts.addBos(),
        format.description());
  }
}
