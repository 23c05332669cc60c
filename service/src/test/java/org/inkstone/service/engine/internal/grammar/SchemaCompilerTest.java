package org.inkstone.service.engine.internal.grammar;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.Grammar;
import org.junit.jupiter.api.Test;

class SchemaCompilerTest {
  private static final SmallVocabulary VOCABULARY = SmallVocabulary.create(new Random(1), 50);

  @Test
  void propertiesComeInOrderAndOptionalOnesMayBeMissing() {
    String schema =
        """
        {"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"null"},
         "c":{"type":"boolean"}},"required":["b"],"additionalProperties":false}
        """;
    assertTrue(derives(schema, "{\"a\":1,\"b\":null,\"c\":true}"));
    assertTrue(derives(schema, "{\"b\":null}"));
    assertFalse(derives(schema, "{\"a\":1}"));
    assertFalse(derives(schema, "{\"b\":null,\"a\":1}"));
    assertFalse(derives(schema, "{ \"b\":null}"));
    assertFalse(derives(schema, "{\"b\":null,\"d\":1}"));
  }

  @Test
  void furtherPropertiesCannotRepeatDeclaredOnes() {
    String schema =
        "{\"properties\":{\"ab\":{\"type\":\"null\"}},\"additionalProperties\":{\"type\":\"integer\"}}";
    assertTrue(derives(schema, "{\"ab\":null,\"a\":1,\"abc\":2,\"\":3}"));
    assertTrue(derives(schema, "{\"中\":1}"));
    assertFalse(derives(schema, "{\"ab\":1}"));
    assertFalse(derives(schema, "{\"a\\u0062\":1}"));
  }

  @Test
  void enumsKeepChineseQuotesAndBackslashes() {
    String schema = "{\"enum\":[\"金额 (元)\",\"a\\\"b\",\"c\\\\d\",\"tab\\t\",1.5,null,{\"k\":[1]}]}";
    for (String text :
        List.of(
            "\"金额 (元)\"", "\"a\\\"b\"", "\"c\\\\d\"", "\"tab\\t\"", "1.5", "null", "{\"k\":[1]}")) {
      assertTrue(derives(schema, text), text);
    }
    assertFalse(derives(schema, "\"金额\""));
  }

  @Test
  void lengthsCountCodePointsAndEscapesAsOne() {
    String schema = "{\"type\":\"string\",\"minLength\":2,\"maxLength\":2}";
    for (String text : List.of("中文", "😀é", "\\n\\\"", "\\u4e2d\\/", "\\ud83d\\uDE00x")) {
      assertTrue(derives(schema, '"' + text + '"'), text);
    }
    for (String text : List.of("中", "abc", "\\ud83d\\ude00", "\\ud83dx", "a\n", "\\x1")) {
      assertFalse(derives(schema, '"' + text + '"'), text);
    }
  }

  @Test
  void integersKeepTheirBounds() {
    for (int[] bounds : new int[][] {{-12, 105}, {0, 0}, {7, 1000}, {-500, -99}, {99, 101}}) {
      String schema =
          "{\"type\":\"integer\",\"minimum\":" + bounds[0] + ",\"maximum\":" + bounds[1] + "}";
      for (int i = -1_100; i <= 1_100; i++) {
        assertEquals(i >= bounds[0] && i <= bounds[1], derives(schema, "" + i), schema + " " + i);
      }
      assertFalse(derives(schema, "-0"));
      assertFalse(derives(schema, "007"));
    }
  }

  @Test
  void exclusiveAndFractionalBoundsAreRounded() {
    String schema = "{\"type\":\"integer\",\"exclusiveMinimum\":1,\"maximum\":3.5}";
    assertFalse(derives(schema, "1"));
    assertTrue(derives(schema, "2"));
    assertTrue(derives(schema, "3"));
    assertFalse(derives(schema, "4"));
  }

  @Test
  void referencesMayRecur() {
    String schema =
        """
        {"$ref":"#/$defs/node","$defs":{"node":{"type":"object","properties":{
          "next":{"anyOf":[{"$ref":"#/$defs/node"},{"type":"null"}]}},"required":["next"]}}}
        """;
    assertTrue(derives(schema, "{\"next\":".repeat(200) + "null" + "}".repeat(200)));
  }

