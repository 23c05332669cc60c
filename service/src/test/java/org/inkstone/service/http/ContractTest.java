package org.inkstone.service.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.inkstone.service.PostgresResource;
import org.inkstone.service.task.RunRecord;
import org.inkstone.service.task.RunStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Real answers against the published document. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SHEET =
      "\"sheet\":{\"name\":\"S\",\"cells\":[[\"Region\",\"Amount\"],[\"N\",1],[\"S\",2.5],[null,true],"
          + "[{\"date\":\"2026-01-10\"},{\"error\":\"#N/A\"}]]}";

  private static @Nullable JsonNode document;

  @Inject TestKeys keys;
  @Inject RunStore runs;
  @Inject AllowedMethods methods;

  @Test
  void theDocumentHasExactlyTheRoutesThatThereAre() throws IOException {
    Set<String> published = new TreeSet<>();
    document()
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(
                    verb -> published.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    Set<String> real = new TreeSet<>();
    methods.routes().forEach(route -> real.add(route.method() + " " + route.path()));
    assertEquals(real, published);
  }

  @Test
  void uploadsAndDescriptionsKeepToIt() throws IOException {
    String bearer = keys.bearer("contract");
    Response made =
        as(bearer)
            .multiPart(
                "file",
                "orders.csv",
                "Region,Amount\nN,1\nS,2\n".getBytes(StandardCharsets.UTF_8),
                "text/csv")
            .post("/v1/workbooks");
    assertKept(made, 201, "post", "/v1/workbooks");
    String id = made.path("workbook_id");
    assertKept(as(bearer).get("/v1/workbooks/" + id), 200, "get", "/v1/workbooks/{id}");
    String stranger = keys.bearer("contract-stranger");
    assertKept(as(stranger).get("/v1/workbooks/" + id), 404, "get", "/v1/workbooks/{id}");
    assertKept(
        as(bearer).multiPart("other", "x").post("/v1/workbooks"), 400, "post", "/v1/workbooks");
  }

  @Test
  void valuesAndExplanationsKeepToIt() throws IOException {
    String bearer = keys.bearer("contract");
    for (String formula : List.of("=SUM(B2:B4)", "=SORT(B2:B3)", "=A5+1", "=1/0", "=TRUE")) {
      String body = "{\"formula\":\"" + formula + "\"," + SHEET + "}";
      assertKept(
          json(bearer, body).post("/v1/formulas/evaluate"), 200, "post", "/v1/formulas/evaluate");
      assertKept(
          json(bearer, body).post("/v1/formulas/explain"), 200, "post", "/v1/formulas/explain");
    }
    assertKept(
        json(bearer, "{\"formula\":\"=SUM(\"," + SHEET + "}").post("/v1/formulas/evaluate"),
        422,
        "post",
        "/v1/formulas/evaluate");
  }

  @Test
  void aFormulaWithoutAModelIsAProblemThatSaysWhenToTryAgain() throws IOException {
    Response answer =
        json(keys.bearer("contract"), "{\"instruction\":\"total amount\"," + SHEET + "}")
            .post("/v1/formulas");
    assertKept(answer, 503, "post", "/v1/formulas");
    assertEquals("5", answer.header("Retry-After"));
  }

  @Test
  void functionsAndKeysKeepToIt() throws IOException {
    String bearer = keys.bearer("contract");
    assertKept(as(bearer).get("/v1/functions"), 200, "get", "/v1/functions");
    assertKept(as(bearer).get("/v1/keys"), 200, "get", "/v1/keys");
    assertKept(json(bearer, "{\"name\":\"x\"}").post("/v1/keys"), 201, "post", "/v1/keys");
    assertKept(given().get("/v1/functions"), 401, "get", "/v1/functions");
  }

  @Test
  void aRunShowsWhatTheModelWroteToThoseWhoMayRead() throws IOException {
    String id = UUID.randomUUID().toString();
    Instant now = Instant.parse("2026-01-02T03:04:05Z");
    RunRecord run =
        new RunRecord(id, "contract", "formula", now, now, "{\"a\":1}", "words", "raw", "[]", "{}");
    runs.save(run).toCompletableFuture().join();
    Response whole = as(keys.bearer("contract")).get("/v1/runs/" + id);
    assertKept(whole, 200, "get", "/v1/runs/{id}");
    assertEquals("raw", whole.path("raw_output"));
    Response part = as(keys.bearer("contract", Scopes.RUNS)).get("/v1/runs/" + id);
    assertKept(part, 200, "get", "/v1/runs/{id}");
    assertFalse(part.asString().contains("raw_output") || part.asString().contains("prompt"));
    assertKept(
        as(keys.bearer("contract-stranger")).get("/v1/runs/" + id), 404, "get", "/v1/runs/{id}");
  }

  /** The check itself must be able to fail. */
  @Test
  void anAnswerWithAFieldTooManyOrTooFewBreaksIt() throws IOException {
    String good = "{\"workbook_id\":\"a\",\"sheets\":[],\"tables\":[]}";
    JsonNode schema =
        document()
            .at("/paths/~1v1~1workbooks/post/responses/201/content")
            .elements()
            .next()
            .get("schema");
    assertEquals(Set.of(), validate(schema, JSON.readTree(good)));
    assertFalse(validate(schema, JSON.readTree("{\"workbook_id\":\"a\",\"sheets\":[]}")).isEmpty());
    assertFalse(validate(schema, JSON.readTree(good.replace("{\"w", "{\"more\":1,\"w"))).isEmpty());
  }

  private static RequestSpecification as(String bearer) {
    return given().header("Authorization", bearer);
  }

  private static RequestSpecification json(String bearer, String body) {
    return as(bearer).contentType(ContentType.JSON).body(body);
  }

  private static JsonNode document() throws IOException {
    if (document == null) {
      document = JSON.readTree(given().get("/openapi?format=json").asString());
    }
    return document;
  }

  private static void assertKept(Response answer, int status, String verb, String path)
      throws IOException {
    assertEquals(status, answer.statusCode(), answer.asString());
    JsonNode operation = document().get("paths").get(path).get(verb);
    JsonNode responses = operation.get("responses");
    JsonNode response =
        responses.has(Integer.toString(status))
            ? responses.get(Integer.toString(status))
            : responses.get("default");
    String mediaType = answer.contentType().replaceAll(";.*", "");
    JsonNode content = response.path("content").path(mediaType);
    assertTrue(content.has("schema"), mediaType + " is not published for " + verb + " " + path);
    assertEquals(
        Set.of(),
        validate(content.get("schema"), JSON.readTree(answer.asString())),
        answer.asString());
  }

  private static Set<ValidationMessage> validate(JsonNode schema, JsonNode value)
      throws IOException {
    ObjectNode whole = JSON.createObjectNode();
    whole.set("components", document().get("components"));
    schema.properties().forEach(entry -> whole.set(entry.getKey(), entry.getValue()));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(whole)
        .validate(value);
  }
}
