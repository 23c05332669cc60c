package org.inkstone.service.engine.internal.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Shows that no value fits two options of {@code oneOf}: by type, by listed values, or by a
 * property that both require and that tells them apart. What cannot be shown is refused.
 */
final class SchemaOverlap {
  private static final int MAX_DEPTH = 8;

  private final SchemaReferences references;

  SchemaOverlap(SchemaReferences references) {
    this.references = references;
  }

  void refuse(List<JsonNode> options, String path) {
    for (int i = 0; i < options.size(); i++) {
      for (int j = i + 1; j < options.size(); j++) {
        if (!apart(options.get(i), options.get(j), path, 0)) {
          throw SchemaKeywords.error(
              path,
              "options "
                  + i
                  + " and "
                  + j
                  + " of 'oneOf' may overlap; expected options that differ by type, by listed"
                  + " values or by a required property with 'const', or 'anyOf'");
        }
      }
    }
  }

  private boolean apart(JsonNode first, JsonNode second, String path, int depth) {
    references.spend(1, path);
    JsonNode a = references.joined(first, path);
    JsonNode b = references.joined(second, path);
    if (depth > MAX_DEPTH || !a.isObject() || !b.isObject()) {
      return isNever(a) || isNever(b);
    }
    if (lists(a) && lists(b)) {
      return listsApart(a, b, path);
    }
    Set<String> common = numbersJoined(declared(a, path));
    common.retainAll(numbersJoined(declared(b, path)));
    return common.isEmpty()
        || (common.equals(Set.of("object")) && propertyApart(a, b, path, depth));
  }

  private static boolean isNever(JsonNode schema) {
    return schema.isBoolean() && !schema.booleanValue();
  }

  private static boolean lists(JsonNode schema) {
    return schema.has("const") || schema.has("enum");
  }

  private boolean listsApart(JsonNode a, JsonNode b, String path) {
    List<JsonNode> values = SchemaValues.values(a, path);
    List<JsonNode> others = SchemaValues.values(b, path);
    references.spend((long) values.size() * others.size(), path);
    return values.stream()
        .noneMatch(value -> others.stream().anyMatch(o -> SchemaValues.same(value, o)));
  }

  /** The types that values of the schema can have; keywords alone exclude none. */
  private static Set<String> declared(JsonNode schema, String path) {
    if (lists(schema)) {
      Set<String> types = new LinkedHashSet<>();
      SchemaValues.values(schema, path).forEach(value -> types.add(SchemaValues.typeOf(value)));
      return types;
    }
    return schema.has("type")
        ? SchemaKeywords.types(schema, path)
        : new LinkedHashSet<>(SchemaKeywords.TYPES);
  }

  private static Set<String> numbersJoined(Set<String> types) {
    Set<String> joined = new LinkedHashSet<>(types);
    if (joined.remove("integer")) {
      joined.add("number");
    }
    return joined;
  }

  private boolean propertyApart(JsonNode a, JsonNode b, String path, int depth) {
    references.spend((long) a.path("required").size() * b.path("required").size(), path);
    for (JsonNode name : a.path("required")) {
      for (JsonNode other : b.path("required")) {
        if (name.equals(other)
            && apart(
                a.path("properties").path(name.asText()),
                b.path("properties").path(name.asText()),
                path,
                depth + 1)) {
          return true;
        }
      }
    }
    return false;
  }
}
