package org.inkstone.service.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.inkstone.service.engine.internal.catalog.CatalogModel;
import org.inkstone.service.engine.internal.catalog.ModelCatalog;
import org.inkstone.service.engine.internal.catalog.ModelPull;
import org.inkstone.service.engine.internal.catalog.PullSettings;
import org.inkstone.service.engine.internal.graph.ModelImport;
import org.inkstone.service.engine.internal.graph.ModelImport.Origin;
import org.inkstone.service.engine.internal.model.ModelFiles;
import org.inkstone.service.engine.internal.model.ModelFolder;
import org.inkstone.service.engine.internal.model.ModelSource;
import org.jspecify.annotations.Nullable;

/** Fetches and imports models into one home, and says how far it is. */
final class Models {
  private final PullSettings settings;
  private final ModelCatalog catalog = ModelCatalog.load();

  Models(Path home) {
    System.setProperty("inkstone.home", home.toString());
    this.settings = PullSettings.fromEnvironment();
  }

  ModelCatalog catalog() {
    return catalog;
  }

  /** Where the model of this id is or will be. */
  ModelFolder folder(String id) {
    return settings.folder(id);
  }

  boolean isFetched(CatalogModel model) {
    return new ModelPull(settings).isPresent(model);
  }

  boolean isImported(String id) {
    return Files.exists(folder(id).card());
  }

  /** The folder of this model: fetched and imported now where it isn't yet. */
  ModelFolder ready(String id) {
    return isImported(id) ? folder(id) : pull(catalog.find(id));
  }

  /** Fetches a model of the catalogue and imports it. */
  ModelFolder pull(CatalogModel model) {
    Path file;
    try (ProgressLine line = ProgressLine.standard()) {
      file =
          new ModelPull(settings)
              .pull(
                  model,
                  (bytes, total, source) ->
                      line.show("Fetching " + model.id() + " from " + source, bytes, total));
    }
    return importFrom(file, new Origin(model.id(), model.sha256(), model.license()));
  }

  /** Imports a file or folder of the user's own. */
  ModelFolder importFile(Path file, @Nullable String id) {
    String name = file.toAbsolutePath().getFileName().toString().replaceFirst("\\.gguf$", "");
    return importFrom(file, new Origin(id == null ? name : id, sha256(file), null));
  }

  private ModelFolder importFrom(Path file, Origin origin) {
    try (ModelSource source = ModelFiles.open(file);
        ProgressLine line = ProgressLine.standard()) {
      return ModelImport.run(
          source,
          origin,
          folder(origin.id()).path(),
          (written, all) -> line.show("Importing " + origin.id(), written, all));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot import " + file + ": " + e.getMessage(), e);
    }
  }

  /** Of a file, or of the weights of a folder. */
  private static String sha256(Path path) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      if (Files.isDirectory(path)) {
        try (var files = Files.list(path)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            update(digest, file);
          }
        }
      } else {
        update(digest, path);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void update(MessageDigest digest, Path file) throws IOException {
    byte[] buffer = new byte[1 << 20];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
  }
}
