package org.inkstone.service.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.inkstone.service.PostgresResource;
import org.junit.jupiter.api.Test;

/** What an administrator's tools ask for: health and figures. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OperationsTest {
  @Inject TestKeys keys;

  @Test
  void isAliveWithoutAModelButNotReady() {
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(503)
        .body("status", equalTo("DOWN"))
        .body("checks.name", hasItems("model", "Reactive PostgreSQL connections health check"))
        .body("checks.find { it.name == 'model' }.status", equalTo("DOWN"))
        .body(
            "checks.find { it.name == 'model' }.data.reason",
            equalTo("the service runs without a model"))
        .body(
            "checks.find { it.name == 'Reactive PostgreSQL connections health check' }.status",
            equalTo("UP"));
  }

  @Test
  void countsRequestsAndWhatTheEngineDoes() {
    given().header("Authorization", keys.bearer("metrics")).get("/v1/keys").then().statusCode(200);
    String figures = given().get("/q/metrics").then().statusCode(200).extract().asString();
    for (String name :
        new String[] {
          "http_server_requests_seconds_count{method=\"GET\",outcome=\"SUCCESS\",status=\"200\",uri=\"/v1/keys\"",
          "inkstone_engine_queued{class=\"interactive\"",
          "inkstone_engine_refused_total{class=\"batch\"",
          "inkstone_tokens_total{kind=\"prompt\"",
          "inkstone_tokens_total{kind=\"cached\"",
          "inkstone_tokens_total{kind=\"output\"",
          "inkstone_prefix_cache_total{result=\"hit\"",
          "inkstone_first_token_seconds_count"
        }) {
      assertTrue(figures.contains(name), () -> "no " + name + " in\n" + figures);
    }
  }

  @Test
  void readinessNeedsNoKeyButDataDo() {
    given().get("/openapi").then().statusCode(200).body(containsString("/v1/formulas"));
    given().get("/v1/functions").then().statusCode(401);
  }
}
