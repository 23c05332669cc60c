package org.inkstone.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.inkstone.sdk.error.ApiException;
import org.inkstone.sdk.error.AuthenticationException;
import org.inkstone.sdk.error.InvalidRequestException;
import org.inkstone.sdk.error.NotFoundException;
import org.inkstone.sdk.error.OverloadedException;
import org.inkstone.sdk.error.TransportException;
import org.inkstone.sdk.model.Cell;
import org.inkstone.sdk.model.FormulaAnswer;
import org.inkstone.sdk.model.FormulaRequest;
import org.inkstone.sdk.model.SheetContext;
import org.inkstone.sdk.model.TaskResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a real HTTP server of the JDK that plays the service's part of the wire. */
class OfficeClientTest {
  private record Seen(String method, String path, String key, String language, String body) {}

  private record Reply(int status, String body, List<String> headers) {
    Reply(int status, String body) {
      this(status, body, List.of());
    }
  }

  private static final String REFUSED =
      """
      {"status":"refused","refusal":{"reason":"unknown_column","message":"没有“毛利”列",
       "evidence":["毛利"]},"verification":{"checks":[]},"warnings":[],"brand_new_field":1,
       "provenance":{"run_id":"7","engine":"inkstone"}}
      """;

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final List<Reply> replies = new ArrayList<>();
  private final HttpServer server;
  private final URI base;

  OfficeClientTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    base = URI.create("http://localhost:" + server.getAddress().getPort());
  }

  @BeforeEach
  void start() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void asksWithKeyLanguageAndIdempotencyKeyAndReadsRefusal() {
    replies.add(new Reply(200, REFUSED));
    TaskResult<FormulaAnswer> result = client().formulas().write(request());
    TaskResult.Refused<?> refused = assertInstanceOf(TaskResult.Refused.class, result);
    assertEquals("unknown_column", refused.refusal().reason());
    Seen call = seen.get(0);
    assertEquals("POST", call.method());
    assertEquals("/v1/formulas", call.path());
    assertEquals("zh", call.language());
    assertTrue(call.body().contains("\"instruction\":\"合计\""), call.body());
    assertTrue(call.body().contains("[[\"金额\"],[null,2]]"), call.body());
  }

  @Test
  void retriesUnderTheSameIdempotencyKey() {
    replies.add(new Reply(429, problem(429), List.of("Retry-After", "0")));
    replies.add(new Reply(200, REFUSED));
    client().formulas().writeAsync(request()).join();
    client().formulas().write(request());
    assertEquals(seen.get(0).key(), seen.get(1).key());
    assertNotEquals(seen.get(1).key(), seen.get(2).key());
  }

  @Test
  void problemsBecomeTypedErrorsWithTheRequestId() {
    assertEquals("r-400", failure(400, InvalidRequestException.class).requestId());
    assertEquals("r-422", failure(422, InvalidRequestException.class).requestId());
    assertEquals("/sheet", failure(400, ApiException.class).problem().errors().get(0).pointer());
    assertEquals("r-401", failure(401, AuthenticationException.class).requestId());
    assertEquals("r-403", failure(403, AuthenticationException.class).requestId());
    assertEquals("r-404", failure(404, NotFoundException.class).requestId());
    assertEquals("r-500", failure(500, ApiException.class).requestId());
  }

  @Test
  void overloadSaysHowLongToWait() {
    replies.add(new Reply(503, problem(503), List.of("Retry-After", "3600")));
    OverloadedException busy =
        assertThrows(OverloadedException.class, () -> client().runs().get("1"));
    assertEquals(Duration.ofHours(1), busy.retryAfter().orElseThrow());
  }

  @Test
  void answerOfAProxyIsStillATypedError() {
    replies.add(new Reply(502, "<html>bad gateway</html>", List.of("X-Request-Id", "p1")));
    ApiException failure = assertThrows(ApiException.class, () -> client().runs().get("1"));
    assertEquals(502, failure.status());
    assertEquals("p1", failure.requestId());
  }

  @Test
  void unreadableAnswerAndNoServerAreTransportErrors() {
    replies.add(new Reply(200, "{\"status\":"));
    assertThrows(TransportException.class, () -> client().formulas().write(request()));
    server.stop(0);
    OfficeClient alone = OfficeClient.builder(base, "k").maxRetries(0).build();
    assertThrows(TransportException.class, () -> alone.runs().get("1"));
  }

  @Test
  void uploadsAFileWithAnAwkwardName() {
    replies.add(new Reply(201, "{\"workbook_id\":\"w1\",\"sheets\":[],\"tables\":[]}"));
    byte[] content = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
    assertEquals("w1", client().workbooks().upload("销售\"2026.csv", content).workbookId());
    String body = seen.get(0).body();
    assertTrue(body.contains("filename=\"销售_2026.csv\"") && body.contains("a,b\n1,2\n"), body);
  }

  @Test
  void escapesIdsInPaths() {
    replies.add(new Reply(404, problem(404)));
    assertThrows(NotFoundException.class, () -> client().workbooks().get("../keys"));
    assertEquals("/v1/workbooks/..%2Fkeys", seen.get(0).path());
  }

  @Test
  void rejectsNonsenseBeforeItIsSent() {
    assertThrows(IllegalArgumentException.class, () -> OfficeClient.builder(base, " "));
    URI file = URI.create("file:///tmp");
    assertThrows(IllegalArgumentException.class, () -> OfficeClient.builder(file, "k"));
  }

  private <E extends ApiException> E failure(int status, Class<E> type) {
    replies.clear();
    replies.add(new Reply(status, problem(status)));
    return assertThrows(type, () -> client().runs().get("1"));
  }

  private OfficeClient client() {
    return OfficeClient.builder(base, "secret").language("zh").build();
  }

  private static FormulaRequest request() {
    return FormulaRequest.builder("合计")
        .sheet(
            SheetContext.of(
                "订单", List.of(List.of(Cell.of("金额")), List.of(Cell.blank(), Cell.of(2)))))
        .build();
  }

  private static String problem(int status) {
    return """
    {"type":"urn:x","title":"T","status":%d,"detail":"d","request_id":"r-%d",
     "errors":[{"pointer":"/sheet","message":"m"}]}
    """
        .formatted(status, status);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      seen.add(
          new Seen(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
              String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Language")),
              body));
      boolean known =
          "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
      Reply reply = known ? next() : new Reply(401, problem(401));
      for (int i = 0; i < reply.headers().size(); i += 2) {
        exchange.getResponseHeaders().add(reply.headers().get(i), reply.headers().get(i + 1));
      }
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** The replies in their order; the last one again and again. */
  private synchronized Reply next() {
    return replies.size() > 1 ? replies.remove(0) : replies.get(0);
  }
}
