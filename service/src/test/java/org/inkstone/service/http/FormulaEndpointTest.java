package org.inkstone.service.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.inkstone.sdk.OfficeClient;
import org.inkstone.sdk.model.Cell;
import org.inkstone.sdk.model.CellOrRows;
import org.inkstone.sdk.model.EvaluateRequest;
import org.inkstone.sdk.model.EvaluateResult;
import org.inkstone.sdk.model.ExplainResult;
import org.inkstone.sdk.model.FormulaProof;
import org.inkstone.sdk.model.SheetContext;
import org.inkstone.sdk.model.Verification;
import org.inkstone.service.PostgresResource;
import org.junit.jupiter.api.Test;

/** Values, checks and explanations as a host product gets them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FormulaEndpointTest {
  @Inject TestKeys keys;

  private OfficeClient office() {
    String token = keys.bearer("formula-endpoint").substring("Bearer ".length());
    return OfficeClient.builder(URI.create(RestAssured.baseURI + ":" + RestAssured.port), token)
        .build();
  }

  private static SheetContext prices() {
    return SheetContext.of(
        "Prices",
        List.of(
            List.of(Cell.of("Item"), Cell.of("Price")),
            List.of(Cell.of("pear"), Cell.of(3)),
            List.of(Cell.of("apple"), Cell.of(2)),
            List.of(Cell.of("plum"), Cell.of("5")),
            List.of(Cell.of("fig"), Cell.of(9))));
  }

  @Test
  void anEvaluationBringsItsChecksAndItsValuesOnChangedData() {
    EvaluateResult result =
        office()
            .formulas()
            .evaluate(EvaluateRequest.builder("=SUM(B2:B5)").sheet(prices()).build());
    assertEquals(CellOrRows.of(Cell.of(14)), result.result());
    Verification.Check texts =
        result.verification().checks().stream()
            .filter(c -> c.name().equals("no_text_numbers"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("Prices!B4"), texts.cells());
    assertEquals("doubt", texts.severity());
    FormulaProof proof = result.verification().formula();
    assertNotNull(proof);
    assertEquals(List.of("Prices!B2:B5"), proof.rangesRead());
    assertTrue(
        proof.variants().stream()
            .anyMatch(v ->
                v.change().equals("extra_row_below")
                    && v.verdict().equals("warning")
                    && v.reason().endsWith("the range ends at row 5")),
        () -> proof.variants().toString());
  }

  @Test
  void anExplanationIsATree() {
    ExplainResult told =
        office()
            .formulas()
            .explain(
                EvaluateRequest.builder("=VLOOKUP(\"apple\",A2:B5,2,FALSE)")
                    .sheet(prices())
                    .language("zh")
                    .build());
    assertEquals("2", told.explanationTree().shown());
    assertEquals("Prices!A2:B5", told.explanationTree().parts().getFirst().cells());
    assertTrue(told.explanation().startsWith("计算在"), told.explanation());
  }
}
