package org.inkstone.service.engine.internal.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which keywords of JSON Schema are enforced, which say nothing about the value, and the types. */
final class SchemaKeywords {
  static final Set<String> ANNOTATIONS =
      Set.of(
          "$schema",
          "$id",
          "$comment",
          "$defs",
          "definitions",
          "title",
          "description",
          "default",
          "example",
          "examples",
          "deprecated",
          "readOnly",
          "writeOnly",
          "contentMediaType",
          "contentEncoding");
  static final List<String> TYPES =
      List.of("object", "array", "string", "integer", "number", "boolean", "null");

  private static final Map<String, List<String>> BY_TYPE =
      Map.of(
          "object", List.of("properties", "required", "additionalProperties"),
          "array", List.of("items", "prefixItems", "minItems", "maxItems"),
          "string", List.of("minLength", "maxLength", "pattern", "format"),
          "number", List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"));
  private static final Set<String> GENERAL =
      Set.of("type", "enum", "const", "anyOf", "oneOf", "allOf", "$ref");

  private SchemaKeywords() {}

  static boolean isAnnotation(String keyword) {
    return ANNOTATIONS.contains(keyword) || keyword.startsWith("x-");
  }

  /** Refuses keywords that are not enforced. */
  static void check(JsonNode schema, String path) {
    schema
        .fieldNames()
        .forEachRemaining(keyword -> {
          boolean known =
              isAnnotation(keyword)
                  || GENERAL.contains(keyword)
                  || BY_TYPE.values().stream().anyMatch(words -> words.contains(keyword));
          if (!known) {
            throw error(path, "keyword '" + keyword + "' cannot be enforced");
          }
        });
  }

  /** The types that the schema names, or else those that its keywords speak of, or else all. */
  static Set<String> types(JsonNode schema, String path) {
    Set<String> types = new LinkedHashSet<>();
    JsonNode named = schema.path("type");
    if (named.isTextual()) {
      types.add(named.textValue());
    } else if (named.isArray()) {
      named.forEach(type -> types.add(type.asText()));
    } else if (!named.isMissingNode()) {
      throw error(path, "'type' must be a name or a list of names, was " + named);
    }
    if (!TYPES.containsAll(types)) {
      throw error(path, "'type' must be among " + TYPES + ", was " + named);
    }
    if (named.isMissingNode()) {
      TYPES.stream()
          .filter(type -> BY_TYPE.getOrDefault(type, List.of()).stream().anyMatch(schema::has))
          .forEach(types::add);
    }
    return types.isEmpty() && named.isMissingNode() ? new LinkedHashSet<>(TYPES) : types;
  }

  static RuntimeException error(String path, String what) {
    return RuleSet.invalid("JSON Schema at " + path + ": " + what);
  }
}
