package org.inkstone.service.engine.internal.graph;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.inkstone.service.engine.internal.model.ModelCard;
import org.inkstone.service.engine.internal.model.ModelFolder;
import org.inkstone.service.engine.internal.model.WeightSource;

/**
 * Makes a model folder. It grows under a temporary name, is tried with one token, and then takes
 * its place at once: whoever sees a folder sees a whole one.
 */
public final class ModelImport {
  /**
   * What a folder holds beside the graph.
   *
   * @param card what is known of the model; its weight format is replaced by the one written
   * @param tokenizer the tokenizer in Hugging Face's JSON
   * @param chatTemplate the chat template in Jinja
   */
  public record Contents(ModelCard card, String tokenizer, String chatTemplate) {}

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ModelImport() {}

  /**
   * Writes the folder in the {@link WeightFormat#standard() standard format}.
   *
   * @param source the weights
   * @param contents the other files
   * @param target where the folder shall lie; a folder already there is replaced
   * @param progress told how far it is
   */
  public static ModelFolder run(
      WeightSource source, Contents contents, Path target, ImportProgress progress)
      throws IOException {
    return run(source, contents, WeightFormat.standard(), target, progress);
  }

  /** Writes the folder in a format of the caller's choice. */
  public static ModelFolder run(
      WeightSource source,
      Contents contents,
      WeightFormat format,
      Path target,
      ImportProgress progress)
      throws IOException {
    Path parent = target.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    ModelFolder growing =
        new ModelFolder(Files.createTempDirectory(parent, "." + target.getFileName() + "-"));
    try {
      write(source, contents, format, growing, progress);
      FirstStep.check(growing, source.config());
      replace(growing.path(), target);
    } finally {
      delete(growing.path());
    }
    return new ModelFolder(target);
  }

  private static void write(
      WeightSource source,
      Contents contents,
      WeightFormat format,
      ModelFolder folder,
      ImportProgress progress)
      throws IOException {
    DecoderGraph.write(source, format, folder, progress);
    Files.writeString(folder.tokenizer(), contents.tokenizer());
    Files.writeString(folder.chatTemplate(), contents.chatTemplate());
    Files.writeString(folder.card(), JSON.writeValueAsString(withFormat(contents.card(), format)));
  }

  private static ModelCard withFormat(ModelCard card, WeightFormat format) {
    return new ModelCard(
        card.id(),
        card.name(),
        card.config(),
        card.parameters(),
        card.sourceQuantization(),
        card.sourceSha256(),
        card.license(),
        card.endTokens(),
        card.bosToken(),
        card.addBos(),
        format.description());
  }

  /** A folder cannot be moved over another that has files, so that one steps aside first. */
  private static void replace(Path made, Path target) throws IOException {
    if (Files.exists(target)) {
      Path aside = Files.createTempDirectory(made.getParent(), made.getFileName().toString());
      Files.move(target, aside.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
      Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
      delete(aside);
    } else {
      Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
