package org.inkstone.service.engine.internal.catalog;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.internal.model.ModelFolder;
import org.jspecify.annotations.Nullable;

/**
 * Where models are kept and looked for.
 *
 * @param home the folder of all that Inkstone keeps ({@code INKSTONE_HOME})
 * @param models a file or folder with model files, asked first ({@code INKSTONE_MODELS}); null for
 *     none
 * @param hub the address of a model hub ({@code INKSTONE_HUB}); null for none
 */
public record PullSettings(Path home, @Nullable Path models, @Nullable URI hub) {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*");

  /**
   * Reads the settings: each from the system property ({@code inkstone.home}, {@code
   * inkstone.models}, {@code inkstone.hub}), else from the environment variable, else {@code
   * ~/.inkstone} and nothing.
   */
  public static PullSettings fromEnvironment() {
    String home = setting("INKSTONE_HOME");
    String models = setting("INKSTONE_MODELS");
    String hub = setting("INKSTONE_HUB");
    return new PullSettings(
        home == null ? Path.of(userHome(), ".inkstone") : Path.of(home),
        models == null ? null : Path.of(models),
        hub == null ? null : hubAddress(hub));
  }

  /** Where fetched files lie. */
  public Path downloads() {
    return home.resolve("downloads");
  }

  /** Where the imported model of that id lies; {@code INVALID_REQUEST} if the id is no name. */
  public ModelFolder folder(String id) {
    if (!NAME.matcher(id).matches()) {
      throw new EngineException(
          EngineException.Kind.INVALID_REQUEST,
          "a model's id is letters, digits, '.', '-' and '_', not '" + id + "'");
    }
    return new ModelFolder(home.resolve("models").resolve(id));
  }

  private static URI hubAddress(String hub) {
    if (!hub.startsWith("http://") && !hub.startsWith("https://")) {
      throw new EngineException(
          EngineException.Kind.INVALID_REQUEST,
          "INKSTONE_HUB is '" + hub + "', expected an address that begins with http or https");
    }
    return URI.create(hub.replaceFirst("/+$", ""));
  }

  /** What a shell calls {@code ~}: Java's own {@code user.home} does not follow {@code HOME}. */
  private static String userHome() {
    String home = System.getenv("HOME");
    return home == null || home.isBlank() ? System.getProperty("user.home") : home;
  }

  private static @Nullable String setting(String variable) {
    String property = variable.toLowerCase(Locale.ROOT).replace('_', '.');
    String value = System.getProperty(property, System.getenv(variable));
    return value == null || value.isBlank() ? null : value;
  }
}
