package org.inkstone.service.engine.internal.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.engine.EngineException;
import org.jspecify.annotations.Nullable;

/** A JSON file of a model's folder; a field of the wrong kind is a {@code BAD_MODEL} naming it. */
record JsonFile(String name, JsonNode root) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Reads a file that must be there. */
  static JsonFile read(Path file) {
    JsonFile json = readIfPresent(file);
    if (json.root().isMissingNode()) {
      throw json.bad("", "is missing");
    }
    return json;
  }

  /** Reads a file; without it, every field is absent. */
  static JsonFile readIfPresent(Path file) {
    String name = String.valueOf(file.getFileName());
    JsonFile absent = new JsonFile(name, MissingNode.getInstance());
    if (!Files.isRegularFile(file)) {
      return absent;
    }
    try {
      return new JsonFile(name, MAPPER.readTree(file.toFile()));
    } catch (JsonProcessingException e) {
      throw absent.bad("", "is not valid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw absent.bad("", "cannot be read: " + e.getMessage());
    }
  }

  /** The object at that field; every field of it is absent if it is. */
  JsonFile at(String field) {
    return new JsonFile(name + ": " + field, root.path(field));
  }

  boolean has(String field) {
    return root.hasNonNull(field);
  }

  @Nullable String string(String field) {
    if (has(field) && !root.get(field).isTextual()) {
      throw bad(field, "is " + root.get(field) + ", expected a text");
    }
    return has(field) ? root.get(field).textValue() : null;
  }

  /** A positive integer; without a fallback the field must be there. */
  int positive(String field, @Nullable Integer fallback) {
    JsonNode value = root.path(field);
    if (!has(field) && fallback != null) {
      return fallback;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
      throw bad(field, "is " + (has(field) ? value : "missing") + ", expected a positive integer");
    }
    return value.intValue();
  }

  /** A positive number; without a fallback the field must be there. */
  float number(String field, @Nullable Float fallback) {
    JsonNode value = root.path(field);
    if (!has(field) && fallback != null) {
      return fallback;
    }
    if (!value.isNumber() || !(value.floatValue() > 0) || Float.isInfinite(value.floatValue())) {
      throw bad(field, "is " + (has(field) ? value : "missing") + ", expected a positive number");
    }
    return value.floatValue();
  }

  boolean bool(String field, boolean fallback) {
    if (has(field) && !root.get(field).isBoolean()) {
      throw bad(field, "is " + root.get(field) + ", expected true or false");
    }
    return has(field) ? root.get(field).booleanValue() : fallback;
  }

  /** One token id or a list of them; none if the field is absent. */
  List<Integer> tokens(String field) {
    if (!has(field)) {
      return List.of();
    }
    JsonNode value = root.get(field);
    List<Integer> ids = new ArrayList<>();
    for (JsonNode id : value.isArray() ? value : List.of(value)) {
      if (!id.isIntegralNumber() || !id.canConvertToInt() || id.intValue() < 0) {
        throw bad(field, "is " + value + ", expected token ids");
      }
      ids.add(id.intValue());
    }
    return ids;
  }

  EngineException bad(String field, String problem) {
    return new EngineException(
        EngineException.Kind.BAD_MODEL,
        field.isEmpty() ? name + " " + problem : name + ": " + field + " " + problem);
  }
}
