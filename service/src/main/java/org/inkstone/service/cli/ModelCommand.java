package org.inkstone.service.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.inkstone.service.engine.internal.catalog.CatalogModel;
import org.inkstone.service.engine.internal.model.ModelFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Models: what there is, and how they get here. */
@Command(
    name = "model",
    description = "List, fetch, import and show models.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ModelCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  @Command(name = "list", description = "Show the catalogue and what is here.")
  int list(@Mixin HomeOption home) {
    Models models = new Models(home.path());
    for (CatalogModel model : models.catalog().models()) {
      boolean isDefault = model.equals(models.catalog().defaultModel());
      String here =
          models.isImported(model.id())
              ? "imported"
              : models.isFetched(model) ? "fetched" : "not here";
      out()
          .printf(
              Locale.ROOT,
              "%s\t%,d MB\t%s\t%s\t%s\t%s%s%n",
              model.id(),
              model.bytes() / 1_000_000,
              model.license(),
              String.join(",", model.languages()),
              model.state().name().toLowerCase(Locale.ROOT),
              here,
              isDefault ? "\tdefault" : "");
    }
    out().flush();
    return 0;
  }

  @Command(name = "pull", description = "Fetch a model of the catalogue and import it.")
  int pull(
      @Mixin HomeOption home,
      @Parameters(paramLabel = "ID", description = "as the list shows it") String id) {
    Models models = new Models(home.path());
    ModelFolder folder = models.ready(models.catalog().find(id).id());
    out().println(id + " is in " + folder.path());
    out().flush();
    return 0;
  }

  @Command(name = "import", description = "Import a GGUF file or a Hugging Face folder.")
  int importFile(
      @Mixin HomeOption home,
      @Parameters(paramLabel = "FILE", description = "the file or folder") Path file,
      @Option(names = "--id", description = "what to call it; the file's name unless given")
          @Nullable String id) {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException("there is no file or folder " + file);
    }
    ModelFolder folder = new Models(home.path()).importFile(file, id);
    out().println("imported to " + folder.path());
    out().flush();
    return 0;
  }

  @Command(name = "info", description = "Show the card of an imported model.")
  int info(@Mixin HomeOption home, @Parameters(paramLabel = "ID", description = "its id") String id)
      throws IOException {
    Models models = new Models(home.path());
    if (!models.isImported(id)) {
      throw new IllegalArgumentException(
          "no imported model " + id + "; try ./inkstone model pull " + id);
    }
    out().println(Files.readString(models.folder(id).card()));
    out().flush();
    return 0;
  }
}
