package org.inkstone.service.engine.internal.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes one schema that accepts what two schemas both accept, or refuses by keyword. */
final class SchemaMerge {
  private static final Set<String> LARGER =
      Set.of("minLength", "minItems", "minimum", "exclusiveMinimum");
  private static final Set<String> SMALLER =
      Set.of("maxLength", "maxItems", "maximum", "exclusiveMaximum");
  private static final Set<String> OBJECT_WORDS = Set.of("properties", "additionalProperties");

  private final SchemaReferences references;
  private final String path;

  SchemaMerge(SchemaReferences references, String path) {
    this.references = references;
    this.path = path;
  }

  JsonNode both(JsonNode a, JsonNode b) {
    if (a.isBoolean() || b.isBoolean()) {
      JsonNode decisive = a.isBoolean() ? a : b;
      JsonNode other = a.isBoolean() ? b : a;
      return decisive.booleanValue() ? other : decisive;
    }
    if (!a.isObject() || !b.isObject()) {
      throw SchemaKeywords.error(path, "expected schemas to join, was " + a + " and " + b);
    }
    references.spend(a.size() + b.size(), path);
    SchemaKeywords.check(a, path);
    SchemaKeywords.check(b, path);
    if (itemsMeetPrefix(a, b) || itemsMeetPrefix(b, a)) {
      throw SchemaKeywords.error(path, "'prefixItems' and 'items' of two schemas cannot be joined");
    }
    ObjectNode joined = SchemaReferences.constraints(a);
    SchemaReferences.constraints(b)
        .properties()
        .forEach(entry -> {
          String keyword = entry.getKey();
          JsonNode before = joined.get(keyword);
          if (!OBJECT_WORDS.contains(keyword)) {
            joined.set(
                keyword,
                before == null ? entry.getValue() : same(keyword, before, entry.getValue()));
          }
        });
    objects(a, b, joined);
    return joined;
  }

  private static boolean itemsMeetPrefix(JsonNode a, JsonNode b) {
    return a.has("prefixItems") && !b.has("prefixItems") && b.has("items");
  }

  private JsonNode same(String keyword, JsonNode a, JsonNode b) {
    if (a.equals(b)) {
      return a;
    }
    if (LARGER.contains(keyword) && a.isNumber() && b.isNumber()) {
      return a.decimalValue().compareTo(b.decimalValue()) >= 0 ? a : b;
    }
    if (SMALLER.contains(keyword) && a.isNumber() && b.isNumber()) {
      return a.decimalValue().compareTo(b.decimalValue()) <= 0 ? a : b;
    }
    return switch (keyword) {
      case "type" -> commonTypes(a, b);
      case "required" -> union(a, b);
      case "enum" -> intersection(a, b);
      case "items" -> both(resolved(a), resolved(b));
      default ->
          throw SchemaKeywords.error(
              path, "two different '" + keyword + "' cannot be joined: " + a + " and " + b);
    };
  }

  private JsonNode resolved(JsonNode schema) {
    return references.joined(schema, path);
  }

  private JsonNode commonTypes(JsonNode a, JsonNode b) {
    Set<String> left = SchemaKeywords.types(wrap(a), path);
    Set<String> right = SchemaKeywords.types(wrap(b), path);
    ArrayNode common = JsonNodeFactory.instance.arrayNode();
    for (String type : SchemaKeywords.TYPES) {
      boolean inLeft = left.contains(type) || (type.equals("integer") && left.contains("number"));
      boolean inRight =
          right.contains(type) || (type.equals("integer") && right.contains("number"));
      if (inLeft && inRight) {
        common.add(type);
      }
    }
    return common;
  }

  private static JsonNode wrap(JsonNode type) {
    return JsonNodeFactory.instance.objectNode().set("type", type);
  }

  private static JsonNode union(JsonNode a, JsonNode b) {
    Set<JsonNode> values = new LinkedHashSet<>();
    a.forEach(values::add);
    b.forEach(values::add);
    return JsonNodeFactory.instance.arrayNode().addAll(values);
  }

  private JsonNode intersection(JsonNode a, JsonNode b) {
    references.spend((long) a.size() * b.size(), path);
    ArrayNode common = JsonNodeFactory.instance.arrayNode();
    for (JsonNode value : a) {
      for (JsonNode other : b) {
        if (SchemaValues.same(value, other)) {
          common.add(value);
          break;
        }
      }
    }
    return common;
  }

  private void objects(JsonNode a, JsonNode b, ObjectNode joined) {
    if (OBJECT_WORDS.stream().noneMatch(b::has)) {
      return;
    }
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    Set<String> names = new LinkedHashSet<>();
    a.path("properties").fieldNames().forEachRemaining(names::add);
    b.path("properties").fieldNames().forEachRemaining(names::add);
    references.spend(names.size(), path);
    for (String name : names) {
      properties.set(name, both(resolved(property(a, name)), resolved(property(b, name))));
    }
    if (!names.isEmpty() || a.has("properties") || b.has("properties")) {
      joined.set("properties", properties);
    }
    if (a.has("additionalProperties") && b.has("additionalProperties")) {
      joined.set(
          "additionalProperties",
          both(resolved(a.get("additionalProperties")), resolved(b.get("additionalProperties"))));
    } else if (b.has("additionalProperties")) {
      joined.set("additionalProperties", b.get("additionalProperties"));
    }
  }

  /** What a schema says of a property, named or not. */
  private static JsonNode property(JsonNode schema, String name) {
    JsonNode named = schema.path("properties").path(name);
    if (!named.isMissingNode()) {
      return named;
    }
    return schema.path("additionalProperties").isMissingNode()
        ? BooleanNode.TRUE
        : schema.get("additionalProperties");
  }
}