  @Test
  void allOfIsJoined() {
    String schema =
        """
        {"allOf":[{"$ref":"#/$defs/base"},{"properties":{"n":{"maximum":5}},"required":["n"]}],
         "$defs":{"base":{"type":"object","properties":{"n":{"type":"integer","minimum":3}}}}}
        """;
    assertTrue(derives(schema, "{\"n\":4}"));
    assertFalse(derives(schema, "{\"n\":6}"));
    assertFalse(derives(schema, "{}"));
  }

  @Test
  void patternsAreSearchedUnlessAnchored() {
    String schema = "{\"type\":\"string\",\"pattern\":\"^S\\\\d+(,S\\\\d+)*$\"}";
    assertTrue(derives(schema, "\"S1,S22\""));
    assertFalse(derives(schema, "\"S1,\""));
    assertTrue(derives("{\"type\":\"string\",\"pattern\":\"b\"}", "\"abc\\\"\""));
    assertFalse(derives("{\"type\":\"string\",\"pattern\":\"b\"}", "\"ac\""));
  }

  @Test
  void patternsAndLengthsHoldTogether() {
    String schema =
        "{\"type\":\"string\",\"pattern\":\"^[A-Z]+-\\\\d*$\",\"minLength\":4,\"maxLength\":6}";
    assertTrue(derives(schema, "\"AB-1\""));
    assertTrue(derives(schema, "\"A-1234\""));
    assertTrue(derives(schema, "\"ABCDE-\""));
    assertFalse(derives(schema, "\"AB-\""));
    assertFalse(derives(schema, "\"AB-1234\""));
    assertFalse(derives("{\"type\":\"string\",\"pattern\":\"中\",\"maxLength\":2}", "\"a中b\""));
    assertTrue(derives("{\"type\":\"string\",\"pattern\":\"中\",\"maxLength\":2}", "\"a中\""));
  }

  @Test
  void refusesWhatItCannotEnforceByName() {
    for (String keyword :
        List.of(
            "uniqueItems",
            "multipleOf",
            "not",
            "if",
            "patternProperties",
            "minProperties",
            "contains",
            "propertyNames",
            "dependentRequired",
            "unevaluatedProperties",
            "madeUp")) {
      assertTrue(message("{\"" + keyword + "\":true}").contains("'" + keyword + "'"), keyword);
    }
    assertTrue(message("{\"type\":\"number\",\"maximum\":1}").contains("'maximum'"));
    assertTrue(message("{\"type\":\"string\",\"format\":\"email\"}").contains("email"));
    assertTrue(message("{\"type\":\"string\",\"pattern\":\"(?=a)\"}").contains("pattern"));
    assertTrue(message("{\"type\":\"string\",\"pattern\":\"a\\\\b\"}").contains("\\b"));
    assertTrue(message("{\"$ref\":\"#/$defs/none\"}").contains("points to nothing"));
    assertTrue(message("{\"$ref\":\"#\"}").contains("left-recursive"));
    assertTrue(message("{\"type\":\"text\"}").contains("text"));
    assertTrue(message("{").contains("not valid JSON"));
    assertTrue(message("[]").contains("#"));
  }

  @Test
  void oneOfNeedsOptionsThatCannotOverlap() {
    assertTrue(
        message("{\"oneOf\":[{\"type\":\"string\"},{\"enum\":[\"a\"]}]}").contains("overlap"));
    assertTrue(
        message("{\"oneOf\":[{\"type\":\"integer\"},{\"type\":\"number\"}]}").contains("overlap"));
    assertTrue(derives("{\"oneOf\":[{\"type\":\"integer\"},{\"enum\":[\"a\"]}]}", "\"a\""));
  }

  @Test
  void impossibleSchemasAreRefused() {
    assertTrue(message("false").contains("no finite text"));
    assertTrue(message("{\"type\":\"integer\",\"minimum\":2,\"maximum\":1}").contains("no finite"));
    assertTrue(
        message("{\"type\":\"object\",\"required\":[\"a\"],\"additionalProperties\":false}")
            .contains("no finite"));
  }

