package org.inkstone.service.engine.internal.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Random;
import java.util.Set;
import org.inkstone.service.engine.Grammar;
import org.junit.jupiter.api.Test;

/** Whatever tokens are chosen, the text is JSON that an independent validator accepts. */
class JsonSchemaPropertyTest {
  private static final int SCHEMAS = 400;
  private static final int WALKS = 6;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @Test
  void randomTokensAlwaysMakeValidJson() throws Exception {
    int texts = 0;
    for (int seed = 0; seed < SCHEMAS; seed++) {
      Random random = new Random(seed);
      SmallVocabulary vocabulary = SmallVocabulary.create(random, 200);
      String schema = MAPPER.writeValueAsString(new RandomSchema(random).root());
      JsonSchema validator = validator(schema);
      for (int walk = 0; walk < WALKS; walk++) {
        String text =
            Walks.json(
                Walks.start(Grammar.jsonSchema(schema), vocabulary),
                vocabulary,
                random,
                random.nextInt(60));
        String where = "seed " + seed + ", schema " + schema + ", text " + text;
        JsonNode value = MAPPER.readTree(text);
        Set<ValidationMessage> messages = validator.validate(value);
        assertEquals(Set.of(), messages, where);
        texts++;
      }
    }
    assertEquals(SCHEMAS * WALKS, texts);
  }

  private static JsonSchema validator(String schema) {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema, config);
  }
}
