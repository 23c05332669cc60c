package org.inkstone.service.engine.internal.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** Numbers: integers in any range; other numbers without bounds, or not negative. */
final class SchemaNumbers {
  private static final Expr DIGIT = Expr.chars(CodePoints.range('0', '9'));
  private static final Expr SIZE =
      Expr.choice(
          List.of(
              Expr.text("0"),
              Expr.sequence(Expr.chars(CodePoints.range('1', '9')), Expr.repeat(DIGIT, 0, 15))));
  private static final Expr FRACTION =
      Expr.optional(Expr.sequence(Expr.text("."), Expr.repeat(DIGIT, 1, 15)));
  private static final Expr EXPONENT =
      Expr.optional(
          Expr.sequence(
              Expr.chars(CodePoints.anyOf("eE")),
              Expr.optional(Expr.chars(CodePoints.anyOf("+-"))),
              Expr.repeat(DIGIT, 1, 2)));

  private SchemaNumbers() {}

  static Expr integer(JsonNode schema, String path) {
    BigInteger from = lower(schema, "minimum", path).max(lower(schema, "exclusiveMinimum", path));
    BigInteger to = upper(schema, "maximum", path).min(upper(schema, "exclusiveMaximum", path));
    if (from.compareTo(IntegerRange.LARGEST) > 0
        || to.compareTo(IntegerRange.LARGEST.negate()) < 0) {
      throw SchemaKeywords.error(
          path, "integers may have 18 digits, but 'minimum' or 'maximum' asks for more");
    }
    return from.compareTo(to) > 0 ? Expr.NOTHING : IntegerRange.of(from, to);
  }

  private static BigInteger lower(JsonNode schema, String keyword, String path) {
    if (!schema.has(keyword)) {
      return IntegerRange.LARGEST.negate();
    }
    BigDecimal bound = bound(schema, keyword, path);
    return keyword.equals("minimum")
        ? whole(bound, RoundingMode.CEILING)
        : whole(bound, RoundingMode.FLOOR).add(BigInteger.ONE);
  }

  private static BigInteger upper(JsonNode schema, String keyword, String path) {
    if (!schema.has(keyword)) {
      return IntegerRange.LARGEST;
    }
    BigDecimal bound = bound(schema, keyword, path);
    return keyword.equals("maximum")
        ? whole(bound, RoundingMode.FLOOR)
        : whole(bound, RoundingMode.CEILING).subtract(BigInteger.ONE);
  }

  /** Without writing out the digits of a huge exponent. */
  private static BigInteger whole(BigDecimal bound, RoundingMode rounding) {
    if (bound.precision() - bound.scale() <= 0) {
      BigDecimal half = new BigDecimal("0.5").multiply(BigDecimal.valueOf(bound.signum()));
      return half.setScale(0, rounding).toBigInteger();
    }
    BigDecimal limit = new BigDecimal(IntegerRange.LARGEST).multiply(BigDecimal.TEN);
    BigDecimal near = bound.min(limit).max(limit.negate());
    return near.setScale(0, rounding).toBigInteger();
  }

  private static BigDecimal bound(JsonNode schema, String keyword, String path) {
    if (!schema.get(keyword).isNumber()) {
      throw SchemaKeywords.error(
          path, "'" + keyword + "' must be a number, was " + schema.get(keyword));
    }
    return schema.get(keyword).decimalValue();
  }

  static Expr number(JsonNode schema, String path) {
    for (String keyword : List.of("maximum", "exclusiveMinimum", "exclusiveMaximum")) {
      if (schema.has(keyword)) {
        throw SchemaKeywords.error(
            path, "keyword '" + keyword + "' can be enforced for type integer only");
      }
    }
    Expr unsigned = Expr.sequence(SIZE, FRACTION, EXPONENT);
    if (!schema.has("minimum")) {
      return Expr.sequence(Expr.optional(Expr.text("-")), unsigned);
    }
    if (bound(schema, "minimum", path).signum() != 0) {
      throw SchemaKeywords.error(
          path, "keyword 'minimum' can be enforced for type number only if it is 0");
    }
    return unsigned;
  }
}
