package org.inkstone.service.engine.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.inkstone.service.engine.ChatMessage;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.EngineException.Kind;
import org.inkstone.service.engine.FinishReason;
import org.inkstone.service.engine.Generation;
import org.inkstone.service.engine.GenerationRequest;
import org.inkstone.service.engine.Grammar;
import org.inkstone.service.engine.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrammarDecodingTest {
  private static final String SCHEMA =
      """
      {"type": "object",
       "properties": {
         "formula_text": {"enum": ["=SUM(A1:A10)", "=AVERAGE(B1:B10)", "销售额"]},
         "explanation": {"type": "string", "maxLength": 12}},
       "required": ["formula_text", "explanation"],
       "additionalProperties": false}
      """;

  @TempDir Path folder;

  @Test
  void writesWhatTheSchemaAcceptsAndForcesWhatHasNoChoice() throws IOException {
    try (OnnxEngine engine = TinyEngine.open(folder)) {
      for (int seed = 0; seed < 10; seed++) {
        Generation generation =
            TinyEngine.generate(engine, request(Grammar.jsonSchema(SCHEMA), seed));
        assertEquals(FinishReason.STOP, generation.finishReason());
        JsonNode json = new ObjectMapper().readTree(generation.text());
        assertTrue(json.hasNonNull("formula_text"), generation::text);
        assertTrue(json.hasNonNull("explanation"), generation::text);
        assertTrue(generation.usage().forcedTokens() >= 4, generation::toString);
      }
    }
  }

  @Test
  void forcedTokensTogetherGiveWhatOneByOneGives() throws IOException {
    try (OnnxEngine together = TinyEngine.open(folder);
        OnnxEngine single = TinyEngine.open(folder, TinyEngine.options().prefillChunk(1).build())) {
      for (int seed = 0; seed < 5; seed++) {
        GenerationRequest request = request(Grammar.jsonSchema(SCHEMA), seed);
        Generation one = TinyEngine.generate(together, request);
        Generation other = TinyEngine.generate(single, request);
        assertEquals(other.text(), one.text());
        assertEquals(other.logProbability(), one.logProbability(), 1e-3);
      }
    }
  }

  @Test
  void aTextWithoutAnyChoiceStillHasAProbability() throws IOException {
    try (OnnxEngine engine = TinyEngine.open(folder)) {
      Generation generation =
          TinyEngine.generate(engine, request(Grammar.gbnf("root ::= \"=SUM(A1:A10)\""), 1));
      assertEquals("=SUM(A1:A10)", generation.text());
      assertEquals(FinishReason.STOP, generation.finishReason());
      assertEquals(generation.usage().outputTokens(), generation.usage().forcedTokens());
      assertTrue(generation.logProbability() < -1, generation::toString);
    }
  }

  @Test
  void endsWithLengthInsideAGrammar() throws IOException {
    try (OnnxEngine engine = TinyEngine.open(folder)) {
      Generation generation =
          TinyEngine.generate(engine, request(Grammar.gbnf("root ::= [a-z]{200}"), 1));
      assertEquals(FinishReason.LENGTH, generation.finishReason());
      assertEquals(60, generation.usage().outputTokens());
      assertTrue(generation.text().matches("[a-z]{60,}"), generation::text);
    }
  }

  @Test
  void refusesAGrammarThatIsNone() throws IOException {
    try (OnnxEngine engine = TinyEngine.open(folder)) {
      EngineException error =
          assertThrows(
              EngineException.class,
              () -> TinyEngine.generate(engine, request(Grammar.gbnf("root ::= ("), 1)));
      assertEquals(Kind.INVALID_REQUEST, error.kind());
    }
  }

  private static GenerationRequest request(Grammar grammar, long seed) {
    return new GenerationRequest(
        List.of(ChatMessage.user("write")),
        0,
        60,
        new Sampling(1, 0, 1, seed),
        grammar,
        List.of(),
        null);
  }
}
