package org.inkstone.service.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.inkstone.service.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ProblemTest {
  private static final String PROBLEM = "application/problem+json";

  @Inject TestKeys keys;

  @Test
  void asksForAKeyInTheCallersLanguage() {
    given()
        .header("X-Request-Id", "mine-1")
        .header("Accept-Language", "zh-CN,en;q=0.5")
        .get("/v1/keys")
        .then()
        .statusCode(401)
        .contentType(PROBLEM)
        .header("X-Request-Id", "mine-1")
        .header("WWW-Authenticate", containsString("Bearer"))
        .body("type", equalTo("urn:inkstone:problem:unauthorized"))
        .body("title", equalTo("需要有效的 API 密钥"))
        .body("request_id", equalTo("mine-1"))
        .body("status", equalTo(401));
    given()
        .header("Authorization", "Bearer ink_0123456789abcdef_" + "A".repeat(43))
        .get("/v1/keys")
        .then()
        .statusCode(401)
        .body("title", equalTo("A valid API key is needed"));
  }

  @Test
  void replacesARequestIdThatIsNotPlain() {
    given()
        .header("X-Request-Id", "two words; and more")
        .get("/v1/nothing")
        .then()
        .statusCode(404)
        .contentType(PROBLEM)
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
        .body("request_id", matchesPattern("[0-9a-f-]{36}"));
  }

  @Test
  void namesTheScopeThatAKeyLacks() {
    given()
        .header("Authorization", keys.bearer("scope-tenant", Scopes.RUNS))
        .get("/v1/keys")
        .then()
        .statusCode(403)
        .contentType(PROBLEM)
        .body("detail", containsString("\"keys\""));
  }

  @Test
  void namesEveryUnknownFieldByPointer() {
    given()
        .header("Authorization", keys.bearer("unknown-tenant"))
        .contentType(ContentType.JSON)
        .body("{\"name\":\"a\",\"colour\":{\"x\":1},\"a/b\":2}")
        .post("/v1/keys")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("type", equalTo("urn:inkstone:problem:unknown-field"))
        .body("errors.pointer", contains("/colour", "/a~1b"));
  }

  @Test
  void namesAWrongTypeByPointer() {
    given()
        .header("Authorization", keys.bearer("type-tenant"))
        .header("Accept-Language", "zh")
        .contentType(ContentType.JSON)
        .body("{\"name\":\"a\",\"scopes\":[\"runs\",{\"x\":1}]}")
        .post("/v1/keys")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:inkstone:problem:invalid-request"))
        .body("errors.pointer", contains("/scopes/1"))
        .body("errors.message", contains("应为字符串"));
  }

  @Test
  void saysWhatARecordRefuses() {
    given()
        .header("Authorization", keys.bearer("record-tenant"))
        .contentType(ContentType.JSON)
        .body("{\"scopes\":[]}")
        .post("/v1/keys")
        .then()
        .statusCode(400)
        .body("detail", containsString("a key needs a name of 1 to 100 characters"));
  }

  @Test
  void saysWhereTheJsonBreaks() {
    given()
        .header("Authorization", keys.bearer("json-tenant"))
        .contentType(ContentType.JSON)
        .body("{\"name\":\n oops}")
        .post("/v1/keys")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("type", equalTo("urn:inkstone:problem:malformed-json"))
        .body("detail", containsString("line 2"))
        .body("detail", not(containsString("oops")));
    given()
        .header("Authorization", keys.bearer("json-tenant"))
        .contentType(ContentType.JSON)
        .post("/v1/keys")
        .then()
        .statusCode(400)
        .contentType(PROBLEM);
  }

  @Test
  void answersMethodsAndMediaTypesThatItDoesNotKnow() {
    String bearer = keys.bearer("method-tenant");
    given()
        .header("Authorization", bearer)
        .put("/v1/keys")
        .then()
        .statusCode(405)
        .contentType(PROBLEM)
        .header("Allow", equalTo("GET, POST"));
    given()
        .header("Authorization", bearer)
        .accept("image/png")
        .get("/v1/keys")
        .then()
        .statusCode(406)
        .contentType(PROBLEM);
    given()
        .header("Authorization", bearer)
        .contentType("text/plain")
        .body("x")
        .post("/v1/keys")
        .then()
        .statusCode(415)
        .contentType(PROBLEM);
  }

  @Test
  void refusesABodyOverTheLimit() {
    given()
        .header("Authorization", keys.bearer("large-tenant"))
        .contentType(ContentType.JSON)
        .body("{\"name\":\"" + "a".repeat(17 << 20) + "\"}")
        .post("/v1/keys")
        .then()
        .statusCode(413)
        .contentType(PROBLEM)
        .body("detail", containsString("16777216"));
  }

  @Test
  void countsABodyOfUnknownLengthWhileItComes() throws IOException, InterruptedException {
    byte[] large = ("{\"name\":\"" + "a".repeat(17 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
    HttpRequest chunked =
        HttpRequest.newBuilder(
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/keys"))
            .header("Authorization", keys.bearer("large-tenant"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<String> answer = client.send(chunked, HttpResponse.BodyHandlers.ofString());
      assertEquals(413, answer.statusCode(), answer.body());
      assertTrue(answer.body().contains("16777216"), answer.body());
    }
  }

  @Test
  void aKeyWorksUntilItIsRevokedAndNeverCrossesTenants() {
    String admin = keys.bearer("key-tenant");
    String stranger = keys.bearer("other-tenant");
    var made =
        given()
            .header("Authorization", admin)
            .contentType(ContentType.JSON)
            .body("{\"name\":\"second\",\"scopes\":[\"keys\"]}")
            .post("/v1/keys")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    String second = "Bearer " + made.getString("key");
    String path = "/v1/keys/" + made.getString("id");
    given().header("Authorization", second).get("/v1/keys").then().statusCode(200);
    given().header("Authorization", stranger).delete(path).then().statusCode(404);
    given()
        .header("Authorization", second)
        .contentType(ContentType.JSON)
        .body("{\"name\":\"third\",\"scopes\":[\"runs:raw\"]}")
        .post("/v1/keys")
        .then()
        .statusCode(403);
    given().header("Authorization", admin).delete(path).then().statusCode(204);
    given().header("Authorization", second).get("/v1/keys").then().statusCode(401);
    given()
        .header("Authorization", admin)
        .get("/v1/keys")
        .then()
        .statusCode(200)
        .body("id", hasItem(made.getString("id")))
        .body("key", not(hasItem(notNullValue())));
  }
}
