package org.inkstone.service.engine.internal.grammar;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns a JSON Schema (2020-12, a subset) into rules for compact JSON. A keyword that cannot be
 * enforced is refused by name. The subset is described in docs/grammar.md.
 */
final class SchemaCompiler {
  private static final int MAX_LENGTH = 4_000_000;
  private static final int MAX_DEPTH = 64;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(500).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final SchemaReferences references;
  private final Map<String, Expr> rules = new LinkedHashMap<>();
  private final Deque<String> unbuilt = new ArrayDeque<>();
  private final Set<String> queued = new HashSet<>();

  private SchemaCompiler(JsonNode root) {
    this.references = new SchemaReferences(root);
  }

  static RuleSet compile(String schema) {
    if (schema.length() > MAX_LENGTH) {
      throw RuleSet.invalid(
          "a JSON Schema may have " + MAX_LENGTH + " characters, this has " + schema.length());
    }
    try {
      return new SchemaCompiler(MAPPER.readTree(schema)).rules();
    } catch (JsonProcessingException e) {
      throw RuleSet.invalid("the JSON Schema is not valid JSON: " + e.getOriginalMessage());
    }
  }

  private RuleSet rules() {
    Expr.Rule start = reference("#");
    while (!unbuilt.isEmpty()) {
      String reference = unbuilt.removeFirst();
      rules.put(reference, value(references.resolve(reference), reference, 0));
    }
    return new RuleSet(rules, start.name());
  }

  /** The rule for what a reference points to. */
  private Expr.Rule reference(String reference) {
    if (queued.add(reference)) {
      unbuilt.add(reference);
    }
    return new Expr.Rule(reference);
  }

  /** A rule of its own for the expression. */
  Expr.Rule rule(Expr body) {
    String name = "-" + rules.size();
    rules.put(name, body);
    return new Expr.Rule(name);
  }

  /** The JSON texts that the schema accepts. */
  Expr value(JsonNode schema, String path, int depth) {
    if (depth > MAX_DEPTH) {
      throw SchemaKeywords.error(path, "schemas may be nested " + MAX_DEPTH + " deep");
    }
    references.spend(1, path);
    if (schema.isBoolean()) {
      return schema.booleanValue() ? anything() : Expr.NOTHING;
    }
    if (!schema.isObject()) {
      throw SchemaKeywords.error(path, "expected an object, true or false, was " + schema);
    }
    SchemaKeywords.check(schema, path);
    if (references.isPlain(schema)) {
      return reference(schema.get("$ref").asText());
    }
    JsonNode joined = references.joined(schema, path);
    if (!joined.isObject()) {
      return value(joined, path, depth + 1);
    }
    for (String keyword : List.of("anyOf", "oneOf")) {
      if (joined.has(keyword)) {
        return options(joined, keyword, path, depth);
      }
    }
    return joined.has("enum") || joined.has("const")
        ? SchemaValues.of(joined, path)
        : byType(joined, path, depth);
  }

  private Expr options(JsonNode schema, String keyword, String path, int depth) {
    List<JsonNode> options = references.options(schema, keyword, path);
    if (keyword.equals("oneOf")) {
      new SchemaOverlap(references).refuse(options, path);
    }
    List<Expr> texts = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      texts.add(value(options.get(i), path + "/" + keyword + "/" + i, depth + 1));
    }
    return Expr.choice(texts);
  }

  private Expr byType(JsonNode schema, String path, int depth) {
    Set<String> types = SchemaKeywords.types(schema, path);
    if (types.containsAll(SchemaKeywords.TYPES)) {
      return anything();
    }
    List<Expr> options = new ArrayList<>();
    for (String type : types) {
      if (!type.equals("integer") || !types.contains("number")) {
        options.add(ofType(type, schema, path, depth));
      }
    }
    return Expr.choice(options);
  }

  private Expr ofType(String type, JsonNode schema, String path, int depth) {
    return switch (type) {
      case "object" -> new SchemaObject(this, schema, path, depth).expr();
      case "array" -> new SchemaArray(this, schema, path, depth).expr();
      case "string" -> SchemaStrings.of(schema, path, rules);
      case "integer" -> SchemaNumbers.integer(schema, path);
      case "number" -> SchemaNumbers.number(schema, path);
      case "boolean" -> new Expr.Choice(List.of(Expr.text("true"), Expr.text("false")));
      default -> Expr.text("null");
    };
  }

  /** Any JSON value. */
  Expr anything() {
    return reference(SchemaReferences.ANYTHING);
  }
}