  @Test
  void hostileSchemasEndQuickly() {
    String doubling =
        IntStream.range(0, 28)
            .mapToObj(i -> "\"a%d\":{\"%s\":[%s,%s]}".replace("%d", "" + i))
            .collect(Collectors.joining(",", "{\"$ref\":\"#/$defs/a0\",\"$defs\":{", "}}"));
    for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
      String schema = doubling;
      for (int i = 0; i < 28; i++) {
        String next = "{\"type\":\"object\",\"$ref\":\"#/$defs/a" + Math.min(i + 1, 27) + "\"}";
        schema = schema.replaceFirst("%s", keyword);
        schema = schema.replaceFirst("%s,%s", Matcher.quoteReplacement(next + "," + next));
      }
      assertQuick(schema);
    }
    assertQuick("{\"properties\":".repeat(400) + "{}" + "}".repeat(400));
    assertQuick("{\"items\":".repeat(100) + "{}" + "}".repeat(100));
    assertQuick("[".repeat(100_000));
    assertQuick("{\"type\":\"integer\",\"minimum\":1e999999999}");
    assertQuick("{\"type\":\"integer\",\"minimum\":1e-999999999,\"maxLength\":1e999999999}");
    assertQuick("{\"type\":\"string\",\"maxLength\":1e-999999999}");
    assertQuick("{\"enum\":[1e999999999,1e-999999999],\"type\":\"integer\",\"minimum\":0}");
    assertQuick("{\"type\":\"array\",\"minItems\":1000000,\"items\":{\"type\":\"object\"}}");
    assertQuick("{\"type\":\"array\",\"prefixItems\":[" + "{},".repeat(100_000) + "{}]}");
    assertQuick("{\"type\":\"string\",\"pattern\":\"((((a{1000}){1000}){1000}){1000})\"}");
    assertQuick("{\"type\":\"string\",\"pattern\":\"((a?b?){1000}){1000}\",\"maxLength\":900}");
    assertQuick("{\"type\":\"string\",\"pattern\":\"[" + "ab".repeat(4_900) + "]\"}");
    assertQuick("{\"type\":\"string\",\"pattern\":\"" + "(".repeat(9_000) + "\"}");
    assertQuick(
        IntStream.range(0, 30_000)
            .mapToObj(i -> "\"p" + "x".repeat(40) + i + "\":{}")
            .collect(
                Collectors.joining(",", "{\"properties\":{", "},\"additionalProperties\":true}")));
    assertQuick(
        IntStream.range(0, 100_000)
            .mapToObj(i -> "\"p" + i + "\":{}")
            .collect(Collectors.joining(",", "{\"properties\":{", "}}")));
    assertQuick(
        IntStream.range(0, 3_000)
            .mapToObj(i -> "{\"const\":" + i + "}")
            .collect(Collectors.joining(",", "{\"oneOf\":[", "]}")));
  }

  /** Either it works in bounded time, or the schema is refused as a bad request. */
  private static void assertQuick(String schema) {
    assertTimeoutPreemptively(
        ofSeconds(30),
        () -> {
          try {
            TokenConstraint constraint = Walks.start(Grammar.jsonSchema(schema), VOCABULARY);
            for (int i = 0; i < 50 && !constraint.isFinished(); i++) {
              constraint.accept(Walks.pick(constraint.mask(), new Random(i)));
            }
          } catch (EngineException e) {
            assertEquals(EngineException.Kind.INVALID_REQUEST, e.kind());
          }
        },
        () -> schema.substring(0, Math.min(80, schema.length())));
  }

  @Test
  void anyValueIsAnyCompactJson() {
    assertTrue(derives("{}", "{\"a\":[1,-0.5e+7,{},[],\"\\u00e9中\"],\"b\":{\"c\":null}}"));
    assertFalse(derives("{}", "{\"a\":01}"));
    assertFalse(derives("{}", "[1,]"));
  }

  private static boolean derives(String schema, String text) {
    return Walks.derives(Grammar.jsonSchema(schema), VOCABULARY, text);
  }

  private static String message(String schema) {
    EngineException e =
        assertThrows(
            EngineException.class, () -> Walks.start(Grammar.jsonSchema(schema), VOCABULARY));
    assertEquals(EngineException.Kind.INVALID_REQUEST, e.kind());
    return String.valueOf(e.getMessage());
  }
}
