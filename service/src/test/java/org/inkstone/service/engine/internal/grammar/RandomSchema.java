package org.inkstone.service.engine.internal.grammar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes schemas of all features that the compiler takes. */
final class RandomSchema {
  private static final String[] NAMES = {
    "a", "ab", "name", "金额", "订单 号", "quo\"te", "back\\slash", "tab\t", "é", "", "😀", "a.b[0]"
  };
  private static final String[] PATTERNS = {
    "^[A-Z]{2}[0-9]{3}$", "^(foo|bar)+$", "^\\d+(\\.\\d{1,2})?$", "中文?", "^[^\"\\\\]{1,5}$",
    "^S\\d+(,S\\d+)*$", "^\\s*\\S+$", "^(?:a|b){2,4}?c$|^x", "^[\\u4e00-\\u9fa5]{2,4}$", "^a.c$"
  };

  private final RandomGenerator random;
  private final List<String> definitions = new ArrayList<>();

  RandomSchema(RandomGenerator random) {
    this.random = random;
  }

  ObjectNode root() {
    ObjectNode defs = JsonNodeFactory.instance.objectNode();
    if (random.nextInt(3) == 0) {
      ObjectNode tree = defs.putObject("tree");
      tree.put("type", "object")
          .putObject("properties")
          .putObject("children")
          .put("type", "array")
          .put("maxItems", 3)
          .putObject("items")
          .put("$ref", "#/$defs/tree");
      ((ObjectNode) tree.get("properties")).set("value", scalar());
      tree.put("additionalProperties", false);
      definitions.add("tree");
    }
    ObjectNode schema = schema(0);
    if (!defs.isEmpty()) {
      schema.set("$defs", defs);
    }
    return schema;
  }

  private ObjectNode schema(int depth) {
    int kind = random.nextInt(depth > 3 ? 5 : 12);
    return switch (kind) {
      case 0, 1, 2 -> scalar();
      case 3 -> listed();
      case 4 -> definitions.isEmpty() ? string() : node().put("$ref", "#/$defs/tree");
      case 5, 6, 7 -> object(depth);
      case 8, 9 -> array(depth);
      case 10 -> options(depth);
      default -> joined(depth);
    };
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode scalar() {
    return switch (random.nextInt(6)) {
      case 0 -> integer();
      case 1 ->
          random.nextBoolean()
              ? node().put("type", "number")
              : node().put("type", "number").put("minimum", 0);
      case 2 -> node().put("type", random.nextBoolean() ? "boolean" : "null");
      case 3 -> {
        ObjectNode several = node();
        several.putArray("type").add("string").add("null");
        yield several.put("maxLength", random.nextInt(5));
      }
      default -> string();
    };
  }

  private ObjectNode integer() {
    ObjectNode schema = node().put("type", "integer");
    long low = random.nextLong(-500, 500);
    if (random.nextBoolean()) {
      schema.put(random.nextBoolean() ? "minimum" : "exclusiveMinimum", low);
    }
    if (random.nextBoolean()) {
      long high = low + 2 + random.nextInt(random.nextBoolean() ? 5 : 100_000);
      schema.put(random.nextBoolean() ? "maximum" : "exclusiveMaximum", high);
    }
    return schema;
  }

  private ObjectNode string() {
    ObjectNode schema = node().put("type", "string");
    switch (random.nextInt(6)) {
      case 0 -> schema.put("pattern", PATTERNS[random.nextInt(PATTERNS.length)]);
      case 1 ->
          schema.put(
              "format", new String[] {"date", "time", "date-time", "uuid"}[random.nextInt(4)]);
      case 2 -> schema.put("minLength", random.nextInt(4)).put("maxLength", 3 + random.nextInt(9));
      case 3 -> schema.put("maxLength", random.nextInt(30));
      case 4 ->
          schema
              .put("pattern", new String[] {"^[A-Z]+-\\d*", "中|b", "^.*x.?$"}[random.nextInt(3)])
              .put("minLength", random.nextInt(4))
              .put("maxLength", 4 + random.nextInt(9));
      default -> schema.put("minLength", random.nextInt(6));
    }
    return schema;
  }

  private ObjectNode listed() {
    if (random.nextInt(3) == 0) {
      ObjectNode schema = node();
      schema.putObject("const").put("k\"", 1.5).putArray("l").add(true).addNull().add("中");
      return schema;
    }
    ObjectNode schema = node();
    ArrayNode values = schema.putArray("enum");
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(5)) {
        case 0 -> values.add(random.nextInt(100));
        case 1 -> values.add(random.nextInt(100) / 8.0);
        case 2 -> values.addNull();
        default -> values.add(NAMES[random.nextInt(NAMES.length)] + random.nextInt(3));
      }
    }
    return schema;
  }

  private ObjectNode object(int depth) {
    ObjectNode schema = node().put("type", "object");
    int count = random.nextInt(5);
    if (count > 0 || random.nextBoolean()) {
      ObjectNode properties = schema.putObject("properties");
      ArrayNode required = schema.putArray("required");
      for (int i = 0; i < count; i++) {
        String name = NAMES[random.nextInt(NAMES.length)];
        if (!properties.has(name)) {
          properties.set(name, schema(depth + 1));
          if (random.nextBoolean()) {
            required.add(name);
          }
        }
      }
    }
    switch (random.nextInt(4)) {
      case 0 -> schema.put("additionalProperties", false);
      case 1 -> schema.set("additionalProperties", scalar());
      case 2 -> schema.put("additionalProperties", true);
      default -> schema.put("title", "as it comes");
    }
    return schema;
  }

  private ObjectNode array(int depth) {
    ObjectNode schema = node().put("type", "array");
    int prefix = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
    if (prefix > 0) {
      ArrayNode items = schema.putArray("prefixItems");
      for (int i = 0; i < prefix; i++) {
        items.add(schema(depth + 1));
      }
    }
    if (random.nextInt(4) > 0) {
      schema.set("items", schema(depth + 1));
      int min = random.nextInt(4);
      schema.put("minItems", min);
      schema.put("maxItems", min + random.nextInt(4));
    }
    return schema;
  }

  private ObjectNode options(int depth) {
    if (random.nextBoolean()) {
      ObjectNode schema = node();
      ArrayNode any = schema.putArray("anyOf");
      any.add(schema(depth + 1)).add(schema(depth + 1));
      return schema;
    }
    ObjectNode schema = node();
    ArrayNode one = schema.putArray("oneOf");
    for (String kind : List.of("text", "图", "n")) {
      ObjectNode option = one.addObject().put("type", "object");
      ObjectNode properties = option.putObject("properties");
      properties.putObject("kind").put("const", kind);
      properties.set("value", schema(depth + 1));
      option.putArray("required").add("kind").add("value");
    }
    one.addObject().put("type", "null");
    return schema;
  }

  private ObjectNode joined(int depth) {
    ObjectNode schema = node();
    ArrayNode all = schema.putArray("allOf");
    ObjectNode first = all.addObject().put("type", "object");
    first.putObject("properties").set("p", schema(depth + 2));
    first.putArray("required").add("p");
    ObjectNode second = all.addObject();
    second.putObject("properties").putObject("q").put("type", "string").put("maxLength", 9);
    if (random.nextBoolean()) {
      second.putArray("required").add("q");
    }
    return schema;
  }
}
