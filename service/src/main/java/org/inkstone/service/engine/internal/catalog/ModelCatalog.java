package org.inkstone.service.engine.internal.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.inkstone.service.engine.EngineException;

/**
 * The models that Inkstone knows how to fetch.
 *
 * @param models all of them; the first is the default
 */
public record ModelCatalog(List<CatalogModel> models) {
  public ModelCatalog {
    models = List.copyOf(models);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("a catalogue has at least one model");
    }
  }

  /** Loads the catalogue that is part of the program. */
  public static ModelCatalog load() {
    try (InputStream json =
        Objects.requireNonNull(ModelCatalog.class.getResourceAsStream("models.json"))) {
      return new ModelCatalog(new JsonMapper().readValue(json, new TypeReference<>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The model that is taken when nobody names one. */
  public CatalogModel defaultModel() {
    return models.getFirst();
  }

  /** The model with that id; {@code INVALID_REQUEST} that lists the ids if there is none. */
  public CatalogModel find(String id) {
    return models.stream()
        .filter(model -> model.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new EngineException(
                EngineException.Kind.INVALID_REQUEST,
                "there is no model '%s', expected one of %s"
                    .formatted(
                        id,
                        models.stream().map(CatalogModel::id).collect(Collectors.joining(", ")))));
  }
}
