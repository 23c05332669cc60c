package org.inkstone.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program of a host product, compiled and run by another JDK than the build's: the JDK 17 of this
 * machine, or, where there is none, this JDK held to release 17.
 */
class Java17Test {
  private static final String PROGRAM =
      """
      module host {
        requires org.inkstone.sdk;
      }
      """;

  private static final String MAIN =
      """
      package host;

      import java.net.URI;
      import org.inkstone.sdk.OfficeClient;
      import org.inkstone.sdk.model.FormulaAnswer;
      import org.inkstone.sdk.model.FormulaRequest;
      import org.inkstone.sdk.model.TaskResult;

      public class Main {
        public static void main(String[] args) {
          OfficeClient office = OfficeClient.builder(URI.create(args[0]), "key").build();
          TaskResult<FormulaAnswer> result =
              office.formulas().write(FormulaRequest.builder("合计").build());
          if (result instanceof TaskResult.Refused<FormulaAnswer> refused) {
            System.out.println("refused: " + refused.refusal().reason());
          }
        }
      }
      """;

  @Test
  void hostProgramRunsOnJava17AsAModule(@TempDir Path folder) throws Exception {
    Path jdk = jdk17();
    Files.createDirectories(folder.resolve("src/host"));
    Files.writeString(folder.resolve("src/module-info.java"), PROGRAM);
    Files.writeString(folder.resolve("src/host/Main.java"), MAIN);
    String modules = modulePath();
    run(
        jdk.resolve("bin/javac").toString(),
        "--release",
        "17",
        "-encoding",
        "UTF-8",
        "-p",
        modules,
        "-d",
        folder.resolve("out").toString(),
        folder.resolve("src/module-info.java").toString(),
        folder.resolve("src/host/Main.java").toString());
    HttpServer server = server();
    try {
      String output =
          run(
              jdk.resolve("bin/java").toString(),
              "-p",
              modules + File.pathSeparator + folder.resolve("out"),
              "-m",
              "host/host.Main",
              "http://localhost:" + server.getAddress().getPort());
      assertEquals("refused: no_table", output.strip());
    } finally {
      server.stop(0);
    }
  }

  private static HttpServer server() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/formulas",
        exchange -> {
          byte[] body =
              """
              {"status":"refused","refusal":{"reason":"no_table","message":"m","evidence":[]},
               "verification":{"checks":[]},"warnings":[],
               "provenance":{"run_id":"r","engine":"e"}}
              """
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  /** What this test itself runs with: the SDK's classes and Jackson's jars. */
  private static String modulePath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.contains("jackson") || entry.matches(".*[/\\\\]classes[/\\\\]?"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path jdk17() throws IOException {
    Path here = Path.of(System.getProperty("java.home"));
    List<Path> places =
        List.of(
            here.resolveSibling("."),
            Path.of("/usr/lib/jvm"),
            Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"));
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> found = Files.list(place)) {
          List<Path> fitting = found.filter(Java17Test::isJdk17).sorted().toList();
          if (!fitting.isEmpty()) {
            return fitting.get(0);
          }
        }
      }
    }
    return here;
  }

  private static boolean isJdk17(Path jdk) {
    try {
      return Files.isExecutable(jdk.resolve("bin/javac"))
          && Files.readString(jdk.resolve("release")).contains("JAVA_VERSION=\"17");
    } catch (IOException e) {
      return false;
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor() == 0, () -> String.join(" ", command) + "\n" + output);
    return output;
  }
}
