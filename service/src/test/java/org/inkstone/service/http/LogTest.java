package org.inkstone.service.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.inkstone.service.PostgresResource;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users send and the keys they show never get into the log at INFO. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LogTest {
  private static final String CELL = "Geheimzelle-4711";
  private static final String WORDS = "summiere-das-Geheimnis";

  @Inject TestKeys keys;

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Handler capture =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          String text =
              record instanceof ExtLogRecord ext
                  ? new PatternFormatter("%s").format(ext)
                  : record.getMessage();
          StringBuilder line = new StringBuilder(record.getLoggerName() + " " + text);
          for (Throwable t = record.getThrown(); t != null; t = t.getCause()) {
            line.append(' ').append(t);
          }
          lines.add(line.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    capture.setLevel(Level.INFO);
    Logger.getLogger("").addHandler(capture);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger("").removeHandler(capture);
  }

  @Test
  void staysSilentAboutWhatUsersSend() {
    String bearer = keys.bearer("log-tenant");
    String sheet = "\"sheet\":{\"name\":\"S\",\"cells\":[[\"A\"],[\"" + CELL + "\"]]}";
    for (String body :
        List.of(
            "{\"instruction\":\"" + WORDS + "\"," + sheet + "}",
            "{\"instruction\":\"" + WORDS + "\"," + sheet + ",\"" + CELL + "\":1}",
            "{\"instruction\":\"" + WORDS + "\", " + CELL,
            "{\"formula\":\"=A2\"," + sheet + "}")) {
      for (String path : List.of("/v1/formulas", "/v1/formulas/evaluate", "/v1/formulas/explain")) {
        given()
            .header("Authorization", bearer)
            .contentType(ContentType.JSON)
            .body(body)
            .post(path + "?note=" + CELL);
      }
    }
    given()
        .header("Authorization", bearer)
        .multiPart(
            "file",
            CELL + ".csv",
            (CELL + ",1\n" + WORDS + ",2\n").getBytes(StandardCharsets.UTF_8))
        .post("/v1/workbooks");
    given().header("Authorization", bearer + "x").get("/v1/keys/");
    given().header("Authorization", bearer).get("/v1/" + WORDS);
    String all = String.join("\n", lines);
    assertTrue(all.contains("POST /v1/formulas "), "nothing was captured: " + all);
    String secret = bearer.substring(bearer.lastIndexOf('_') + 1);
    for (String word : List.of(CELL, WORDS, secret)) {
      assertFalse(all.contains(word), () -> "\"" + word + "\" is in the log:\n" + all);
    }
  }
}
