package org.inkstone.sdk.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireFormTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"华东\",1,1.5,true,null,\"\"]",
        "[{\"date\":\"2026-01-10\"},{\"datetime\":\"2026-01-10T09:30\"},{\"time\":\"09:30\"}]",
        "[{\"error\":\"#N/A\"},{\"formula\":\"=B2*C2\",\"value\":3},{\"formula\":\"=B2\"}]",
        "[{\"value\":0.25,\"format\":\"0.00%\"},{\"value\":null,\"format\":\"@\"}]"
      })
  void cellsComeBackAsTheyWent(String json) throws JsonProcessingException {
    List<Cell> cells = JSON.readValue(json, new TypeReference<>() {});
    assertEquals(
        json, JSON.writerFor(new TypeReference<List<Cell>>() {}).writeValueAsString(cells));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[1]]", "[{\"data\":1}]", "[{\"date\":\"10.1.2026\"}]", "[{}]"})
  void rejectsWhatIsNoCell(String json) {
    assertThrows(
        JsonProcessingException.class,
        () -> JSON.readValue(json, new TypeReference<List<Cell>>() {}));
  }

  @Test
  void resultIsReadByItsStatusAndItsProofStandsBesideTheChecks() throws JsonProcessingException {
    String json =
        """
        {"status":"verified",
         "value":{"formula":"=1","explanation":"one","applies_to":[],"alternatives":[]},
         "verification":{"checks":[{"name":"parses","passed":true,"detail":"ok"}],
           "engine":"inkstone 0.1","cells_read":3,"result":[[1,null]],"variants":[]},
         "warnings":[],"provenance":{"run_id":"r","engine":"inkstone 0.1"}}
        """;
    TaskResult<FormulaAnswer> result = JSON.readValue(json, new TypeReference<>() {});
    assertInstanceOf(TaskResult.Verified.class, result);
    FormulaProof proof = Objects.requireNonNull(result.verification().formula());
    assertEquals(3, proof.cellsRead());
    assertEquals(CellOrRows.of(List.of(List.of(Cell.of(1), Cell.blank()))), proof.result());
    assertNull(proof.results());
    assertEquals(
        JSON.readTree(json),
        JSON.readTree(
            JSON.writerFor(new TypeReference<TaskResult<FormulaAnswer>>() {})
                .writeValueAsString(result)));
  }

  @Test
  void refusalHasNoProof() throws JsonProcessingException {
    TaskResult<FormulaAnswer> result =
        JSON.readValue(
            """
            {"status":"refused","refusal":{"reason":"no_table","message":"m","evidence":[]},
             "verification":{"checks":[]},"warnings":[],
             "provenance":{"run_id":"r","engine":"e"}}
            """,
            new TypeReference<>() {});
    assertInstanceOf(TaskResult.Refused.class, result);
    assertNull(result.verification().formula());
  }

  @Test
  void valuesArePlainTextForConsoles() {
    List<List<Cell>> rows =
        List.of(
            List.of(Cell.of(364341.69999999995), Cell.of("东"), Cell.blank()),
            List.of(Cell.of(1e21), Cell.of(true), Cell.of(LocalDate.of(2026, 1, 10))));
    assertEquals("364341.7, 东, ; 1E+21, TRUE, 2026-01-10", CellOrRows.of(rows).text());
    assertEquals("0", Cell.of(0).text());
    assertEquals("1E-30", Cell.of(1e-30).text());
    assertEquals("2", new Cell.FormulaCell("=1+1", Cell.of(2)).text());
  }
}
