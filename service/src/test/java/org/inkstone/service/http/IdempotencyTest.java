package org.inkstone.service.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.inkstone.service.PostgresResource;
import org.inkstone.service.task.AnswerStore;
import org.inkstone.service.task.AnswerStore.Answer;
import org.inkstone.service.task.AnswerStore.Claim;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class IdempotencyTest {
  @Inject TestKeys keys;
  @Inject AnswerStore answers;

  @Test
  void sameKeyAndBodyGetTheSameAnswer() {
    String bearer = keys.bearer("idem-same");
    String first =
        upload(bearer, "key-1", "a,b\n1,2\n").then().statusCode(201).extract().asString();
    String second =
        upload(bearer, "key-1", "a,b\n1,2\n").then().statusCode(201).extract().asString();
    assertEquals(first, second);
  }

  @Test
  void sameKeyWithAnotherBodyIsRefused() {
    String bearer = keys.bearer("idem-other");
    upload(bearer, "key-1", "a,b\n1,2\n").then().statusCode(201);
    upload(bearer, "key-1", "a,b\n1,3\n")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:inkstone:problem:idempotency-key-reused"));
  }

  @Test
  void anotherTenantsKeyIsAnotherKey() {
    upload(keys.bearer("idem-a"), "shared", "a,b\n1,2\n").then().statusCode(201);
    upload(keys.bearer("idem-b"), "shared", "a,b\n1,3\n").then().statusCode(201);
  }

  @Test
  void manyAtOnceMakeOneWorkbook() {
    String bearer = keys.bearer("idem-many");
    List<CompletableFuture<Response>> sent = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      sent.add(CompletableFuture.supplyAsync(() -> upload(bearer, "key-1", "a,b\n1,2\n")));
    }
    Set<String> ids =
        sent.stream()
            .map(CompletableFuture::join)
            .map(response -> response.then().statusCode(201).extract().<String>path("workbook_id"))
            .collect(Collectors.toSet());
    assertEquals(1, ids.size(), ids.toString());
  }

  @Test
  void aFailureIsNotKept() {
    String bearer = keys.bearer("idem-fail");
    for (int i = 0; i < 2; i++) {
      upload(bearer, "key-1", "").then().statusCode(422);
    }
  }

  @Test
  void aKeyWithControlCharactersIsRefused() {
    upload(keys.bearer("idem-form"), "two words", "a,b\n1,2\n").then().statusCode(400);
  }

  @Test
  void anotherProcessesClaimHoldsUntilItsLeaseEnds() {
    Duration minute = Duration.ofMinutes(1);
    assertEquals(new Claim.Mine(), claim("lease", "k", "a".repeat(64), minute));
    assertEquals(new Claim.Busy(), claim("lease", "k", "a".repeat(64), minute));
    assertEquals(new Claim.Different(), claim("lease", "k", "b".repeat(64), minute));
    assertEquals(new Claim.Mine(), claim("lease", "old", "a".repeat(64), minute.negated()));
    assertEquals(new Claim.Mine(), claim("lease", "old", "a".repeat(64), minute));
    answers.keep("lease", "k", new Answer(200, "{}")).toCompletableFuture().join();
    assertEquals(
        new Claim.Done(new Answer(200, "{}")), claim("lease", "k", "a".repeat(64), minute));
    answers.giveUp("lease", "k").toCompletableFuture().join();
    assertEquals(
        new Claim.Done(new Answer(200, "{}")), claim("lease", "k", "a".repeat(64), minute));
  }

  private Claim claim(String tenant, String key, String request, Duration lease) {
    return answers.claim(tenant, key, request, lease).toCompletableFuture().join();
  }

  private static Response upload(String bearer, String key, String csv) {
    return given()
        .header("Authorization", bearer)
        .header("Idempotency-Key", key)
        .multiPart("file", "data.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
        .post("/v1/workbooks");
  }
}
