package org.inkstone.service.engine.internal.grammar;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows {@code $ref} inside the document and folds {@code allOf} and siblings into one schema.
 */
final class SchemaReferences {
  /** Points to the schema that every value fits. */
  static final String ANYTHING = "*";

  private static final int MAX_STEPS = 64;
  private static final JsonNode ANY_SCHEMA = anySchema();

  private static final int MAX_WORK = 500_000;

  private final JsonNode root;
  private int work;

  SchemaReferences(JsonNode root) {
    this.root = root;
  }

  private static JsonNode anySchema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    ObjectNode any = JsonNodeFactory.instance.objectNode().put("$ref", ANYTHING);
    for (String type : List.of("string", "number", "boolean", "null")) {
      schema.withArray("anyOf").addObject().put("type", type);
    }
    schema.withArray("anyOf").addObject().put("type", "array").set("items", any);
    schema.withArray("anyOf").addObject().put("type", "object").set("additionalProperties", any);
    return schema;
  }

  /** Keeps account of the work, so that schemas that multiply themselves are refused in time. */
  void spend(long steps, String path) {
    work = (int) Math.min(work + steps, MAX_WORK + 1L);
    if (work > MAX_WORK) {
      throw SchemaKeywords.error(
          path, "the schema is too large, or multiplies itself: over " + MAX_WORK + " steps");
    }
  }

  JsonNode resolve(String reference) {
    if (reference.equals(ANYTHING)) {
      return ANY_SCHEMA;
    }
    if (!reference.startsWith("#")) {
      throw SchemaKeywords.error(
          reference, "a '$ref' must point into the same document with '#/…', was " + reference);
    }
    JsonNode found = root.at(pointer(reference));
    if (found.isMissingNode()) {
      throw SchemaKeywords.error(reference, "'$ref' points to nothing");
    }
    return found;
  }

  private static JsonPointer pointer(String reference) {
    try {
      String escaped = reference.substring(1).replace("+", "%2B");
      return JsonPointer.compile(URLDecoder.decode(escaped, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw SchemaKeywords.error(reference, "expected a JSON pointer after '#', was " + reference);
    }
  }

  /** Whether the schema is a reference and nothing more. */
  boolean isPlain(JsonNode schema) {
    return schema.has("$ref") && constraints(schema).size() == 1;
  }

  /** The keywords that say something about the value. */
  static ObjectNode constraints(JsonNode schema) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    schema
        .properties()
        .forEach(entry -> {
          if (!SchemaKeywords.isAnnotation(entry.getKey())) {
            kept.set(entry.getKey(), entry.getValue());
          }
        });
    return kept;
  }

  /** The schema with its {@code $ref} and {@code allOf} folded in. */
  JsonNode joined(JsonNode schema, String path) {
    return joined(schema, path, 0);
  }

  private JsonNode joined(JsonNode schema, String path, int steps) {
    if (steps > MAX_STEPS) {
      throw SchemaKeywords.error(path, "'$ref' and 'allOf' go in a circle, or too deep");
    }
    if (!schema.isObject() || (!schema.has("$ref") && !schema.has("allOf"))) {
      return schema;
    }
    spend(1, path);
    SchemaKeywords.check(schema, path);
    ObjectNode rest = constraints(schema);
    List<JsonNode> parts = new ArrayList<>();
    JsonNode reference = rest.remove("$ref");
    if (reference != null) {
      parts.add(resolve(reference.asText()));
    }
    JsonNode all = rest.remove("allOf");
    if (all != null) {
      requireList(all, "allOf", path).forEach(parts::add);
    }
    SchemaMerge merge = new SchemaMerge(this, path);
    JsonNode result = rest;
    for (JsonNode part : parts) {
      result = merge.both(result, joined(part, path, steps + 1));
    }
    return result;
  }

  /** The options of {@code anyOf} or {@code oneOf}, each joined with what stands beside it. */
  List<JsonNode> options(JsonNode schema, String keyword, String path) {
    ObjectNode rest = constraints(schema);
    JsonNode list = requireList(rest.remove(keyword), keyword, path);
    SchemaMerge merge = new SchemaMerge(this, path);
    List<JsonNode> options = new ArrayList<>();
    for (JsonNode option : list) {
      options.add(rest.isEmpty() ? option : merge.both(rest, joined(option, path)));
    }
    return options;
  }

  private static JsonNode requireList(JsonNode node, String keyword, String path) {
    if (!node.isArray() || node.isEmpty()) {
      throw SchemaKeywords.error(path, "'" + keyword + "' must be a list of schemas, was " + node);
    }
    return node;
  }
}
