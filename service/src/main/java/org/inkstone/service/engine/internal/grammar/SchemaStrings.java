package org.inkstone.service.engine.internal.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Strings: free, with bounds of length, with a pattern, or of a known format. */
final class SchemaStrings {
  private static final int MAX_LENGTH = 1_000_000;
  private static final String DATE =
      "(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])"
          + "|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))"
          + "|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";
  private static final String TIME =
      "(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,6})?(?:Z"
          + "|\\+(?:0\\d|1[0-3]):[0-5]\\d|-(?:0[1-9]|1[0-2]):[0-5]\\d)";
  private static final Map<String, String> FORMATS =
      Map.of(
          "date", "^" + DATE + "$",
          "time", "^" + TIME + "$",
          "date-time", "^" + DATE + "T" + TIME + "$",
          "uuid", "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$");

  private SchemaStrings() {}

  static Expr of(JsonNode schema, String path, Map<String, Expr> rules) {
    int min = count(schema, "minLength", 0, path);
    int max = count(schema, "maxLength", Expr.UNBOUNDED, path);
    Expr body;
    if (schema.has("pattern") || schema.has("format")) {
      body = patterned(schema, min, max, path, rules);
    } else if (max != Expr.UNBOUNDED && max < min) {
      return Expr.NOTHING;
    } else {
      body = Expr.repeat(JsonStrings.ANY_CHARACTER, min, max);
    }
    return Expr.sequence(Expr.text("\""), body, Expr.text("\""));
  }

  private static Expr patterned(
      JsonNode schema, int min, int max, String path, Map<String, Expr> rules) {
    if (schema.has("pattern") && schema.has("format")) {
      throw SchemaKeywords.error(
          path, "keywords 'pattern' and 'format' cannot be enforced together");
    }
    String pattern = schema.has("pattern") ? schema.get("pattern").asText() : format(schema, path);
    Expr characters = PatternParser.parse(pattern, path);
    return PatternLength.bounded(characters, min, max, path, rules);
  }

  private static String format(JsonNode schema, String path) {
    String pattern = FORMATS.get(schema.get("format").asText());
    if (pattern == null) {
      throw SchemaKeywords.error(
          path,
          "format must be among "
              + FORMATS.keySet().stream().sorted().toList()
              + ", was "
              + schema.get("format"));
    }
    return pattern;
  }

  /** The value of a keyword that counts. */
  static int count(JsonNode schema, String keyword, int absent, String path) {
    JsonNode node = schema.path(keyword);
    if (node.isMissingNode()) {
      return absent;
    }
    boolean whole = node.isNumber() && node.decimalValue().stripTrailingZeros().scale() <= 0;
    if (!whole || !node.canConvertToInt() || node.intValue() < 0 || node.intValue() > MAX_LENGTH) {
      throw SchemaKeywords.error(
          path,
          "'" + keyword + "' must be a whole number from 0 to " + MAX_LENGTH + ", was " + node);
    }
    return node.intValue();
  }
}
