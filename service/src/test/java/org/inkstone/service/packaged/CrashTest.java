package org.inkstone.service.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.service.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SIGKILL loses nothing that was acknowledged, and the next start is clean. */
class CrashTest {
  private static final Pattern ID = Pattern.compile("\"workbook_id\":\"([0-9a-f-]{36})\"");
  private static final int ENOUGH = 20;

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void keepsWhatItAcknowledgedThroughAKill() throws Exception {
    Path home = folder.resolve("home");
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    String key;
    try (PackagedService service = PackagedService.start(home, folder.resolve("first.out"))) {
      key = service.key();
      killUnderLoad(service, key, acknowledged);
    }
    assertTrue(
        EmbeddedPostgres.running(home.resolve("postgres")).isPresent(),
        "the kill must leave PostgreSQL running, else this test shows nothing");
    try (PackagedService service = PackagedService.start(home, folder.resolve("second.out"))) {
      assertFalse(service.showsAKey(), "only the first start makes a key");
      for (String id : acknowledged) {
        HttpResponse<String> found = get(service.address() + "/v1/workbooks/" + id, key);
        assertEquals(200, found.statusCode(), id + ": " + found.body());
        assertTrue(found.body().contains("\"Amount\""), found.body());
      }
      assertTrue(upload(service.address(), key, "after", "Region,Amount\nN,1\n").isPresent());
      assertTrue(service.stop(), "a stop in order takes less than 40 s");
    }
    assertTrue(
        EmbeddedPostgres.running(home.resolve("postgres")).isEmpty(),
        "a stop in order stops PostgreSQL too");
  }

  /** Uploads from several threads until the process is killed in the middle of it. */
  private void killUnderLoad(PackagedService service, String key, Queue<String> acknowledged)
      throws Exception {
    String address = service.address();
    CountDownLatch enough = new CountDownLatch(ENOUGH);
    List<Thread> callers = new ArrayList<>();
    for (int caller = 0; caller < 4; caller++) {
      String name = "caller-" + caller;
      callers.add(
          Thread.ofVirtual()
              .start(() -> {
                for (int i = 0; ; i++) {
                  try {
                    String csv = "Region,Amount\nN," + i + "\n";
                    acknowledged.add(upload(address, key, name + "-" + i, csv).orElseThrow());
                    enough.countDown();
                  } catch (IOException e) {
                    return; // the process is gone
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                  }
                }
              }));
    }
    assertTrue(enough.await(2, TimeUnit.MINUTES), "too slow: " + acknowledged.size());
    service.kill();
    for (Thread caller : callers) {
      caller.join();
    }
    assertTrue(acknowledged.size() >= ENOUGH);
  }

  private Optional<String> upload(String address, String key, String name, String csv)
      throws IOException, InterruptedException {
    String body =
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + ".csv\"\r\nContent-Type: text/csv\r\n\r\n"
            + csv
            + "\r\n--edge--\r\n";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/v1/workbooks"))
            .header("Authorization", "Bearer " + key)
            .header("Idempotency-Key", name)
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    Matcher id = ID.matcher(answer.body());
    return answer.statusCode() == 201 && id.find() ? Optional.of(id.group(1)) : Optional.empty();
  }

  private HttpResponse<String> get(String uri, String key)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(uri)).header("Authorization", "Bearer " + key).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
