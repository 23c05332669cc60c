package org.inkstone.service.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** All templates of the application, read and checked once at start-up. */
public final class PromptCatalog {
  private final Map<String, PromptTemplate> templates;

  private PromptCatalog(Map<String, PromptTemplate> templates) {
    this.templates = Map.copyOf(templates);
  }

  /**
   * Reads templates from the class path, {@code prompt-templates/<id>.prompt.md}.
   *
   * @throws PromptException if one is absent or not well formed
   */
  public static PromptCatalog load(ClassLoader loader, Collection<String> ids) {
    Map<String, PromptTemplate> templates = new TreeMap<>();
    for (String id : ids) {
      templates.put(id, PromptTemplate.parse(id, read(loader, id)));
    }
    return new PromptCatalog(templates);
  }

  private static String read(ClassLoader loader, String id) {
    String path = "prompt-templates/" + id + ".prompt.md";
    try (InputStream in = loader.getResourceAsStream(path)) {
      if (in == null) {
        throw new PromptException(id, "no resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + path, e);
    }
  }

  /**
   * The template with this id.
   *
   * @throws PromptException if it was not loaded
   */
  public PromptTemplate template(String id) {
    PromptTemplate template = templates.get(id);
    if (template == null) {
      throw new PromptException(id, "not loaded; loaded are " + templates.keySet());
    }
    return template;
  }
}
