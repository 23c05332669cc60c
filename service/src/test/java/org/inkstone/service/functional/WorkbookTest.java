package org.inkstone.service.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.inkstone.sdk.OfficeClient;
import org.inkstone.sdk.error.AuthenticationException;
import org.inkstone.sdk.error.InvalidRequestException;
import org.inkstone.sdk.error.NotFoundException;
import org.inkstone.sdk.error.OverloadedException;
import org.inkstone.sdk.model.Cell;
import org.inkstone.sdk.model.CellOrRows;
import org.inkstone.sdk.model.EvaluateRequest;
import org.inkstone.sdk.model.EvaluateResult;
import org.inkstone.sdk.model.ExplainResult;
import org.inkstone.sdk.model.FormulaRequest;
import org.inkstone.sdk.model.WorkbookInfo;
import org.inkstone.service.PostgresResource;
import org.junit.jupiter.api.Test;

/** A host product uploads a workbook and works with it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WorkbookTest {
  private static final byte[] ORDERS =
      "区域,Amount\n华东,120.5\n华南,80\n华东,45\n".getBytes(StandardCharsets.UTF_8);

  @Inject Office office;

  @Test
  void anUploadedWorkbookIsDescribedAndCalculated() {
    OfficeClient client = office.client("workbooks");
    WorkbookInfo uploaded = client.workbooks().upload("orders.csv", ORDERS);
    assertEquals(uploaded, client.workbooks().get(uploaded.workbookId()));
    assertEquals("A1:B4", uploaded.sheets().getFirst().range());
    EvaluateResult sum = client.formulas().evaluate(over(uploaded, "=SUMIFS(B:B,A:A,\"华东\")"));
    assertEquals(number(165.5), sum.result());
    EvaluateResult names = client.formulas().evaluate(over(uploaded, "=UNIQUE(A2:A4)"));
    List<List<Cell>> rows =
        List.of(List.of(new Cell.TextCell("华东")), List.of(new Cell.TextCell("华南")));
    assertEquals(new CellOrRows.Rows(rows), names.result());
  }

  @Test
  void aFormulaIsExplainedWithItsValues() {
    OfficeClient client = office.client("workbooks");
    WorkbookInfo uploaded = client.workbooks().upload("orders.csv", ORDERS);
    ExplainResult explained = client.formulas().explain(over(uploaded, "=SUM(B2:B4)/2"));
    assertEquals(number(122.75), explained.result());
    assertTrue(explained.explanation().contains("245.5"), explained::explanation);
  }

  @Test
  void whatIsNotThereOrNotAllowedIsAnErrorOfItsOwnKind() {
    OfficeClient client = office.client("workbooks");
    WorkbookInfo uploaded = client.workbooks().upload("orders.csv", ORDERS);
    assertThrows(
        NotFoundException.class,
        () -> office.client("strangers").workbooks().get(uploaded.workbookId()));
    assertThrows(NotFoundException.class, () -> client.runs().get("no-such-run"));
    assertThrows(
        InvalidRequestException.class,
        () -> client.formulas().evaluate(over(uploaded, "=SUM(B2:B4")));
    OfficeClient nobody = OfficeClient.builder(Office.address(), "ink_wrong").build();
    assertThrows(AuthenticationException.class, () -> nobody.formulas().functions());
  }

  @Test
  void withoutAModelWordsAreToWait() {
    OfficeClient client = office.client("workbooks");
    WorkbookInfo uploaded = client.workbooks().upload("orders.csv", ORDERS);
    FormulaRequest request =
        FormulaRequest.builder("total amount").workbookId(uploaded.workbookId()).build();
    OverloadedException busy =
        assertThrows(OverloadedException.class, () -> client.formulas().write(request));
    assertEquals(503, busy.status());
    assertTrue(busy.retryAfter().isPresent());
  }

  private static CellOrRows number(double value) {
    return new CellOrRows.Single(new Cell.NumberCell(value));
  }

  private static EvaluateRequest over(WorkbookInfo workbook, String formula) {
    return EvaluateRequest.builder(formula).workbookId(workbook.workbookId()).build();
  }
}
