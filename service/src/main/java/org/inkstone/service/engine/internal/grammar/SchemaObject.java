package org.inkstone.service.engine.internal.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object: the declared properties in their order, optional ones perhaps left out, then further
 * ones if the schema allows them. Without {@code additionalProperties} none may follow if {@code
 * properties} is there, and any if it is not.
 */
final class SchemaObject {
  private static final int MAX_NAME = 500;
  private static final int MAX_NAMES = 50_000;

  private final SchemaCompiler compiler;
  private final JsonNode schema;
  private final String path;
  private final int depth;
  private final Map<String, JsonNode> properties = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();
  private final JsonNode additional;

  SchemaObject(SchemaCompiler compiler, JsonNode schema, String path, int depth) {
    this.compiler = compiler;
    this.schema = schema;
    this.path = path;
    this.depth = depth;
    this.additional = additional();
    collect();
  }

  private JsonNode additional() {
    JsonNode named = schema.path("additionalProperties");
    if (!named.isMissingNode()) {
      return named;
    }
    return BooleanNode.valueOf(!schema.has("properties"));
  }

  private void collect() {
    JsonNode declared = schema.path("properties");
    if (!declared.isMissingNode() && !declared.isObject()) {
      throw SchemaKeywords.error(path, "'properties' must be an object, was " + declared);
    }
    declared.properties().forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
    JsonNode names = schema.path("required");
    if (!names.isMissingNode() && !names.isArray()) {
      throw SchemaKeywords.error(path, "'required' must be a list of names, was " + names);
    }
    JsonNode undeclared = schema.has("additionalProperties") ? additional : BooleanNode.TRUE;
    names.forEach(name -> {
      if (!name.isTextual()) {
        throw SchemaKeywords.error(path, "'required' must be a list of names, was " + names);
      }
      required.add(name.textValue());
      properties.putIfAbsent(name.textValue(), undeclared);
    });
  }

  Expr expr() {
    return Expr.sequence(Expr.text("{"), members());
  }

  /**
   * From the last property to the first: what may follow if a property has been written already,
   * and what if none has.
   */
  private Expr members() {
    Expr started = further(true);
    Expr fresh = further(false);
    List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(properties.entrySet());
    for (Map.Entry<String, JsonNode> entry : entries.reversed()) {
      Expr member = compiler.rule(member(entry.getKey(), entry.getValue()));
      boolean needed = required.contains(entry.getKey());
      Expr nextStarted = compiler.rule(started);
      Expr nextFresh = compiler.rule(fresh);
      Expr after = Expr.sequence(Expr.text(","), member, nextStarted);
      Expr first = Expr.sequence(member, nextStarted);
      started = needed ? after : Expr.choice(List.of(after, nextStarted));
      fresh = needed ? first : Expr.choice(List.of(first, nextFresh));
    }
    return fresh;
  }

  private Expr member(String name, JsonNode value) {
    return Expr.sequence(
        Expr.text(JsonStrings.quote(name) + ":"),
        compiler.value(value, path + "/properties/" + name, depth + 1));
  }

  private void checkNames() {
    int total = 0;
    for (String name : properties.keySet()) {
      total += name.length();
      if (name.length() > MAX_NAME || total > MAX_NAMES) {
        throw SchemaKeywords.error(
            path,
            "names beside 'additionalProperties' may have "
                + MAX_NAME
                + " characters each, together "
                + MAX_NAMES);
      }
    }
  }

  /** Undeclared properties and the closing brace. */
  private Expr further(boolean started) {
    Expr close = Expr.text("}");
    if (additional.isBoolean() && !additional.booleanValue()) {
      return close;
    }
    checkNames();
    Expr member =
        compiler.rule(
            Expr.sequence(
                JsonStrings.except(List.copyOf(properties.keySet())),
                Expr.text(":"),
                compiler.value(additional, path + "/additionalProperties", depth + 1)));
    Expr more = Expr.repeat(Expr.sequence(Expr.text(","), member), 0, Expr.UNBOUNDED);
    Expr members = started ? more : Expr.optional(Expr.sequence(member, more));
    return Expr.sequence(members, close);
  }
}
