package org.inkstone.service.engine.internal.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The values that a schema lists with {@code enum} or {@code const}. */
final class SchemaValues {
  private static final Set<String> CHECKED =
      Set.of("type", "enum", "const", "minLength", "maxLength", "minimum", "maximum");

  private SchemaValues() {}

  static Expr of(JsonNode schema, String path) {
    schema
        .fieldNames()
        .forEachRemaining(keyword -> {
          if (!CHECKED.contains(keyword) && !SchemaKeywords.isAnnotation(keyword)) {
            throw SchemaKeywords.error(
                path, "keyword '" + keyword + "' cannot be enforced beside 'enum' or 'const'");
          }
        });
    List<Expr> texts = new ArrayList<>();
    for (JsonNode value : values(schema, path)) {
      texts.add(Expr.text(text(value)));
    }
    return Expr.choice(texts);
  }

  /** The listed values that the rest of the schema accepts. */
  static List<JsonNode> values(JsonNode schema, String path) {
    List<JsonNode> values = new ArrayList<>();
    if (schema.has("const")) {
      values.add(schema.get("const"));
    } else if (schema.get("enum").isArray()) {
      schema.get("enum").forEach(values::add);
    } else {
      throw SchemaKeywords.error(path, "'enum' must be a list, was " + schema.get("enum"));
    }
    values.removeIf(value -> !fits(value, schema, path));
    return values;
  }

  private static boolean fits(JsonNode value, JsonNode schema, String path) {
    if (schema.has("enum") && schema.has("const")) {
      boolean listed = false;
      for (JsonNode other : schema.get("enum")) {
        listed |= same(other, value);
      }
      if (!listed) {
        return false;
      }
    }
    return fitsType(value, schema, path)
        && fitsLength(value, schema, path)
        && inRange(value, schema);
  }

  private static boolean fitsType(JsonNode value, JsonNode schema, String path) {
    if (!schema.has("type")) {
      return true;
    }
    Set<String> types = SchemaKeywords.types(schema, path);
    boolean whole = value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
    return types.contains(typeOf(value)) || (whole && types.contains("integer"));
  }

  static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      default -> "null";
    };
  }

  private static boolean fitsLength(JsonNode value, JsonNode schema, String path) {
    if (!value.isTextual()) {
      return true;
    }
    String text = value.textValue();
    int length = text.codePointCount(0, text.length());
    return length >= SchemaStrings.count(schema, "minLength", 0, path)
        && length <= SchemaStrings.count(schema, "maxLength", Integer.MAX_VALUE, path);
  }

  private static boolean inRange(JsonNode value, JsonNode schema) {
    if (!value.isNumber()) {
      return true;
    }
    BigDecimal number = value.decimalValue();
    return (!schema.has("minimum") || number.compareTo(schema.get("minimum").decimalValue()) >= 0)
        && (!schema.has("maximum") || number.compareTo(schema.get("maximum").decimalValue()) <= 0);
  }

  /** Equal as JSON Schema sees it: numbers by value, objects whatever the order. */
  static boolean same(JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      return a.decimalValue().compareTo(b.decimalValue()) == 0;
    }
    if (a.isArray() && b.isArray() && a.size() == b.size()) {
      Iterator<JsonNode> others = b.iterator();
      for (JsonNode element : a) {
        if (!same(element, others.next())) {
          return false;
        }
      }
      return true;
    }
    if (a.isObject() && b.isObject() && a.size() == b.size()) {
      return a.properties().stream()
          .allMatch(e -> b.has(e.getKey()) && same(e.getValue(), b.get(e.getKey())));
    }
    return a.equals(b);
  }

  /** The compact text of a value. */
  static String text(JsonNode value) {
    if (value.isTextual()) {
      return JsonStrings.quote(value.textValue());
    }
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(element -> parts.add(text(element)));
      return "[" + String.join(",", parts) + "]";
    }
    if (value.isObject()) {
      List<String> parts = new ArrayList<>();
      value
          .properties()
          .forEach(e -> parts.add(JsonStrings.quote(e.getKey()) + ":" + text(e.getValue())));
      return "{" + String.join(",", parts) + "}";
    }
    return value.toString();
  }
}
