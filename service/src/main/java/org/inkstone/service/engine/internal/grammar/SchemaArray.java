package org.inkstone.service.engine.internal.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An array: the elements of {@code prefixItems} in their order, then those of {@code items}, which
 * when it is absent means none after a prefix and any without one.
 */
final class SchemaArray {
  private static final int MAX_PREFIX = 256;

  private final SchemaCompiler compiler;
  private final JsonNode schema;
  private final String path;
  private final int depth;
  private final int min;
  private final int max;

  SchemaArray(SchemaCompiler compiler, JsonNode schema, String path, int depth) {
    this.compiler = compiler;
    this.schema = schema;
    this.path = path;
    this.depth = depth;
    this.min = SchemaStrings.count(schema, "minItems", 0, path);
    this.max = SchemaStrings.count(schema, "maxItems", Integer.MAX_VALUE, path);
  }

  Expr expr() {
    if (max < min) {
      return Expr.NOTHING;
    }
    List<JsonNode> prefix = prefix();
    Expr body = items(prefix.size());
    for (int i = prefix.size() - 1; i >= 0; i--) {
      Expr element = compiler.value(prefix.get(i), path + "/prefixItems/" + i, depth + 1);
      Expr separated = i == 0 ? element : Expr.sequence(Expr.text(","), element);
      Expr here = Expr.sequence(separated, body);
      body = i >= min ? Expr.optional(here) : here;
    }
    return Expr.sequence(Expr.text("["), body, Expr.text("]"));
  }

  private List<JsonNode> prefix() {
    JsonNode declared = schema.path("prefixItems");
    if (!declared.isMissingNode() && !declared.isArray()) {
      throw SchemaKeywords.error(path, "'prefixItems' must be a list, was " + declared);
    }
    if (declared.size() > MAX_PREFIX) {
      throw SchemaKeywords.error(
          path, "'prefixItems' may have " + MAX_PREFIX + " schemas, has " + declared.size());
    }
    List<JsonNode> prefix = new ArrayList<>();
    declared.forEach(prefix::add);
    return prefix.size() > max ? prefix.subList(0, max) : prefix;
  }

  /** The elements after the prefix, with the comma before the first if there is a prefix. */
  private Expr items(int before) {
    JsonNode items =
        schema.has("items") ? schema.get("items") : BooleanNode.valueOf(!schema.has("prefixItems"));
    int fewest = Math.max(0, min - before);
    int most = max == Integer.MAX_VALUE ? Expr.UNBOUNDED : max - before;
    boolean none = items.isBoolean() && !items.booleanValue();
    if (most == 0 || (none && fewest == 0)) {
      return Expr.EMPTY;
    }
    Expr element = compiler.rule(compiler.value(items, path + "/items", depth + 1));
    Expr next = Expr.sequence(Expr.text(","), element);
    if (before > 0) {
      return Expr.repeat(next, fewest, most);
    }
    int mostNext = most == Expr.UNBOUNDED ? most : most - 1;
    Expr some = Expr.sequence(element, Expr.repeat(next, Math.max(0, fewest - 1), mostNext));
    return fewest == 0 ? Expr.optional(some) : some;
  }
}
